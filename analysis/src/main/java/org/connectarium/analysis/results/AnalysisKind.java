package org.connectarium.analysis.results;

import java.util.Locale;

/// The families of statistics that a report can have, in its order.
public enum AnalysisKind {
  NETWORK,
  INNERVATION,
  SIZE,
  COMPARISON;

  /// Its name on the command line.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  Analysis analysis() {
    return switch (this) {
      case NETWORK -> new NetworkAnalysis();
      case INNERVATION -> new InnervationAnalysis();
      case SIZE -> new SizeAnalysis();
      case COMPARISON -> new ComparisonAnalysis();
    };
  }
}
