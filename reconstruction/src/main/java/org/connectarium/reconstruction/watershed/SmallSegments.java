package org.connectarium.reconstruction.watershed;

import java.util.Arrays;

/// Joins segments that are too small to their neighbours: steps between segments are gone through
/// from the lowest to the highest, and join both sides if one of them is still too small.
///
/// - of steps of one level that of the earlier voxel goes first, of one voxel z before y before x
/// - so no segment stays too small that has a neighbour
/// - cost: O(voxels), 4 bytes for each step beside a small segment, 8 a segment
///
/// Method: size-dependent single linkage with a threshold on size alone, A. Zlateski, H. S. Seung,
/// 2015, [arXiv:1505.00249](https://arxiv.org/abs/1505.00249).
final class SmallSegments {
  private final Steps steps;
  private final int[] labels;
  private final int minVoxels;
  private final int[] parent;
  private final int[] voxels;

  private SmallSegments(Steps steps, int[] labels, int count, int minVoxels) {
    this.steps = steps;
    this.labels = labels;
    this.minVoxels = minVoxels;
    parent = new int[count + 1];
    Arrays.setAll(parent, s -> s);
    voxels = new int[count + 1];
    for (int label : labels) {
      voxels[label]++;
    }
  }

  /// Joins the small ones in place.
  ///
  /// @param labels 1…n in order of first voxel, shape (z, y, x), 0 = excluded; afterwards so again
  /// @return how many there are afterwards
  static int join(Steps steps, int[] labels, int minVoxels) {
    int count = Arrays.stream(labels).max().orElse(0);
    if (minVoxels < 2) {
      return count;
    }
    SmallSegments small = new SmallSegments(steps, labels, count, minVoxels);
    small.joinAlong(small.stepsByLevel());
    return small.renumber();
  }

  /* Indexes 3·voxel + channel of the steps beside small segments, the lowest first. */
  private int[] stepsByLevel() {
    int[] begin = new int[Steps.NONE + 1];
    eachStep((level, _) -> begin[level + 1]++);
    for (int level = 0; level < Steps.NONE; level++) {
      begin[level + 1] += begin[level];
    }
    int[] sorted = new int[begin[Steps.NONE]];
    eachStep((level, step) -> sorted[begin[level]++] = step);
    return sorted;
  }

  private interface Each {
    void step(int level, int index);
  }

  private void eachStep(Each each) {
    byte[][] levels = steps.levels;
    int n = labels.length;
    if (n > Integer.MAX_VALUE / 3) {
      throw new IllegalArgumentException(
          "Block of %d voxels is too large; use blocks below 715 million voxels".formatted(n));
    }
    for (int p = 0; p < n; p++) {
      int here = labels[p];
      for (int c = 0; c < 3; c++) {
        int level = levels[c][p] & 255;
        if (level == Steps.NONE) {
          continue;
        }
        int there = labels[p + steps.around[c]];
        if (here != there && (voxels[here] < minVoxels || voxels[there] < minVoxels)) {
          each.step(level, 3 * p + c);
        }
      }
    }
  }

  private void joinAlong(int[] sorted) {
    for (int step : sorted) {
      int p = step / 3;
      int a = root(labels[p]);
      int b = root(labels[p + steps.around[step % 3]]);
      if (a != b && (voxels[a] < minVoxels || voxels[b] < minVoxels)) {
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        parent[high] = low;
        voxels[low] += voxels[high];
      }
    }
  }

  private int root(int segment) {
    int r = segment;
    while (parent[r] != r) {
      parent[r] = parent[parent[r]];
      r = parent[r];
    }
    return r;
  }

  /* The lowest of a group stands for it, so that the order of first voxels stays. */
  private int renumber() {
    int n = 0;
    int[] number = new int[parent.length];
    for (int s = 1; s < parent.length; s++) {
      number[s] = parent[s] == s ? ++n : number[root(s)];
    }
    for (int i = 0; i < labels.length; i++) {
      labels[i] = number[labels[i]];
    }
    return n;
  }
}
