package org.connectarium.analysis.comparison.graph;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/// One number for each unit of a data set that was drawn independently.
///
/// @param values one per unit
/// @param redrawn values in a draw of uncertain synapses; empty if all are certain
@SuppressWarnings("ArrayRecordComponent") // handed from the reader to the statistic
record Sample(double[] values, Optional<Function<SplittableRandom, double[]>> redrawn) {

  /// Values that are certain.
  static Sample certain(double[] values) {
    return new Sample(values, Optional.empty());
  }

  /// Values in a draw.
  Function<SplittableRandom, double[]> redraw() {
    return redrawn.orElse(random -> values);
  }
}
