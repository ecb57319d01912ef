package org.connectarium.reconstruction.boosting;

import java.util.Arrays;

/// Decision trees whose leaves are summed: a score for a row of features.
///
/// All trees have one depth d and are stored complete: 2^d − 1 decisions, of which number n has
/// the next ones 2n + 1 (left) and 2n + 2 (right), and 2^d leaves from left to right. A row goes
/// left where its feature is at most the threshold. A decision on feature −1 goes left always; so
/// smaller trees are filled up. There are no links, so no array of numbers makes a cycle.
///
/// - input of [#scores]: `float[]` rows × features, feature fastest, finite
/// - output: a score for each row, the sum of one leaf of each tree in double precision
/// - cost: trees · depth decisions a row; groups of rows go through a tree together, so that its
///   decisions are read once and the rows wait for memory at the same time
///
/// Immutable; may be used by many threads at once.
public final class Trees {
  private static final int GROUP = 8; // rows whose ways through a tree are interleaved
  private static final int BLOCK = 4 * GROUP; // rows that stay in the first cache
  private static final int EXPONENT = 0x7f80_0000;

  private final int features;
  private final int depth;
  private final int[] feature;
  private final float[] threshold;
  private final float[] leaf;
  private final long[] decisions; // feature << 32 | key of the threshold

  /// Trees of flat arrays, which are copied.
  ///
  /// @param features length of a row, 1 or more
  /// @param depth 1 … 8
  /// @param feature trees × (2^depth − 1), −1 … features − 1
  /// @param threshold as many, finite
  /// @param leaf trees × 2^depth, finite
  /// @throws IllegalArgumentException if lengths do not fit together or a number is out of range
  public Trees(int features, int depth, int[] feature, float[] threshold, float[] leaf) {
    if (features < 1) {
      throw new IllegalArgumentException("Trees need at least one feature");
    }
    if (depth < 1 || depth > BoostingParameters.MAX_DEPTH) {
      throw new IllegalArgumentException("depth must be 1 to 8 but was " + depth);
    }
    int leaves = 1 << depth;
    int count = leaf.length / leaves;
    if (count < 1
        || leaf.length != count * leaves
        || feature.length != count * (leaves - 1)
        || threshold.length != feature.length) {
      throw new IllegalArgumentException(
          "Trees of depth "
              + depth
              + " cannot have "
              + feature.length
              + " features, "
              + threshold.length
              + " thresholds and "
              + leaf.length
              + " leaves");
    }
    this.features = features;
    this.depth = depth;
    this.feature = feature.clone();
    this.threshold = threshold.clone();
    this.leaf = leaf.clone();
    decisions = new long[feature.length];
    for (int i = 0; i < feature.length; i++) {
      decisions[i] = decision(i);
    }
    for (int i = 0; i < leaf.length; i++) {
      if (!Float.isFinite(leaf[i])) {
        throw new IllegalArgumentException("Leaf " + i + " is " + leaf[i]);
      }
    }
  }

  private long decision(int i) {
    if (feature[i] < -1 || feature[i] >= features) {
      throw new IllegalArgumentException(
          "Decision " + i + " asks for feature " + feature[i] + " of " + features);
    }
    if (!Float.isFinite(threshold[i])) {
      throw new IllegalArgumentException("Decision " + i + " has the threshold " + threshold[i]);
    }
    return feature[i] < 0
        ? Integer.MAX_VALUE // above the key of every finite number: left always
        : ((long) feature[i] << 32) | (key(threshold[i]) & 0xffff_ffffL);
  }

  /// Length of a row.
  public int features() {
    return features;
  }

  /// Decisions from the root to a leaf.
  public int depth() {
    return depth;
  }

  /// How many trees there are.
  public int count() {
    return leaf.length >> depth;
  }

  /// Features of the decisions, as given to the constructor.
  public int[] feature() {
    return feature.clone();
  }

  /// Thresholds of the decisions, as given to the constructor.
  public float[] threshold() {
    return threshold.clone();
  }

  /// Leaves, as given to the constructor.
  public float[] leaf() {
    return leaf.clone();
  }

  /// The same trees for rows in which the features lie elsewhere.
  ///
  /// @param newFeatures length of the new rows
  /// @param place new number of each feature
  public Trees moved(int newFeatures, int[] place) {
    int[] moved = new int[feature.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = feature[i] < 0 ? -1 : place[feature[i]];
    }
    return new Trees(newFeatures, depth, moved, threshold, leaf);
  }

  /// Scores of rows.
  ///
  /// @param rows at least n × features, finite
  /// @param out takes n scores
  /// @throws IllegalArgumentException if an array is too short, or a value is NaN or infinite
  public void scores(float[] rows, int n, double[] out) {
    if (n < 0 || rows.length < (long) n * features || out.length < n) {
      throw new IllegalArgumentException(
          n + " rows of " + features + " features do not fit in " + rows.length + " values");
    }
    int[] keys = new int[BLOCK * features];
    double[] sums = new double[BLOCK];
    for (int begin = 0; begin < n; begin += BLOCK) {
      int here = Math.min(BLOCK, n - begin);
      toKeys(rows, begin, here, keys);
      int padded = (here + GROUP - 1) / GROUP * GROUP; // rows of the block before fill the group
      Arrays.fill(sums, 0);
      sum(keys, padded, sums);
      System.arraycopy(sums, 0, out, begin, here);
    }
  }

  private void toKeys(float[] rows, int begin, int here, int[] keys) {
    int from = begin * features;
    int values = here * features;
    int largest = 0;
    for (int i = 0; i < values; i++) {
      int bits = Float.floatToRawIntBits(rows[from + i] + 0f); // -0 becomes 0
      largest = Math.max(largest, bits & EXPONENT);
      keys[i] = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }
    if (largest == EXPONENT) {
      int i = from;
      while (Float.isFinite(rows[i])) {
        i++;
      }
      throw new IllegalArgumentException(
          "Row " + i / features + ": feature " + i % features + " is " + rows[i]);
    }
  }

  /// The bits of a float as an integer of the same order.
  private static int key(float value) {
    int bits = Float.floatToRawIntBits(value + 0f);
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }

  private void sum(int[] keys, int rows, double[] sums) {
    int inner = (1 << depth) - 1;
    for (int t = 0, tree = 0; tree < leaf.length; t += inner, tree += inner + 1) {
      for (int r = 0; r < rows; r += GROUP) {
        sumGroup(keys, r, t, tree - inner, sums);
      }
    }
  }

  /* One step is n = 2n + 1, and 1 more to the right, where threshold − key is negative. It is free
   * of branches, and eight chains of dependent loads run side by side. */
  private void sumGroup(int[] keys, int r, int tree, int leaves, double[] sums) {
    int f = features;
    int o0 = r * f;
    int o1 = o0 + f;
    int o2 = o1 + f;
    int o3 = o2 + f;
    int o4 = o3 + f;
    int o5 = o4 + f;
    int o6 = o5 + f;
    int o7 = o6 + f;
    int n0 = 0;
    int n1 = 0;
    int n2 = 0;
    int n3 = 0;
    int n4 = 0;
    int n5 = 0;
    int n6 = 0;
    int n7 = 0;
    long[] d = decisions;
    for (int level = 0; level < depth; level++) {
      n0 = next(keys, o0, d[tree + n0], n0);
      n1 = next(keys, o1, d[tree + n1], n1);
      n2 = next(keys, o2, d[tree + n2], n2);
      n3 = next(keys, o3, d[tree + n3], n3);
      n4 = next(keys, o4, d[tree + n4], n4);
      n5 = next(keys, o5, d[tree + n5], n5);
      n6 = next(keys, o6, d[tree + n6], n6);
      n7 = next(keys, o7, d[tree + n7], n7);
    }
    sums[r] += leaf[leaves + n0];
    sums[r + 1] += leaf[leaves + n1];
    sums[r + 2] += leaf[leaves + n2];
    sums[r + 3] += leaf[leaves + n3];
    sums[r + 4] += leaf[leaves + n4];
    sums[r + 5] += leaf[leaves + n5];
    sums[r + 6] += leaf[leaves + n6];
    sums[r + 7] += leaf[leaves + n7];
  }

  private static int next(int[] keys, int row, long decision, int n) {
    long above = (long) (int) decision - keys[row + (int) (decision >>> 32)];
    return 2 * n + 1 + (int) (above >>> 63);
  }
}
