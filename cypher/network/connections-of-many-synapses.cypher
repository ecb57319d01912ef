// Question: How many pairs of neurons have one, two, three, … synapses?
// Parameters: dataset = 'tiny'
// Columns: synapses, pairs
// Cost: one pass over the connections
MATCH (n:Neuron)-[c:SYNAPSES_ONTO]->(m)
WHERE n.dataset = $dataset AND n.id IS NOT NULL AND n <> m
RETURN c.count AS synapses, count(*) AS pairs
ORDER BY synapses
