// Question: What do the steps of FocusEM make of the segments? Replaces the agglomerates; other steps need types of segments.
// Parameters: steps = ['leftovers']; continuityAbove = 0.99
// Columns: step, joins, agglomerates, unassigned, seconds, runId
// Cost: three scans of segments and contacts, some 250 bytes a segment and 75 a contact, then one relationship written per segment
CALL connectome.agglomerate.focusem({
  steps: $steps,
  leftovers: {continuityAbove: $continuityAbove}
})
YIELD step, joins, agglomerates, unassigned, seconds, runId
RETURN step, joins, agglomerates, unassigned, seconds, runId
