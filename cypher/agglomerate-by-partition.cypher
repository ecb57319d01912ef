// Question: Which grouping do all contacts together speak for, with two segments kept apart? Replaces the agglomerates.
// Parameters: prior = 0.5; segmentId = 72057594037927937; apartFrom = 72057594037927938
// Columns: agglomerates, segments, contactsUsed, seconds, runId
// Cost: one scan of segments and contacts, some 200 bytes a contact, then one relationship written per segment
CALL connectome.agglomerate.partition({
  prior: $prior,
  cannotLink: [[$segmentId, $apartFrom]]
})
YIELD agglomerates, segments, contactsUsed, seconds, runId
RETURN agglomerates, segments, contactsUsed, seconds, runId
