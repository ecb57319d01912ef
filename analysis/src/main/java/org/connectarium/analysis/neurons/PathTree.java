package org.connectarium.analysis.neurons;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.connectarium.graph.columns.DisjointSets;

/// The path through points of a neurite: the minimum spanning forest over pairs that touch.
///
/// - cost: O(m log m) for m pairs; a distance takes the steps between both points
///
/// Method: A. Motta et al., *Dense connectomic reconstruction in layer 4 of the somatosensory
/// cortex*, Science 2019, [doi:10.1126/science.aay3134](https://doi.org/10.1126/science.aay3134).
/// Differs: only points of segments that touch are linked, so a neurite of parts that people joined
/// across a gap is several trees, and the gaps count nothing.
public final class PathTree {
  private static final int ROOT = -1;

  private final int[] parent;
  private final int[] depth;
  private final double[] toRootNm;
  private final int[] tree;
  private final double lengthNm;

  private PathTree(int[] parent, int[] depth, double[] toRootNm, int[] tree, double lengthNm) {
    this.parent = parent;
    this.depth = depth;
    this.toRootNm = toRootNm;
    this.tree = tree;
    this.lengthNm = lengthNm;
  }

  /// The forest of points.
  ///
  /// @param pointsNm x, y, z of each
  /// @param from one end of each pair that touches
  /// @param to the other one
  /// @throws IllegalArgumentException if there are not as many ends as others
  public static PathTree of(double[] pointsNm, int[] from, int[] to) {
    if (from.length != to.length || pointsNm.length % 3 != 0) {
      throw new IllegalArgumentException(
          "pairs need two ends each and points three coordinates but there were %d, %d and %d"
              .formatted(from.length, to.length, pointsNm.length));
    }
    int n = pointsNm.length / 3;
    int[] order =
        IntStream.range(0, from.length)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer k) -> distance(pointsNm, from[k], to[k]))
                    .thenComparingInt(k -> Math.min(from[k], to[k]))
                    .thenComparingInt(k -> Math.max(from[k], to[k])))
            .mapToInt(Integer::intValue)
            .toArray();
    DisjointSets sets = new DisjointSets(n);
    int[] start = new int[n + 1];
    boolean[] taken = new boolean[from.length];
    double length = 0;
    for (int k : order) {
      if (sets.join(from[k], to[k])) {
        taken[k] = true;
        length += distance(pointsNm, from[k], to[k]);
        start[from[k] + 1]++;
        start[to[k] + 1]++;
      }
    }
    Arrays.parallelPrefix(start, Integer::sum);
    int[] next = start.clone();
    int[] neighbour = new int[start[n]];
    for (int k = 0; k < from.length; k++) {
      if (taken[k]) {
        neighbour[next[from[k]]++] = to[k];
        neighbour[next[to[k]]++] = from[k];
      }
    }
    return rooted(pointsNm, start, neighbour, length);
  }

  private static PathTree rooted(double[] points, int[] start, int[] neighbour, double length) {
    int n = points.length / 3;
    int[] parent = new int[n];
    int[] depth = new int[n];
    int[] tree = new int[n];
    double[] toRoot = new double[n];
    Arrays.fill(tree, -1);
    int[] open = new int[n];
    int trees = 0;
    for (int root = 0; root < n; root++) {
      if (tree[root] >= 0) {
        continue;
      }
      parent[root] = ROOT;
      tree[root] = trees;
      int waiting = 1;
      open[0] = root;
      while (waiting > 0) {
        int at = open[--waiting];
        for (int k = start[at]; k < start[at + 1]; k++) {
          int other = neighbour[k];
          if (tree[other] < 0) {
            tree[other] = trees;
            parent[other] = at;
            depth[other] = depth[at] + 1;
            toRoot[other] = toRoot[at] + distance(points, at, other);
            open[waiting++] = other;
          }
        }
      }
      trees++;
    }
    return new PathTree(parent, depth, toRoot, tree, length);
  }

  /// Length of all edges, nm.
  public double lengthNm() {
    return lengthNm;
  }

  /// Distance along the path, nm; infinite between points of different trees.
  public double distanceNm(int a, int b) {
    if (tree[a] != tree[b]) {
      return Double.POSITIVE_INFINITY;
    }
    int x = a;
    int y = b;
    while (x != y) {
      if (depth[x] >= depth[y]) {
        x = parent[x];
      } else {
        y = parent[y];
      }
    }
    return toRootNm[a] + toRootNm[b] - 2 * toRootNm[x];
  }

  private static double distance(double[] points, int a, int b) {
    double dx = points[3 * a] - points[3 * b];
    double dy = points[3 * a + 1] - points[3 * b + 1];
    double dz = points[3 * a + 2] - points[3 * b + 2];
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }
}
