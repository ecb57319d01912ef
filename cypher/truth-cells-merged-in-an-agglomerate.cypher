// Question: Which agglomerates merge cells of the truth, those with most voxels of the wrong cell first?
// Parameters: truth = 'volume'; minVoxels = 10; limit = 10
// Columns: agglomerateId, cells, voxels, wrongVoxels
// Cost: one scan of all overlaps of the truth
MATCH (cell:TruthCell {truth: $truth})<-[overlap:OVERLAPS]-(:Segment)-[:PART_OF*]->(agglomerate:Agglomerate)
WITH agglomerate, cell, sum(overlap.voxels) AS shared
WHERE shared >= $minVoxels
ORDER BY shared DESC, cell.id
WITH agglomerate, collect(cell.id) AS cells, collect(shared) AS voxels
WHERE size(cells) > 1
RETURN agglomerate.id AS agglomerateId,
       cells,
       voxels,
       reduce(sum = 0, shared IN tail(voxels) | sum + shared) AS wrongVoxels
ORDER BY wrongVoxels DESC, agglomerateId
LIMIT $limit
