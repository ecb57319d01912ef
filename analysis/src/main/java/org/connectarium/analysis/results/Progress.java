package org.connectarium.analysis.results;

/// Is told how far a report is.
public interface Progress {
  /// An analysis of a data set is done.
  void done(AnalysisKind kind);
}
