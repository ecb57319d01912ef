// Question: What if all contacts of at least this probability and size join? Replaces the agglomerates.
// Parameters: minContinuity = 0.9; minContactVoxels = 10; minSegmentVoxels = 0
// Columns: agglomerates, segments, contactsUsed, seconds, runId
// Cost: one scan of segments and contacts, then one relationship written per segment
CALL connectome.agglomerate.components({
  minContinuity: $minContinuity,
  minContactVoxels: $minContactVoxels,
  minSegmentVoxels: $minSegmentVoxels
})
YIELD agglomerates, segments, contactsUsed, seconds, runId
RETURN agglomerates, segments, contactsUsed, seconds, runId
