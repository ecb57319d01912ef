// Question: Which neurons have inputs like those of others, more than by chance?
// Parameters: dataset = 'tiny'; minShared = 1; limit = 20
// Columns: neuronId, otherId, shared, expectedShared, cosine, p
// Cost: the sum of squared degrees
CALL connectome.network.similarity($dataset, {side: 'inputs', minShared: $minShared, weight: 'none'})
YIELD neuronId, otherId, shared, expectedShared, cosine, p
RETURN neuronId, otherId, shared, expectedShared, cosine, p
ORDER BY p, cosine DESC
LIMIT $limit
