// Question: Where might an agglomerate be wrongly merged? Its least sure contacts, with their places.
// Parameters: agglomerateId = 144115188075855873; limit = 10
// Columns: lowId, highId, pContinuity, boundary, voxels, x, y, z
// Cost: one index look-up, then all contacts of the agglomerate's segments
MATCH (agglomerate:Agglomerate {id: $agglomerateId})<-[:PART_OF*]-(low:Segment)
MATCH (low)-[contact:CONTACT]->(high:Segment)-[:PART_OF*]->(agglomerate)
WHERE NOT contact.face
RETURN low.id AS lowId,
       high.id AS highId,
       contact.pContinuity AS pContinuity,
       contact.boundary AS boundary,
       contact.voxels AS voxels,
       contact.x AS x,
       contact.y AS y,
       contact.z AS z
ORDER BY pContinuity, lowId, highId
LIMIT $limit
