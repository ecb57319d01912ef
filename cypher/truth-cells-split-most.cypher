// Question: Which cells of the truth lie in most agglomerates? Pieces below minVoxels do not count.
// Parameters: truth = 'volume'; minVoxels = 1; limit = 10
// Columns: cellId, agglomerates, largestShare, voxels
// Cost: one scan of all overlaps of the truth
MATCH (cell:TruthCell {truth: $truth})<-[overlap:OVERLAPS]-(:Segment)-[:PART_OF*]->(agglomerate:Agglomerate)
WITH cell, agglomerate, sum(overlap.voxels) AS shared
WHERE shared >= $minVoxels
WITH cell, count(agglomerate) AS agglomerates, max(shared) AS largest
WHERE agglomerates > 1
RETURN cell.id AS cellId,
       agglomerates,
       toFloat(largest) / cell.voxels AS largestShare,
       cell.voxels AS voxels
ORDER BY agglomerates DESC, largestShare, cellId
LIMIT $limit
