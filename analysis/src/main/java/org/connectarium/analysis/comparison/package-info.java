/// Data sets side by side: any statistic as a two-sample test with effect size and interval.
/// Begin with [Comparison][org.connectarium.analysis.comparison.Comparison].
///
/// Pure functions on numbers, one per unit (neurite, cell, pair); knows no graph.
@NullMarked
package org.connectarium.analysis.comparison;

import org.jspecify.annotations.NullMarked;
