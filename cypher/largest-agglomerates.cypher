// Question: Which agglomerates are the largest?
// Parameters: limit = 10
// Columns: agglomerateId, kind, segments, voxels
// Cost: one scan of all agglomerates
MATCH (agglomerate:Agglomerate)
RETURN agglomerate.id AS agglomerateId,
       agglomerate.kind AS kind,
       agglomerate.segments AS segments,
       agglomerate.voxels AS voxels
ORDER BY voxels DESC, agglomerateId
LIMIT $limit
