// Question: Where do axons that are specific for a class put their other synapses?
// Parameters: dataset = 'planted'
// Columns: axonClass, specificFor, axons, target, mean, standardError, meanOfAll
// Cost: as specificity
CALL connectome.innervation.coInnervation($dataset)
YIELD axonClass, specificFor, axons, target, mean, standardError, meanOfAll
RETURN axonClass, specificFor, axons, target, mean, standardError, meanOfAll
ORDER BY axonClass, specificFor, target
