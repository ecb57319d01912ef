// Question: Which segments would be one with a given one at another threshold? Needs the merge tree; changes nothing.
// Parameters: segmentId = 72057594037927937; threshold = 0.9
// Columns: segmentId, voxels
// Cost: one index look-up, a climb of at most log2(segments) steps, then one step per member
MATCH (:Segment {id: $segmentId})
      (()-[up:MERGES WHERE up.p >= $threshold]->()){0,}
      (top:Segment)
WHERE NOT EXISTS { (top)-[more:MERGES WHERE more.p >= $threshold]->() }
MATCH (top) (()<-[down:MERGES WHERE down.p >= $threshold]-()){0,} (member:Segment)
RETURN member.id AS segmentId,
       member.voxels AS voxels
ORDER BY segmentId
