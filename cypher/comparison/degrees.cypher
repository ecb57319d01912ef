// Question: Do neurons of two data sets have different numbers of partners?
// Parameters: first = 'planted'; second = 'other'; weight = 'count'
// Columns: quantity, firstValue, secondValue, difference, low, high, p, q, cliffDelta
// Cost: connections of both, and the shuffles
CALL connectome.comparison.degrees($first, $second, {weight: $weight})
YIELD quantity, firstValue, secondValue, difference, low, high, p, q, cliffDelta
RETURN quantity, firstValue, secondValue, difference, low, high, p, q, cliffDelta
ORDER BY quantity
