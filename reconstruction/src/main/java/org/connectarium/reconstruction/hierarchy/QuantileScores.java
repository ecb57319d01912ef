package org.connectarium.reconstruction.hierarchy;

import java.util.Arrays;

/// Quantiles of the affinities in 256 levels, by a histogram an edge that holds only the levels
/// that occur: 8 bytes each, and 20 an edge.
final class QuantileScores implements EdgeScores {
  private static final int LEVELS = 255;
  private static final int WEIGHT_BITS = 56;
  private static final long WEIGHT = (1L << WEIGHT_BITS) - 1;
  private static final double UNIT = 16;
  private static final long[] NOTHING = {};

  private final double quantile;
  /* Level in the upper 8 bits, weight below; ascending. */
  private final long[][] histograms;

  QuantileScores(int edges, double quantile) {
    this.quantile = quantile;
    histograms = new long[edges][];
    Arrays.fill(histograms, NOTHING);
  }

  @Override
  public void add(int edge, double affinity, double weight) {
    long w = Math.max(1, Math.round(weight * UNIT));
    histograms[edge] =
        sum(histograms[edge], new long[] {(Math.round(affinity * LEVELS) << WEIGHT_BITS) | w});
  }

  @Override
  public void join(int into, int from) {
    histograms[into] = sum(histograms[into], histograms[from]);
    histograms[from] = NOTHING;
  }

  private static int level(long entry) {
    return (int) (entry >>> WEIGHT_BITS);
  }

  private static long[] sum(long[] one, long[] other) {
    long[] out = new long[one.length + other.length];
    int n = 0;
    int i = 0;
    int j = 0;
    while (i < one.length || j < other.length) {
      int here = i < one.length ? level(one[i]) : Integer.MAX_VALUE;
      int there = j < other.length ? level(other[j]) : Integer.MAX_VALUE;
      if (here == there) {
        out[n++] = one[i++] + (other[j++] & WEIGHT);
      } else {
        out[n++] = here < there ? one[i++] : other[j++];
      }
    }
    return n == out.length ? out : Arrays.copyOf(out, n);
  }

  @Override
  public void contract(int stays, int goes) {
    // sizes do not count
  }

  @Override
  public double score(int edge) {
    long[] histogram = histograms[edge];
    long all = 0;
    for (long entry : histogram) {
      all += entry & WEIGHT;
    }
    double wanted = quantile * all;
    long below = 0;
    for (long entry : histogram) {
      below += entry & WEIGHT;
      if (below >= wanted) {
        return (double) level(entry) / LEVELS;
      }
    }
    throw new IllegalStateException("Edge " + edge + " has no contacts");
  }
}
