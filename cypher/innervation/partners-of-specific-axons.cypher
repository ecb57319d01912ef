// Question: Onto which neurons of a target class do axons that are specific for it make most synapses?
// Parameters: dataset = 'planted'; target = 'Somata'; limit = 20
// Columns: neuronId, specificAxons, synapses
// Cost: as specificity
CALL connectome.innervation.specificAxons($dataset)
YIELD axonId, target
WHERE target = $target
MATCH (a:Neuron {dataset: $dataset, id: axonId})-[c:SYNAPSES_ONTO]->(n:Neuron {class: $target})
RETURN n.id AS neuronId, count(a) AS specificAxons, sum(c.count) AS synapses
ORDER BY synapses DESC, neuronId
LIMIT $limit
