package org.connectarium.analysis.comparison;

import java.util.Arrays;
import org.connectarium.analysis.inference.Interval;

/// A number that says something about a sample; the values may be in any order.
@FunctionalInterface
public interface Statistic {
  /// The mean.
  Statistic MEAN = values -> Arrays.stream(values).average().orElse(Double.NaN);

  /// The median.
  Statistic MEDIAN =
      values -> {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Interval.quantile(sorted, 0.5);
      };

  /// The number of a sample.
  double of(double[] values);
}
