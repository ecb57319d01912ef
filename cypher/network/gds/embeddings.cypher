// Question: Where does each neuron lie in a space in which neurons with like neighbourhoods are near (FastRP)?
// Parameters: dataset = 'tiny'; graph = 'embeddings'; dimension = 8
// Columns: neuronId, class, embedding
// Cost: a projection of the data set into memory, 30 bytes a connection; needs Graph Data Science, as in `serve`
CALL gds.graph.drop($graph, false) YIELD graphName AS former
WITH count(former) AS dropped
CALL gds.graph.project.cypher($graph,
  'MATCH (n:Neuron) WHERE n.dataset = $dataset AND n.id IS NOT NULL RETURN id(n) AS id',
  'MATCH (n:Neuron) WHERE n.dataset = $dataset AND n.id IS NOT NULL MATCH (n)-[c:SYNAPSES_ONTO]->(m) WHERE n <> m
   RETURN id(n) AS source, id(m) AS target, toFloat(coalesce(c.count, c.sections, 1)) AS weight',
  {parameters: {dataset: $dataset}}) YIELD graphName
CALL gds.fastRP.stream($graph, {embeddingDimension: $dimension, randomSeed: 1, relationshipWeightProperty: 'weight'})
YIELD nodeId, embedding
MATCH (n) WHERE id(n) = nodeId
RETURN n.id AS neuronId, n.class AS class, embedding
ORDER BY toString(neuronId)
