package org.connectarium.analysis.size;

/// Distances along the middle lines of a neurite, from the node nearest to one place to that
/// nearest to another.
///
/// Cost: nodes steps a distance.
public final class SkeletonDistance {
  private final float[] nodesUm; // x, y, z of a node side by side
  private final int[] parent;
  private final int[] piece;
  private final double[] alongUm; // path from the first node of the piece

  private SkeletonDistance(float[] nodesUm, int[] parent, int[] piece, double[] alongUm) {
    this.nodesUm = nodesUm;
    this.parent = parent;
    this.piece = piece;
    this.alongUm = alongUm;
  }

  /// Middle lines.
  ///
  /// @param nodesUm x, y, z of each node, µm, side by side
  /// @param parent number of the node before, an earlier one; −1 where a piece begins
  /// @throws IllegalArgumentException if there is no node, lengths do not fit, or a parent is not
  ///     an earlier node
  public static SkeletonDistance of(float[] nodesUm, int[] parent) {
    if (parent.length == 0 || nodesUm.length != 3 * parent.length) {
      throw new IllegalArgumentException(
          "a skeleton needs x, y, z of each node but had %d numbers for %d nodes"
              .formatted(nodesUm.length, parent.length));
    }
    int[] piece = new int[parent.length];
    double[] along = new double[parent.length];
    for (int i = 0; i < parent.length; i++) {
      if (parent[i] >= i || parent[i] < -1) {
        throw new IllegalArgumentException(
            "node %d of a skeleton must come after its parent but that is %d"
                .formatted(i, parent[i]));
      }
      piece[i] = parent[i] < 0 ? i : piece[parent[i]];
      along[i] = parent[i] < 0 ? 0 : along[parent[i]] + length(nodesUm, i, parent[i]);
    }
    return new SkeletonDistance(nodesUm.clone(), parent.clone(), piece, along);
  }

  private static double length(float[] nodes, int i, int j) {
    double x = nodes[3 * i] - nodes[3 * j];
    double y = nodes[3 * i + 1] - nodes[3 * j + 1];
    double z = nodes[3 * i + 2] - nodes[3 * j + 2];
    return Math.sqrt(x * x + y * y + z * z);
  }

  /// Path between two places, µm; NaN if they lie on different pieces, or a number is NaN.
  ///
  /// @param from x, y, z, µm
  /// @param to x, y, z, µm
  public double betweenUm(float[] from, float[] to) {
    int a = nearest(from);
    int b = nearest(to);
    if (a < 0 || b < 0 || piece[a] != piece[b]) {
      return Double.NaN;
    }
    double both = alongUm[a] + alongUm[b];
    while (a != b) { // parents come first
      if (a > b) {
        a = parent[a];
      } else {
        b = parent[b];
      }
    }
    return both - 2 * alongUm[a];
  }

  private int nearest(float[] place) {
    int best = -1;
    float least = Float.POSITIVE_INFINITY;
    for (int i = 0; i < parent.length; i++) {
      float x = nodesUm[3 * i] - place[0];
      float y = nodesUm[3 * i + 1] - place[1];
      float z = nodesUm[3 * i + 2] - place[2];
      float distance = x * x + y * y + z * z;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  /// Several skeletons as one with as many pieces more.
  public static SkeletonDistance joined(java.util.List<SkeletonDistance> skeletons) {
    int nodes = skeletons.stream().mapToInt(s -> s.parent.length).sum();
    float[] all = new float[3 * nodes];
    int[] parent = new int[nodes];
    int at = 0;
    for (SkeletonDistance s : skeletons) {
      System.arraycopy(s.nodesUm, 0, all, 3 * at, s.nodesUm.length);
      for (int i = 0; i < s.parent.length; i++) {
        parent[at + i] = s.parent[i] < 0 ? -1 : s.parent[i] + at;
      }
      at += s.parent.length;
    }
    return of(all, parent);
  }
}
