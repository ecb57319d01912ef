// Question: How much membrane of each target class lies near each axon?
// Parameters: dataset = 'tissue'; radiusUm = 5.0; limit = 100
// Columns: axonId, axonClass, targetClass, areaUm2, share, hits, synapses
// Cost: all contacts of the graph, then for each axon its blocks x the rows of blocks within the distance
CALL connectome.geometry.availability($dataset, {radiiUm: [$radiusUm]})
YIELD axonId, axonClass, targetClass, areaUm2, share, hits, synapses
RETURN axonId, axonClass, targetClass, areaUm2, share, hits, synapses
ORDER BY axonId, targetClass
LIMIT $limit
