// Question: Which axons are specific for a target class, and how surely?
// Parameters: dataset = 'planted'; target = 'Somata'; limit = 20
// Columns: axonClass, axonId, synapses, hits, p, q, stability, specificFor
// Cost: as specificity
CALL connectome.innervation.specificAxons($dataset)
YIELD axonClass, axonId, target, synapses, hits, p, q, stability, specificFor
WHERE target = $target
RETURN axonClass, axonId, synapses, hits, p, q, stability, specificFor
ORDER BY p
LIMIT $limit
