// Question: Are synapses of one data set larger than those of another?
// Parameters: first = 'planted'; second = 'other'; size = 'asiUm2'
// Columns: axonClass, firstValue, secondValue, difference, low, high, p, q, hedgesG, cliffDelta
// Cost: synapses of both, and the shuffles
CALL connectome.comparison.sizes($first, $second, {size: $size})
YIELD axonClass, firstValue, secondValue, difference, low, high, p, q, hedgesG, cliffDelta
RETURN axonClass, firstValue, secondValue, difference, low, high, p, q, hedgesG, cliffDelta
ORDER BY axonClass
