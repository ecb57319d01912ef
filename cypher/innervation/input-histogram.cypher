// Question: How is the share of inputs from a class of axons distributed over neurons, and how would it be by chance?
// Parameters: dataset = 'planted'; numerator = ['inh']; bins = 20
// Columns: from, to, observed, expected
// Cost: one pass over the synapses
CALL connectome.innervation.inputHistogram($dataset, {numerator: $numerator, bins: $bins})
YIELD from, to, observed, expected
RETURN from, to, observed, expected
ORDER BY from
