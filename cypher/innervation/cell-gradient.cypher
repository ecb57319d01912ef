// Question: Do cells deeper in the tissue receive a larger share of their inputs from a class of axons?
// Parameters: dataset = 'planted'; numerator = ['inh']; axis = 'x'; minSynapses = 10
// Columns: points, slopePerUm, slopeLow, slopeHigh, p
// Cost: one pass over the synapses, and the draws where synapses are uncertain
CALL connectome.innervation.cellGradient($dataset, {numerator: $numerator, axis: $axis, minSynapses: $minSynapses})
YIELD points, slopePerUm, slopeLow, slopeHigh, p
RETURN points, slopePerUm, slopeLow, slopeHigh, p
