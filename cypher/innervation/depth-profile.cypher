// Question: How does the share of a class of axons among synapses change along an axis?
// Parameters: dataset = 'planted'; numerator = ['inh']; axis = 'x'; binUm = 10
// Columns: fromUm, toUm, denominator, share, shareLow, shareHigh
// Cost: one pass over the synapses
CALL connectome.innervation.depthProfile($dataset, {numerator: $numerator, axis: $axis, binUm: $binUm})
YIELD fromUm, toUm, denominator, share, shareLow, shareHigh
RETURN fromUm, toUm, denominator, share, shareLow, shareHigh
ORDER BY fromUm
