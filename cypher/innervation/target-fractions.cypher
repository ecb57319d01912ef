// Question: What fraction of their synapses do axons of each class make onto each target class?
// Parameters: dataset = 'planted'; minSynapses = 10
// Columns: axonClass, target, axons, mean, meanLow, meanHigh
// Cost: one pass over the synapses, and the draws
CALL connectome.innervation.fractions($dataset, {minSynapses: $minSynapses})
YIELD axonClass, target, axons, mean, meanLow, meanHigh
RETURN axonClass, target, axons, mean, meanLow, meanHigh
ORDER BY axonClass, mean DESC
