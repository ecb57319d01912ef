// Question: Which segments merge at which threshold? Builds the tree of all thresholds; replaces the one before.
// Parameters: minContactVoxels = 10
// Columns: segments, contacts, merges, seconds, runId
// Cost: one scan of segments and contacts, then at most one relationship written per segment
CALL connectome.mergeTree.build({minContactVoxels: $minContactVoxels})
YIELD segments, contacts, merges, seconds, runId
RETURN segments, contacts, merges, seconds, runId
