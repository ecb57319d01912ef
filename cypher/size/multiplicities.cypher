// Question: How many connections have one, two, three, … synapses of known size?
// Parameters: dataset = 'planted'; size = 'asiUm2'
// Columns: synapses, connections
// Cost: one pass over the synapses of the data set
CALL connectome.size.multiplicities($dataset, {size: $size})
YIELD synapses, connections
RETURN synapses, connections
ORDER BY synapses
