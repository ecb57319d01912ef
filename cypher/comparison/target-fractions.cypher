// Question: Do axons of two data sets make other fractions of their synapses onto the target classes?
// Parameters: first = 'planted'; second = 'other'
// Columns: axonClass, target, firstValue, secondValue, difference, low, high, p, q, hedgesG, cliffDelta
// Cost: synapses of both, and the shuffles: some seconds for 10,000 axons
CALL connectome.comparison.fractions($first, $second)
YIELD axonClass, target, firstValue, secondValue, difference, low, high, p, q, hedgesG, cliffDelta
RETURN axonClass, target, firstValue, secondValue, difference, low, high, p, q, hedgesG, cliffDelta
ORDER BY q, axonClass, target
