package org.connectarium.reconstruction.feature;

import java.util.Arrays;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Counts of the binned values of one channel in a set of voxels, to which more can be added.
final class Histogram {
  private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

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
    count = new int[bins.count() + 1]; // the last one stays empty
    middle = new float[bins.count() + 1];
    for (int b = 0; b < bins.count(); b++) {
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
    int first = first();
    int last = last();
    out[3] = middle[first];
    out[4] = middle[last];
    moments(first, last, quantiles(first, out), out);
  }

  /* Of bins with voxels; a vector of empty ones at a time. */
  private int first() {
    int bin = lowest;
    while (bin + LANES <= highest
        && IntVector.fromArray(SPECIES, count, bin).test(VectorOperators.IS_DEFAULT).allTrue()) {
      bin += LANES;
    }
    while (count[bin] == 0) {
      bin++;
    }
    return bin;
  }

  private int last() {
    int bin = highest;
    while (bin - LANES >= lowest
        && IntVector.fromArray(SPECIES, count, bin + 1 - LANES)
            .test(VectorOperators.IS_DEFAULT)
            .allTrue()) {
      bin -= LANES;
    }
    while (count[bin] == 0) {
      bin--;
    }
    return bin;
  }

  /* Returns the middle of the bin of the median. */
  private double quantiles(int first, float[] out) {
    long seen = 0;
    int bin = first - 1;
    for (int q = 1; q <= 3; q++) {
      long rank = (q * n + 3) / 4;
      while (seen < rank) {
        seen += count[++bin];
      }
      out[q - 1] = middle[bin];
    }
    return out[1];
  }

  /* Powers of the distance from the median, which is never farther from the mean than one standard
   * deviation, so little is lost when they are moved to the mean. Two sums for each power: an
   * addition waits for the one before it. */
  private void moments(int first, int last, double median, float[] out) {
    double a1 = 0;
    double a2 = 0;
    double a3 = 0;
    double a4 = 0;
    double b1 = 0;
    double b2 = 0;
    double b3 = 0;
    double b4 = 0;
    for (int i = first; i <= last; i += 2) {
      double a = middle[i] - median;
      double b = middle[i + 1] - median;
      double sum = count[i] * a;
      double sumB = count[i + 1] * b;
      a1 += sum;
      b1 += sumB;
      sum *= a;
      sumB *= b;
      a2 += sum;
      b2 += sumB;
      sum *= a;
      sumB *= b;
      a3 += sum;
      b3 += sumB;
      a4 += sum * a;
      b4 += sumB * b;
    }
    double d = (a1 + b1) / n;
    double r2 = (a2 + b2) / n;
    double r3 = (a3 + b3) / n;
    double m2 = r2 - d * d;
    double m3 = r3 - 3 * d * r2 + 2 * d * d * d;
    double m4 = (a4 + b4) / n - 4 * d * r3 + 6 * d * d * r2 - 3 * d * d * d * d;
    boolean alike = first == last;
    out[5] = (float) (median + d);
    out[6] = alike ? 0 : (float) (m2 * n / (n - 1));
    out[7] = alike ? 0 : (float) (m3 / (m2 * Math.sqrt(m2)));
    out[8] = alike ? 0 : (float) (m4 / (m2 * m2));
  }
}
