// Question: Do axons of two data sets have different numbers of synapses, and their connections?
// Parameters: first = 'planted'; second = 'other'
// Columns: quantity, axonClass, firstValue, secondValue, difference, low, high, p, q, cliffDelta
// Cost: synapses of both, and the shuffles
CALL connectome.comparison.synapseNumbers($first, $second, {statistic: 'median'})
YIELD quantity, axonClass, firstValue, secondValue, difference, low, high, p, q, cliffDelta
RETURN quantity, axonClass, firstValue, secondValue, difference, low, high, p, q, cliffDelta
ORDER BY quantity, axonClass
