package org.connectarium.analysis.innervation;

import java.util.Arrays;

/// The p-values that axons have by chance, and the threshold that follows from them.
final class ExpectedP {
  private final double[] values; // ascending
  private final double[] cumulative;

  /// Takes steps of a distribution function.
  ExpectedP(double[] values, double[] cumulative) {
    this.values = values;
    this.cumulative = cumulative;
  }

  /// Where axons stop to be specific.
  ///
  /// @param p the first observed p-value that is too large; NaN if no axon is specific
  /// @param falseShare estimated share of false ones among the axons below; NaN if there are none
  record Threshold(double p, double falseShare) {}

  /// Share of axons expected at or below p; linear between the values that can occur.
  double atOrBelow(double p) {
    int at = Arrays.binarySearch(values, p);
    if (at >= 0) {
      return cumulative[at];
    }
    int above = -at - 1;
    if (above == 0) {
      return cumulative[0] * p / values[0];
    }
    if (above == values.length) {
      return cumulative[above - 1];
    }
    double share = (p - values[above - 1]) / (values[above] - values[above - 1]);
    return cumulative[above - 1] + share * (cumulative[above] - cumulative[above - 1]);
  }

  /// Goes through the observed p-values upwards. At the first place where expected over observed
  /// goes from at most `falseShare` to more, the p-value after the change is the threshold.
  Threshold threshold(double[] observed, double falseShare) {
    double[] sorted = observed.clone();
    Arrays.sort(sorted);
    double before = Double.NaN;
    for (int i = 0; i < sorted.length; ) {
      double p = sorted[i];
      while (i < sorted.length && sorted[i] == p) {
        i++;
      }
      double here = atOrBelow(p) * sorted.length / i;
      if (before <= falseShare && here > falseShare) {
        return new Threshold(p, before);
      }
      before = here;
    }
    return new Threshold(Double.NaN, Double.NaN);
  }
}
