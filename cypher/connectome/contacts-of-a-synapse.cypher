// Question: On which contacts does a synapse rest, where are they, and between which segments?
// Parameters: dataset = 'own'; synapseId = 2
// Columns: preSegmentId, postSegmentId, piece, p, areaUm2, x, y, z, spineHeadId
// Cost: one look-up, and the contacts of the synapse
MATCH (:Synapse {dataset: $dataset, id: $synapseId})<-[:SUPPORTS]-(c:SynapticContact)
MATCH (pre:Segment)<-[:FROM]-(c)-[:TO]->(post:Segment)
OPTIONAL MATCH (post)-[:IN_HEAD]->(head:SpineHead)
RETURN pre.id AS preSegmentId, post.id AS postSegmentId, c.piece AS piece, c.p AS p, c.areaUm2 AS areaUm2,
  c.x AS x, c.y AS y, c.z AS z, head.id AS spineHeadId
ORDER BY c.number
