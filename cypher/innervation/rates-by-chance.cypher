// Question: How often do synapses hit each target class by chance, and do axons vary more than that?
// Parameters: dataset = 'planted'; minSynapses = 10
// Columns: axonClass, target, rate, rateLow, rateHigh, pooled, bestModel, correlation, variationP
// Cost: one pass over the synapses, and the draws where synapses are uncertain
CALL connectome.innervation.rates($dataset, {minSynapses: $minSynapses})
YIELD axonClass, target, rate, rateLow, rateHigh, pooled, bestModel, correlation, variationP
RETURN axonClass, target, rate, rateLow, rateHigh, pooled, bestModel, correlation, variationP
ORDER BY axonClass, target
