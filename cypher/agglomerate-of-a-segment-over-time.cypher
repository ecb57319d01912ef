// Question: In which agglomerates was a segment, from the first to the one of now?
// Parameters: segmentId = 72057594037927940
// Columns: agglomerateId, kind, segments, sinceDecision, untilDecision
// Cost: one index look-up, then the decisions that the segment's agglomerates went through
CALL connectome.agglomerate.of($segmentId) YIELD agglomerateId AS now
CALL connectome.edit.history(now) YIELD decision
WITH [0] + collect(decision) AS decisions
UNWIND decisions AS decision
CALL connectome.edit.asOf($segmentId, decision) YIELD agglomerateId
WITH DISTINCT agglomerateId
OPTIONAL MATCH (agglomerate:Agglomerate {id: agglomerateId})
OPTIONAL MATCH (former:FormerAgglomerate {id: agglomerateId})
RETURN agglomerateId,
       coalesce(agglomerate.kind, former.kind) AS kind,
       coalesce(agglomerate.segments, former.segments) AS segments,
       coalesce(agglomerate.since, former.since, 0) AS sinceDecision,
       former.until AS untilDecision
ORDER BY sinceDecision
