// Question: What do all models say of the contacts between two segments?
// Parameters: segmentA = 72057594037927937; segmentB = 72057594037927938
// Columns: piece, areaUm2, boundary, kind, model, property, probability, runId
// Cost: one index look-up, then the contacts of the segment and the models
MATCH (:Segment {id: $segmentA})-[contact:CONTACT]-(:Segment {id: $segmentB})
CALL {
  RETURN 'continuity' AS kind, '' AS model, 'pContinuity' AS property, null AS run // the hierarchy
UNION ALL
  MATCH (scores:Scores WHERE scores.kind IN ['continuity', 'synapse'])
  UNWIND scores.properties AS property
  RETURN scores.kind AS kind, scores.name AS model, property, scores.run AS run
}
OPTIONAL MATCH (made:Run {key: coalesce(run, contact.run)})
RETURN contact.piece AS piece,
       contact.areaUm2 AS areaUm2,
       contact.boundary AS boundary,
       kind,
       model,
       property,
       contact[property] AS probability,
       made.id AS runId
ORDER BY piece, kind, model, property
