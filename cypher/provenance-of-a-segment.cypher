// Question: What made this segment, and what made its agglomerate?
// Parameters: segmentId = 72057594037927937
// Columns: what, runId, stage, version, parameters, inputHash, started, ended
// Cost: three index look-ups
MATCH (segment:Segment {id: $segmentId})
OPTIONAL MATCH (segment)-[:PART_OF*]->(agglomerate:Agglomerate)
UNWIND [{what: 'segment', key: segment.run}, {what: 'agglomerate', key: agglomerate.run}] AS made
MATCH (run:Run {key: made.key})
RETURN made.what AS what,
       run.id AS runId,
       run.stage AS stage,
       run.version AS version,
       run.parameters AS parameters,
       run.inputHash AS inputHash,
       run.started AS started,
       run.ended AS ended
