// Question: Which neurons receive more or less from a class of axons than chance explains?
// Parameters: dataset = 'planted'; numerator = ['inh']; limit = 20
// Columns: neuronId, targetClass, synapses, ratio, ratioLow, ratioHigh, pooled, lowerP, upperP, q
// Cost: one pass over the synapses
CALL connectome.innervation.inputRatios($dataset, {numerator: $numerator})
YIELD neuronId, targetClass, synapses, ratio, ratioLow, ratioHigh, pooled, lowerP, upperP, q
RETURN neuronId, targetClass, synapses, ratio, ratioLow, ratioHigh, pooled, lowerP, upperP, q
ORDER BY q, neuronId
LIMIT $limit
