// Question: Which share of pairs may learning have made alike, at small and at large synapses?
// Parameters: dataset = 'planted'; size = 'asiUm2'; shuffles = 201
// Columns: pairs, p, smallLow, smallHigh, largeLow, largeHigh, mergeP, regions
// Cost: per shuffle some 5 ms; 5,000 shuffles are usual
CALL connectome.size.map($dataset, {size: $size, shuffles: $shuffles})
YIELD pairs, p, smallLow, smallHigh, largeLow, largeHigh, mergeP, regions
RETURN pairs, p, smallLow, smallHigh, largeLow, largeHigh, mergeP, regions
