// Question: Do axons choose their partners otherwise than their contacts alone would?
// Parameters: dataset = 'tissue'
// Columns: quantity, of, observed, mean, low, high, pHigh, pLow
// Cost: all contacts of the graph, then 200 draws of all synapses
CALL connectome.geometry.chance($dataset, {model: 'contacts', draws: 200})
YIELD quantity, of, observed, mean, low, high, pHigh, pLow
RETURN quantity, of, observed, mean, low, high, pHigh, pLow
