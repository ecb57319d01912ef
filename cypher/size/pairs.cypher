// Question: Which pairs of synapses of one axon on one dendrite are most alike?
// Parameters: dataset = 'planted'; size = 'asiUm2'; limit = 20
// Columns: axonId, targetId, size1, size2, cv, distanceUm, axonPathUm, targetPathUm
// Cost: one pass over the synapses, and the skeletons of the neurons with pairs
CALL connectome.size.pairs($dataset, {size: $size})
YIELD axonId, targetId, size1, size2, cv, distanceUm, axonPathUm, targetPathUm
RETURN axonId, targetId, size1, size2, cv, distanceUm, axonPathUm, targetPathUm
ORDER BY cv, axonId, targetId
LIMIT $limit
