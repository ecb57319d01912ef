// Question: Does the share of a class of axons among synapses change along an axis?
// Parameters: dataset = 'planted'; numerator = ['inh']; axis = 'x'; binUm = 10
// Columns: points, slopePerUm, slopeLow, slopeHigh, p, spearman
// Cost: one pass over the synapses, and the draws where synapses are uncertain
CALL connectome.innervation.depthTrend($dataset, {numerator: $numerator, axis: $axis, binUm: $binUm})
YIELD points, slopePerUm, slopeLow, slopeHigh, p, spearman
RETURN points, slopePerUm, slopeLow, slopeHigh, p, spearman
