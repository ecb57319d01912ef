package org.connectarium.analysis.size;

import java.util.Arrays;

/// Numbers in narrow bins, each with its count, mean and scatter, so that a fit costs the same
/// for thousands and for millions of them. Up to [#BINS] numbers each is a bin of its own.
final class BinnedLogs {
  static final int BINS = 1024;

  final int size;
  final double[] count;
  final double[] mean;
  final double[] scatter; // Σ (value − mean)² of the bin

  private BinnedLogs(int size, double[] count, double[] mean, double[] scatter) {
    this.size = size;
    this.count = count;
    this.mean = mean;
    this.scatter = scatter;
  }

  static BinnedLogs of(double[] values) {
    if (values.length <= BINS) {
      double[] once = new double[values.length];
      Arrays.fill(once, 1);
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      return new BinnedLogs(values.length, once, sorted, new double[values.length]);
    }
    double least = Arrays.stream(values).min().orElseThrow();
    double most = Arrays.stream(values).max().orElseThrow();
    double width = Math.max((most - least) / BINS, Double.MIN_NORMAL);
    double[] count = new double[BINS];
    double[] mean = new double[BINS];
    double[] scatter = new double[BINS];
    for (double v : values) {
      int bin = Math.min(BINS - 1, (int) ((v - least) / width));
      count[bin]++;
      double d = v - mean[bin];
      mean[bin] += d / count[bin];
      scatter[bin] += d * (v - mean[bin]);
    }
    int used = 0;
    for (int bin = 0; bin < BINS; bin++) {
      if (count[bin] > 0) {
        count[used] = count[bin];
        mean[used] = mean[bin];
        scatter[used++] = scatter[bin];
      }
    }
    return new BinnedLogs(
        values.length,
        Arrays.copyOf(count, used),
        Arrays.copyOf(mean, used),
        Arrays.copyOf(scatter, used));
  }

  /// The same bins with other counts; scatter grows with them.
  BinnedLogs recounted(double[] counts) {
    double[] scaled = new double[scatter.length];
    Arrays.setAll(scaled, i -> scatter[i] * counts[i] / count[i]);
    return new BinnedLogs(size, counts, mean, scaled);
  }

  int bins() {
    return count.length;
  }

  double mean() {
    double sum = 0;
    for (int i = 0; i < count.length; i++) {
      sum += count[i] * mean[i];
    }
    return sum / size;
  }

  double deviation() {
    double centre = mean();
    double sum = 0;
    for (int i = 0; i < count.length; i++) {
      double d = mean[i] - centre;
      sum += count[i] * d * d + scatter[i];
    }
    return Math.sqrt(sum / size);
  }

  /// The value below which a share of numbers lies.
  double quantile(double share) {
    double below = share * size;
    for (int i = 0; i < count.length; i++) {
      below -= count[i];
      if (below < 0) {
        return mean[i];
      }
    }
    return mean[count.length - 1];
  }
}
