// Question: Which segments do two models give different types, the surest of both first?
// Parameters: modelA = 'typeem'; modelB = 'second'; minVoxels = 100; limit = 20
// Columns: segmentId, voxels, typeA, pA, typeB, pB
// Cost: one pass over all segments
MATCH (a:Scores {kind: 'type', name: $modelA}), (b:Scores {kind: 'type', name: $modelB})
MATCH (s:Segment WHERE s.voxels >= $minVoxels AND s[a.properties[0]] IS NOT NULL AND s[b.properties[0]] IS NOT NULL)
WITH s,
     reduce(best = a.properties[0], p IN a.properties | CASE WHEN s[p] > s[best] THEN p ELSE best END) AS bestA,
     reduce(best = b.properties[0], p IN b.properties | CASE WHEN s[p] > s[best] THEN p ELSE best END) AS bestB
WITH s, bestA, bestB, split(bestA, '_')[0] AS typeA, split(bestB, '_')[0] AS typeB
WHERE typeA <> typeB
RETURN s.id AS segmentId,
       s.voxels AS voxels,
       typeA,
       s[bestA] AS pA,
       typeB,
       s[bestB] AS pB
ORDER BY CASE WHEN pA < pB THEN pA ELSE pB END DESC, segmentId
LIMIT $limit
