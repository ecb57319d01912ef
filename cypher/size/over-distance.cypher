// Question: Are pairs of synapses less alike the farther they lie apart?
// Parameters: dataset = 'planted'; size = 'asiUm2'
// Columns: along, pairs, unknown, slopePerUm, slopeLow, slopeHigh, p
// Cost: one pass over the synapses, and the skeletons of the neurons with pairs
CALL connectome.size.overDistance($dataset, {size: $size})
YIELD along, pairs, unknown, slopePerUm, slopeLow, slopeHigh, p
RETURN along, pairs, unknown, slopePerUm, slopeLow, slopeHigh, p
