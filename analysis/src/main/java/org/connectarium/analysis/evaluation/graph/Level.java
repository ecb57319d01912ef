package org.connectarium.analysis.evaluation.graph;

import java.util.Locale;

/// What is compared with the truth.
enum Level {
  /// Segments as the watershed made them.
  SEGMENTS,
  /// Agglomerates of them.
  AGGLOMERATES;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
