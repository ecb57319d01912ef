package org.connectarium.analysis.report;

import java.util.Arrays;

/// Counts positive values in bins of equal width on a logarithmic axis, one value after the other.
/// Bin i reaches from 10^((first + i) / perDecade) (included) to the next such number.
///
/// Values from 10⁻¹² to 10²⁰ have bins of their own; smaller and larger ones go to the last bin on
/// their side.
public final class LogHistogram {
  /// Bins per factor of ten in the charts of a report.
  static final int PER_DECADE = 6;

  private static final int LOWEST_DECADE = -12;
  private static final int DECADES = 32;

  private final int perDecade;
  private final long[] counts;

  /// A histogram with the bins of the report's charts.
  public LogHistogram() {
    this(PER_DECADE);
  }

  LogHistogram(int perDecade) {
    this.perDecade = perDecade;
    counts = new long[DECADES * perDecade];
  }

  /// Counts a value; not if it is 0, negative or not finite.
  public void add(double value) {
    if (value > 0 && Double.isFinite(value)) {
      // the small term keeps 1000 from falling below its own edge
      int bin = (int) Math.floor(Math.log10(value) * perDecade + 1e-9);
      counts[Math.clamp(bin - LOWEST_DECADE * perDecade, 0, counts.length - 1)]++;
    }
  }

  /// Number of the first bin that is not empty; 0 if all are.
  int first() {
    int i = begin();
    return i == counts.length ? 0 : i + LOWEST_DECADE * perDecade;
  }

  /// Values in each bin from the first to the last that is not empty.
  long[] counts() {
    int end = counts.length;
    while (end > 0 && counts[end - 1] == 0) {
      end--;
    }
    return Arrays.copyOfRange(counts, Math.min(begin(), end), end);
  }

  private int begin() {
    int i = 0;
    while (i < counts.length && counts[i] == 0) {
      i++;
    }
    return i;
  }

  /// Lower edge of a bin of [#counts]; that of its length is the end of the last one.
  double edge(int bin) {
    return Math.pow(10, (double) (first() + bin) / perDecade);
  }
}
