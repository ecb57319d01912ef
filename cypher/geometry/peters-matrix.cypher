// Question: How many synapses are there between classes, and how many would lengths of neurites give?
// Parameters: dataset = 'tissue'
// Columns: axonClass, targetClass, synapses, expected, affinity, affinityLow, affinityHigh
// Cost: one pass over the synapses, and one for each draw where synapses are uncertain
CALL connectome.geometry.peters($dataset)
YIELD axonClass, targetClass, synapses, expected, affinity, affinityLow, affinityHigh
RETURN axonClass, targetClass, synapses, expected, affinity, affinityLow, affinityHigh
ORDER BY axonClass, targetClass
