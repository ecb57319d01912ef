// Question: Do lengths of neurites explain the synapses between classes, or densities of synapses too?
// Parameters: dataset = 'tissue'
// Columns: simple, larger, chiSquared, freedom, p
// Cost: one pass over the synapses
CALL connectome.geometry.petersTests($dataset)
YIELD simple, larger, chiSquared, freedom, p
RETURN simple, larger, chiSquared, freedom, p
