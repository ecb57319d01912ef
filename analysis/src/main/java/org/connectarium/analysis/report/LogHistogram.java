package org.connectarium.analysis.report;

import java.util.Arrays;

/// Counts of positive values in bins of equal width on a logarithmic axis. Bin i reaches from
/// 10^((first + i) / perDecade) (included) to the next such number.
///
/// @param perDecade bins per factor of ten
/// @param first number of the first bin
/// @param counts values per bin; the first and the last are not 0, unless there are no values
@SuppressWarnings("ArrayRecordComponent")
record LogHistogram(int perDecade, int first, int[] counts) {

  /// Bins all values that are positive and finite.
  static LogHistogram of(double[] values, int perDecade) {
    int[] bins =
        Arrays.stream(values)
            .filter(v -> v > 0 && Double.isFinite(v))
            .mapToInt(v -> bin(v, perDecade))
            .sorted()
            .toArray();
    if (bins.length == 0) {
      return new LogHistogram(perDecade, 0, new int[0]);
    }
    int[] counts = new int[bins[bins.length - 1] - bins[0] + 1];
    for (int bin : bins) {
      counts[bin - bins[0]]++;
    }
    return new LogHistogram(perDecade, bins[0], counts);
  }

  private static int bin(double value, int perDecade) {
    // the small term keeps 1000 from falling below its own edge
    return (int) Math.floor(Math.log10(value) * perDecade + 1e-9);
  }

  /// Lower edge of a bin; that of `counts.length` is the end of the last one.
  double edge(int bin) {
    return Math.pow(10, (double) (first + bin) / perDecade);
  }
}
