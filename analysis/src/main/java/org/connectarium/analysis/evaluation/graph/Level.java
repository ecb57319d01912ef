package org.connectarium.analysis.evaluation.graph;

import java.util.Locale;
import java.util.function.LongUnaryOperator;

/// What is compared with the truth.
enum Level {
  /// Segments as the watershed made them.
  SEGMENTS,
  /// Agglomerates of them.
  AGGLOMERATES;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The group of each segment.
  LongUnaryOperator groups(LongUnaryOperator agglomerates) {
    return this == SEGMENTS ? LongUnaryOperator.identity() : agglomerates;
  }
}
