// Question: Do two data sets differ in their shares of specific axons?
// Parameters: first = 'planted'; second = 'other'; shuffles = 99
// Columns: axonClass, target, qualifies, firstShare, secondShare, difference, low, high, p, q, cohensH
// Cost: specificity of both, times shuffles and draws; a minute for 10,000 axons
CALL connectome.comparison.specificity($first, $second, {shuffles: $shuffles})
YIELD axonClass, target, qualifies, firstShare, secondShare, difference, low, high, p, q, cohensH
RETURN axonClass, target, qualifies, firstShare, secondShare, difference, low, high, p, q, cohensH
ORDER BY axonClass, target
