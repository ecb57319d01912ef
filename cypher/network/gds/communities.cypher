// Question: Which communities do the neurons form (Louvain, weighted, directions ignored)?
// Parameters: dataset = 'tiny'; graph = 'communities'
// Columns: community, neurons, classes
// Cost: a projection of the data set into memory, 30 bytes a connection; needs Graph Data Science, as in `serve`
CALL gds.graph.drop($graph, false) YIELD graphName AS former
WITH count(former) AS dropped
CALL gds.graph.project.cypher($graph,
  'MATCH (n:Neuron) WHERE n.dataset = $dataset AND n.id IS NOT NULL RETURN id(n) AS id',
  'MATCH (n:Neuron) WHERE n.dataset = $dataset AND n.id IS NOT NULL MATCH (n)-[c:SYNAPSES_ONTO]->(m) WHERE n <> m
   UNWIND [[n, m], [m, n]] AS ends
   RETURN id(ends[0]) AS source, id(ends[1]) AS target, toFloat(coalesce(c.count, c.sections, 1)) AS weight',
  {parameters: {dataset: $dataset}}) YIELD graphName
CALL gds.louvain.stream($graph, {relationshipWeightProperty: 'weight'}) YIELD nodeId, communityId
MATCH (n) WHERE id(n) = nodeId
WITH communityId AS community, n.class AS class, count(*) AS ofClass ORDER BY ofClass DESC
RETURN community, sum(ofClass) AS neurons, collect(coalesce(class, 'none') + ': ' + ofClass) AS classes
ORDER BY neurons DESC, community
