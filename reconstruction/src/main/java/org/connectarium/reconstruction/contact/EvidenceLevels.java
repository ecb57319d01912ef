package org.connectarium.reconstruction.contact;

import java.util.Arrays;

/// The levels of the boundary evidence of one border: how many voxels or faces have which.
public final class EvidenceLevels {
  private static final int LEVELS = 256;

  private final int[] histogram = new int[LEVELS];
  private long count;
  private long sum;
  private long squares;

  /// Forgets all levels.
  public void clear() {
    Arrays.fill(histogram, 0);
    count = 0;
    sum = 0;
    squares = 0;
  }

  /// Adds a level 0…255.
  public void add(int level) {
    histogram[level]++;
    count++;
    sum += level;
    squares += (long) level * level;
  }

  /// Standard deviation of the levels (divided by n, not n − 1), 0…127.5; 0 if there is none.
  public double deviation() {
    if (count == 0) {
      return 0;
    }
    double mean = (double) sum / count;
    return Math.sqrt(Math.max(0, (double) squares / count - mean * mean));
  }

  /// The lowest level that at least this share of all does not exceed: 0 the minimum, 0.5 the
  /// median, 1 the maximum; 0 if there is none.
  public int quantile(double share) {
    double rank = Math.max(1, share * count);
    long below = 0;
    for (int level = 0; level < LEVELS; level++) {
      below += histogram[level];
      if (below >= rank) {
        return level;
      }
    }
    return 0;
  }
}
