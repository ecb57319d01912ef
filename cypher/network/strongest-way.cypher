// Question: Over which neurons does one neuron reach another most strongly?
// Parameters: dataset = 'tiny'; from = 1; to = 'd3'; weight = 'count'
// Columns: step, neuronId, class, cost
// Cost: one pass over the connections
CALL connectome.network.path($dataset, $from, $to, {cost: 'share', weight: $weight})
YIELD step, neuronId, cost
MATCH (n:Neuron {dataset: $dataset, id: neuronId})
RETURN step, neuronId, n.class AS class, cost
ORDER BY step
