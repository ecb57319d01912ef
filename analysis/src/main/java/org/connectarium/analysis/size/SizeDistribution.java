package org.connectarium.analysis.size;

import java.util.Arrays;
import org.connectarium.analysis.inference.Interval;

/// Sizes in a few numbers.
///
/// @param sizes how many
/// @param mean of them; all but the last three in the unit of the sizes; NaN without sizes
/// @param deviation standard deviation, n − 1 in the denominator; NaN of fewer than two
/// @param quartile25 a quarter is smaller
/// @param median half is smaller
/// @param quartile75 three quarters are smaller
/// @param meanLog10 mean of log10
/// @param deviationLog10 standard deviation of log10, n − 1 in the denominator
/// @param meanLog10Ratio mean of log10 (larger / smaller) over all pairs of two of them
public record SizeDistribution(
    int sizes,
    double mean,
    double deviation,
    double quartile25,
    double median,
    double quartile75,
    double meanLog10,
    double deviationLog10,
    double meanLog10Ratio) {

  static SizeDistribution of(double[] sizes) {
    double[] sorted = sizes.clone();
    Arrays.sort(sorted);
    double[] logs = MixtureFit.logs(sorted);
    return new SizeDistribution(
        sizes.length,
        PairSimilarity.mean(sorted),
        deviation(sorted),
        Interval.quantile(sorted, 0.25),
        Interval.quantile(sorted, 0.5),
        Interval.quantile(sorted, 0.75),
        PairSimilarity.mean(logs),
        deviation(logs),
        meanLog10Ratio(logs));
  }

  private static double deviation(double[] values) {
    double mean = PairSimilarity.mean(values);
    return Math.sqrt(
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
  }

  /// Mean difference of two of the numbers, over all pairs: each sorted number is the larger one
  /// of as many pairs as stand before it.
  static double meanLog10Ratio(double[] logs) {
    double[] sorted = logs.clone();
    Arrays.sort(sorted);
    double n = sorted.length;
    double sum = 0;
    for (int i = 0; i < sorted.length; i++) {
      sum += (2 * i - n + 1) * sorted[i];
    }
    return 2 * sum / (n * (n - 1));
  }
}
