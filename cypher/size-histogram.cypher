// Question: How large are the segments? Counts per power of two.
// Parameters: none
// Columns: fromVoxels, toVoxels, segments
// Cost: one scan of all segments
MATCH (segment:Segment)
WITH toInteger(floor(log(segment.voxels) / log(2) + 1e-9)) AS power, count(*) AS segments
RETURN toInteger(2 ^ power) AS fromVoxels,
       toInteger(2 ^ (power + 1)) - 1 AS toVoxels,
       segments
ORDER BY fromVoxels
