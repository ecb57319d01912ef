package org.connectarium.reconstruction.feature;

import java.util.Arrays;

/// Counts of the binned values of one channel in a set of voxels, to which more can be added.
final class Histogram {
  private final int[] count;
  private final float[] middle;
  private final int lowest;
  private final int highest;
  private long n;

  /// An empty histogram.
  ///
  /// @param lowest the lowest bin that will come
  /// @param highest the highest one
  Histogram(ValueBins bins, int lowest, int highest) {
    count = new int[bins.count()];
    middle = new float[bins.count()];
    for (int b = 0; b < middle.length; b++) {
      middle[b] = bins.middle(b);
    }
    this.lowest = lowest;
    this.highest = highest;
  }

  void clear() {
    Arrays.fill(count, lowest, highest + 1, 0);
    n = 0;
  }

  /// Adds a row of voxels.
  void add(short[] bins, int from, int length) {
    int[] c = count;
    int to = from + length;
    for (int i = from; i < to; i++) {
      c[bins[i]]++;
    }
    n += length;
  }

  /// The statistics of all that was added, in the order of [Statistic].
  void statistics(float[] out) {
    if (n == 0) {
      Arrays.fill(out, 0, Statistic.COUNT, 0);
      return;
    }
    int first = lowest;
    while (count[first] == 0) {
      first++;
    }
    int last = highest;
    while (count[last] == 0) {
      last--;
    }
    out[3] = middle[first];
    out[4] = middle[last];
    quantiles(first, out);
    moments(first, last, out);
  }

  private void quantiles(int first, float[] out) {
    long seen = 0;
    int bin = first - 1;
    for (int q = 1; q <= 3; q++) {
      long rank = (q * n + 3) / 4;
      while (seen < rank) {
        seen += count[++bin];
      }
      out[q - 1] = middle[bin];
    }
  }

  private void moments(int first, int last, float[] out) {
    double sum = 0;
    for (int b = first; b <= last; b++) {
      sum += (double) count[b] * middle[b];
    }
    double mean = sum / n;
    double m2 = 0;
    double m3 = 0;
    double m4 = 0;
    for (int b = first; b <= last; b++) {
      double d = middle[b] - mean;
      double c2 = count[b] * d * d;
      m2 += c2;
      m3 += c2 * d;
      m4 += c2 * d * d;
    }
    boolean alike = first == last;
    out[5] = (float) mean;
    out[6] = alike ? 0 : (float) (m2 / (n - 1));
    out[7] = alike ? 0 : (float) (m3 / n / Math.pow(m2 / n, 1.5));
    out[8] = alike ? 0 : (float) (m4 / n / (m2 / n * (m2 / n)));
  }
}
