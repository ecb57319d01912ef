package org.connectarium.analysis.inference;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BetaDistribution;

/// Where a number lies with a stated confidence.
///
/// @param lower end
/// @param upper end
public record Interval(double lower, double upper) {

  /// Quantiles of resampled values, so that `level` of them lie between: the percentile interval
  /// of the bootstrap (B. Efron, *Bootstrap methods: another look at the jackknife*, Annals of
  /// Statistics 7, 1979, [doi:10.1214/aos/1176344552](https://doi.org/10.1214/aos/1176344552)).
  /// NaN values are left out; NaN to NaN if none is left.
  ///
  /// @param level such as 0.95
  public static Interval percentile(double[] values, double level) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return new Interval(quantile(sorted, (1 - level) / 2), quantile(sorted, 1 - (1 - level) / 2));
  }

  /// The interval of a share, 95 %, exact in that it is never too narrow (C. Clopper, E. Pearson,
  /// *The use of confidence or fiducial limits illustrated in the case of the binomial*, Biometrika
  /// 26, 1934, [doi:10.1093/biomet/26.4.404](https://doi.org/10.1093/biomet/26.4.404)).
  ///
  /// @param hits 0…of
  /// @param of 1 or more
  public static Interval ofShare(long hits, long of) {
    double lower =
        hits == 0
            ? 0
            : new BetaDistribution(hits, of - hits + 1.0).inverseCumulativeProbability(0.025);
    double upper =
        hits == of
            ? 1
            : new BetaDistribution(hits + 1.0, of - hits).inverseCumulativeProbability(0.975);
    return new Interval(lower, upper);
  }

  /// Whether a value lies inside, ends included.
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }

  /// A quantile of sorted values, linear between neighbours (type 7 of R, the default of NumPy).
  /// NaN if there are none.
  public static double quantile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double at = share * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
