// Question: How strongly does each class of neurons connect to each?
// Parameters: dataset = 'tiny'; weight = 'count'
// Columns: preClass, postClass, connections, probability, weight, meanWeight
// Cost: one pass over the connections
CALL connectome.network.matrix($dataset, {weight: $weight})
YIELD preClass, postClass, connections, probability, weight, meanWeight
RETURN preClass, postClass, connections, probability, weight, meanWeight
ORDER BY preClass, postClass
