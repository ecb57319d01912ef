package org.connectarium.analysis.size;

import org.connectarium.analysis.inference.Seeds;
import org.jspecify.annotations.Nullable;

/// Maps of shuffled pairs, compared with the observed map pixel by pixel.
///
/// Cost of a shuffle: n steps to pair n sizes at random, n / 2 to find pixels, and two passes of
/// the Gaussian over all pixels, each as many multiply-adds a pixel as the kernel reaches.
final class Shuffles {
  private final float[] sizes;
  private final MapWindow.Locator locator;
  private final Smoother smoother;
  private final float[] observed;
  private final long seed;

  Shuffles(
      float[] sizes, MapWindow.Locator locator, Smoother smoother, float[] observed, long seed) {
    this.sizes = sizes;
    this.locator = locator;
    this.smoother = smoother;
    this.observed = observed;
    this.seed = seed;
  }

  /// Some of the shuffles, one after the other.
  ///
  /// @param scale by which the largest difference of each map is measured; null while it is not
  ///     known: then moments are summed
  Part part(int from, int to, @Nullable Scale scale) {
    Part part = new Part(observed.length, to - from, scale == null);
    float[] other = new float[sizes.length];
    for (int shuffle = from; shuffle < to; shuffle++) {
      System.arraycopy(sizes, 0, other, 0, sizes.length);
      SizePairs.pairUp(other, Seeds.random(seed, shuffle));
      int[] counts = locator.histogram(other);
      float[] map = smoother.smooth(counts, 2.0 / sizes.length);
      part.add(counts, map, observed);
      if (scale != null) {
        part.largest[shuffle - from] = scale.largest(map);
      }
    }
    return part;
  }

  /// What some shuffles gave.
  static final class Part {
    private final int[] below; // shuffles with less density than observed
    private final int[] counts; // pairs of all shuffles
    private final double[] sum; // of densities; empty unless moments are summed
    private final double[] squares;
    private final float[] largest;

    private Part(int pixels, int shuffles, boolean moments) {
      below = new int[pixels];
      counts = new int[pixels];
      sum = new double[moments ? pixels : 0];
      squares = new double[sum.length];
      largest = new float[moments ? 0 : shuffles];
    }

    private void add(int[] more, float[] map, float[] observed) {
      for (int i = 0; i < map.length; i++) {
        below[i] += map[i] < observed[i] ? 1 : 0;
        counts[i] += more[i];
      }
      for (int i = 0; i < sum.length; i++) {
        sum[i] += map[i];
        squares[i] += (double) map[i] * map[i];
      }
    }

    void addTo(int[] allBelow, long[] allCounts) {
      for (int i = 0; i < below.length; i++) {
        allBelow[i] += below[i];
        allCounts[i] += counts[i];
      }
    }

    int reaching(float least) {
      int n = 0;
      for (float l : largest) {
        n += l >= least ? 1 : 0;
      }
      return n;
    }
  }

  /// Mean and spread of densities by chance.
  static final class Scale {
    private final float[] mean;
    private final float[] perDeviation;

    /// Spread is not taken below a twentieth of the largest, so that pixels that hardly a pair
    /// reaches do not decide.
    Scale(Iterable<Part> parts, int pixels, int shuffles) {
      double[] sum = new double[pixels];
      double[] squares = new double[pixels];
      for (Part part : parts) {
        for (int i = 0; i < pixels; i++) {
          sum[i] += part.sum[i] / shuffles;
          squares[i] += part.squares[i] / shuffles;
        }
      }
      double most = 0;
      for (int i = 0; i < pixels; i++) {
        squares[i] = Math.max(0, squares[i] - sum[i] * sum[i]);
        most = Math.max(most, squares[i]);
      }
      mean = new float[pixels];
      perDeviation = new float[pixels];
      for (int i = 0; i < pixels; i++) {
        mean[i] = (float) sum[i];
        perDeviation[i] = (float) (1 / Math.sqrt(squares[i] + most / 400));
      }
    }

    float largest(float[] map) {
      float most = 0;
      for (int i = 0; i < map.length; i++) {
        most = Math.max(most, (map[i] - mean[i]) * perDeviation[i]);
      }
      return most;
    }
  }
}
