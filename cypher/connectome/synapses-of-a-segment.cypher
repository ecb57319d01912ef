// Question: At which synapses does the neuron of a segment send or receive?
// Parameters: segmentId = 72057594037927937; limit = 100
// Columns: synapseId, direction, partnerId, kind, p, areaUm2, asiUm2, x, y, z
// Cost: the synapses of one neuron
MATCH (:Segment {id: $segmentId})-[:PART_OF*]->(n:Neuron)
CALL (n) {
  MATCH (n)-[:PRE]->(s:Synapse)-[:POST]->(m:Neuron) RETURN s, m, 'sends' AS direction
  UNION ALL
  MATCH (n)<-[:POST]-(s:Synapse)<-[:PRE]-(m:Neuron) RETURN s, m, 'receives' AS direction
}
RETURN s.id AS synapseId, direction, m.id AS partnerId, s.kind AS kind, s.p AS p, s.areaUm2 AS areaUm2,
  s.asiUm2 AS asiUm2, s.x AS x, s.y AS y, s.z AS z
ORDER BY synapseId, direction
LIMIT $limit
