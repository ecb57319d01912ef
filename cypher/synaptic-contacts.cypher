// Question: Which contacts are synapses, from which segment to which, and why are others of high probability none?
// Parameters: minProbability = 0.5; showDropped = true; limit = 20
// Columns: preSegmentId, postSegmentId, probability, areaUm2, x, y, z, droppedBy
// Cost: one pass over all contacts
CALL connectome.synapses.contacts({minProbability: $minProbability, showDropped: $showDropped})
YIELD preSegmentId, postSegmentId, probability, areaUm2, x, y, z, droppedBy
RETURN preSegmentId, postSegmentId, probability, areaUm2, x, y, z, droppedBy
ORDER BY probability DESC, preSegmentId, postSegmentId
LIMIT $limit
