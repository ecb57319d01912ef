// Question: Over which contacts could an agglomerate go on? The surest that do not join it yet.
// Parameters: agglomerateId = 144115188075855873; limit = 10
// Columns: insideId, outsideId, outsideAgglomerateId, pContinuity, voxels, x, y, z
// Cost: one index look-up, then all contacts of the agglomerate's segments
MATCH (agglomerate:Agglomerate {id: $agglomerateId})<-[:PART_OF*]-(inside:Segment)
MATCH (inside)-[contact:CONTACT]-(outside:Segment)-[:PART_OF*]->(other:Agglomerate)
WHERE other <> agglomerate
RETURN inside.id AS insideId,
       outside.id AS outsideId,
       other.id AS outsideAgglomerateId,
       contact.pContinuity AS pContinuity,
       contact.voxels AS voxels,
       contact.x AS x,
       contact.y AS y,
       contact.z AS z
ORDER BY pContinuity DESC, voxels DESC, insideId, outsideId
LIMIT $limit
