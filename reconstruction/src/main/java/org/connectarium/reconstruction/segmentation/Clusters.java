package org.connectarium.reconstruction.segmentation;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/// Border pieces with their continuity, from which the clusters at any threshold follow. 16 bytes
/// a piece and 12 a segment.
public final class Clusters {
  private final long[] ids;
  private final int[] low;
  private final int[] high;
  private final int[] voxels;
  private final float[] score;

  Clusters(long[] ids, int[] low, int[] high, int[] voxels, float[] score) {
    this.ids = ids;
    this.low = low;
    this.high = high;
    this.voxels = voxels;
    this.score = score;
  }

  /// The cluster of each segment if the hierarchy is cut at a threshold, named by its lowest
  /// segment id. Ids of no segment stay.
  ///
  /// @param minContactVoxels smaller pieces join nothing; those across a cut object always join
  public LongUnaryOperator at(double threshold, long minContactVoxels) {
    DisjointSets sets = new DisjointSets(ids.length);
    for (int i = 0; i < score.length; i++) {
      if (score[i] >= threshold && voxels[i] >= minContactVoxels) {
        sets.join(low[i], high[i]);
      }
    }
    return id -> {
      int number = Arrays.binarySearch(ids, id);
      return number < 0 ? id : ids[sets.root(number)];
    };
  }
}
