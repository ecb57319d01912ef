// Question: How many components would there be at each threshold, and how large? Needs the merge tree.
// Parameters: thresholds = [0.5, 0.9, 0.98]
// Columns: threshold, components, singles, largestSegments
// Cost: one scan of segments and of the merge tree, then a climb per segment and threshold
CALL connectome.mergeTree.sizes($thresholds)
YIELD threshold, components, singles, largestSegments
RETURN threshold, components, singles, largestSegments
