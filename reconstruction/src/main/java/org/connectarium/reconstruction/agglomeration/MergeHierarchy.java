package org.connectarium.reconstruction.agglomeration;

import java.util.Arrays;

/// The order in which touching segments are merged, best first, as a tree of merges.
///
/// - input: a multigraph of `nodes` segments (0 … nodes − 1); each edge has a weight (its faces)
///   and
///   an affinity 0 … 1 (its mean)
/// - the pair of clusters with the highest mean affinity, over all edges between them by weight,
///   is
///   merged next; ties go to the pair with the lowest first node, then the lowest second
/// - output: the merges with their scores, never rising; for each edge the score at which its two
///   ends came together. Edges of at least a threshold connect exactly the clusters of the tree
///   cut
///   at that threshold, so that *re-thresholding is a query*
/// - cost: O(e log e · log n) time, about 60 bytes per edge; deterministic
///
/// Method: average linkage, as in J. Nunez-Iglesias et al., *Machine learning of hierarchical
/// clustering*, PLoS ONE 2013,
/// [doi:10.1371/journal.pone.0071715](https://doi.org/10.1371/journal.pone.0071715).
public final class MergeHierarchy {
  private final int nodes;
  private final int[] mergedInto;
  private final float[] mergeScore;
  private final int[] mergeTime;
  private int merges;

  private MergeHierarchy(int nodes) {
    this.nodes = nodes;
    mergedInto = new int[nodes];
    mergeScore = new float[nodes];
    mergeTime = new int[nodes];
    Arrays.setAll(mergedInto, i -> i);
    Arrays.fill(mergeTime, Integer.MAX_VALUE);
  }

  /// Merges until no edge is left.
  ///
  /// @param a one end of each edge
  /// @param b the other end
  /// @param weight positive weight of each edge
  /// @param affinity affinity of each edge, 0 … 1
  /// @throws IllegalArgumentException if the arrays differ in length or an edge leaves the graph
  public static MergeHierarchy of(int nodes, int[] a, int[] b, double[] weight, double[] affinity) {
    if (b.length != a.length || weight.length != a.length || affinity.length != a.length) {
      throw new IllegalArgumentException("Edges need as many ends, weights and affinities");
    }
    var hierarchy = new MergeHierarchy(nodes);
    var graph = new ClusterGraph(nodes, a, b, weight, affinity);
    int[] size = new int[nodes];
    Arrays.fill(size, 1);
    float score = 1;
    while (graph.hasEdges()) {
      score = Math.min(score, graph.bestScore()); // rounding must not let a score rise
      int u = hierarchy.root(graph.bestA());
      int v = hierarchy.root(graph.bestB());
      graph.contractBest();
      int child = size[u] < size[v] || (size[u] == size[v] && u > v) ? u : v;
      int parent = child == u ? v : u;
      size[parent] += size[child];
      hierarchy.mergedInto[child] = parent;
      hierarchy.mergeScore[child] = score;
      hierarchy.mergeTime[child] = hierarchy.merges++;
    }
    return hierarchy;
  }

  /// Number of merges.
  public int merges() {
    return merges;
  }

  /// The score at which two nodes come together; 0 if they never do.
  public float score(int a, int b) {
    int u = a;
    int v = b;
    float score = 1;
    while (u != v) {
      if (mergeTime[u] > mergeTime[v]) {
        int w = u;
        u = v;
        v = w;
      }
      if (mergeTime[u] == Integer.MAX_VALUE) {
        return 0;
      }
      score = mergeScore[u];
      u = mergedInto[u];
    }
    return score;
  }

  /// The cluster of each node if all merges of at least a score are made: the lowest node of it.
  public int[] clusters(double threshold) {
    int[] lowest = new int[nodes];
    Arrays.setAll(lowest, i -> i);
    int[] root = new int[nodes];
    for (int i = 0; i < nodes; i++) {
      int r = i;
      while (mergeTime[r] != Integer.MAX_VALUE && mergeScore[r] >= threshold) {
        r = mergedInto[r];
      }
      root[i] = r;
      lowest[r] = Math.min(lowest[r], i);
    }
    for (int i = 0; i < nodes; i++) {
      root[i] = lowest[root[i]];
    }
    return root;
  }

  private int root(int node) {
    int r = node;
    while (mergedInto[r] != r) {
      r = mergedInto[r];
    }
    return r;
  }
}
