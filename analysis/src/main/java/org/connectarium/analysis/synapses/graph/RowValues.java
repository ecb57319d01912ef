package org.connectarium.analysis.synapses.graph;

import org.jspecify.annotations.Nullable;

/// Numbers as columns of procedures.
public final class RowValues {
  private RowValues() {}

  /// The number; null in place of NaN.
  public static @Nullable Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
