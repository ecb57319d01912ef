package org.connectarium.reconstruction.feature;

/// What is taken of the values of one channel in one sub-volume, in the order of feature names.
///
/// A quantile p of n values is the ⌈p·n⌉-th smallest one. Variance divides by n − 1; skewness and
/// kurtosis are m₃/m₂^1.5 and m₄/m₂² of the moments around the mean (a normal distribution has
/// kurtosis 3), 0 where all values are alike. An empty sub-volume has 0 everywhere.
enum Statistic {
  QUARTILE_1(0, "q25"),
  MEDIAN(1, "median"),
  QUARTILE_3(2, "q75"),
  MINIMUM(3, "min"),
  MAXIMUM(4, "max"),
  MEAN(5, "mean"),
  VARIANCE(6, "variance"),
  SKEWNESS(7, "skewness"),
  KURTOSIS(8, "kurtosis");

  static final int COUNT = 9;

  private final int place;
  private final String label;

  Statistic(int place, String label) {
    this.place = place;
    this.label = label;
  }

  /// Its place among the statistics of a [Histogram].
  int place() {
    return place;
  }

  String label() {
    return label;
  }
}
