/// Statistics of things that are not certain: exact where there is a formula, by seeded draws
/// otherwise. Begin with [Uncertainty][org.connectarium.analysis.uncertainty.Uncertainty].
///
/// Pure functions on probabilities; knows no graph.
@NullMarked
package org.connectarium.analysis.uncertainty;

import org.jspecify.annotations.NullMarked;
