/// What the report of an analysis says: asks the procedures, as users do, and makes text, figures
/// and tables of their rows. Begin with [Results][org.connectarium.analysis.results.Results]; one
/// class a kind of [Analysis][org.connectarium.analysis.results.Analysis].
///
/// Computes no statistic of its own, so that numbers here and in the graph are the same.
@NullMarked
package org.connectarium.analysis.results;

import org.jspecify.annotations.NullMarked;
