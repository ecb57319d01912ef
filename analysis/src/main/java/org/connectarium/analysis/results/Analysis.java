package org.connectarium.analysis.results;

import java.util.List;

/// One family of statistics in a report.
interface Analysis {
  /// Its heading.
  String heading();

  /// Asks for the statistics of a data set.
  Part of(Facts facts, Ask ask, Settings settings);

  /// Asks for what is said of all data sets together; nothing by default.
  default Part together(List<Facts> datasets, Ask ask, Settings settings) {
    return new Part();
  }

  /// How it is done, with the parameters that were used.
  List<String> methods(List<Facts> datasets, Settings settings);
}
