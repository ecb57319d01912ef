// Question: Do two data sets differ as networks, in density and reciprocity?
// Parameters: first = 'planted'; second = 'other'; weight = 'count'
// Columns: quantity, firstValue, firstError, secondValue, secondError, difference, low, high, p
// Cost: connections of both, times the draws
CALL connectome.comparison.network($first, $second, {weight: $weight})
YIELD quantity, firstValue, firstError, secondValue, secondError, difference, low, high, p
RETURN quantity, firstValue, firstError, secondValue, secondError, difference, low, high, p
ORDER BY quantity
