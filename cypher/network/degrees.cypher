// Question: How are degrees and strengths of neurons distributed?
// Parameters: dataset = 'tiny'; quantity = 'outDegree'; weight = 'count'
// Columns: value, neurons, atLeast
// Cost: one pass over the connections
CALL connectome.network.degrees($dataset, {weight: $weight})
YIELD quantity, value, neurons, atLeast
WHERE quantity = $quantity
RETURN value, neurons, atLeast
ORDER BY value
