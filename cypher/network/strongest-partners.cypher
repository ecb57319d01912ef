// Question: Onto which neurons does a neuron make most synapses?
// Parameters: dataset = 'tiny'; neuron = 1; limit = 10
// Columns: neuronId, class, synapses, shareOfItsOutput
// Cost: the connections of one neuron
MATCH (n:Neuron {dataset: $dataset, id: $neuron})-[c:SYNAPSES_ONTO]->(m)
WITH collect({neuron: m, synapses: c.count}) AS partners, sum(c.count) AS output
UNWIND partners AS partner
RETURN partner.neuron.id AS neuronId, partner.neuron.class AS class, partner.synapses AS synapses,
       toFloat(partner.synapses) / output AS shareOfItsOutput
ORDER BY synapses DESC, neuronId
LIMIT $limit
