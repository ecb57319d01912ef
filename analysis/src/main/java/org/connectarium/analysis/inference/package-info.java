/// Tests, fits and intervals that all families of statistics share: arrays in, numbers out.
/// Begin with [KolmogorovSmirnov][org.connectarium.analysis.inference.KolmogorovSmirnov],
/// [FalseDiscovery][org.connectarium.analysis.inference.FalseDiscovery] and
/// [LinearFit][org.connectarium.analysis.inference.LinearFit]; everything that is drawn at random
/// takes its numbers from [Seeds][org.connectarium.analysis.inference.Seeds], and work is shared
/// among threads by [Workers][org.connectarium.analysis.inference.Workers].
///
/// Distributions come from Apache Commons Math; only what it lacks is here. Knows no graph.
@NullMarked
package org.connectarium.analysis.inference;

import org.jspecify.annotations.NullMarked;
