package org.connectarium.reconstruction.hierarchy;

import java.util.Arrays;

/// The order in which segments merge if always the two with the highest mean affinity between
/// them are joined (average linkage), and for each contact the score at which its two sides come
/// together.
///
/// - input: contacts as arrays; contact i lies between segments `a[i]` and `b[i]` (any positive
///   ids, parallel contacts allowed), with a mean affinity 0…1 (1 − boundary) and a weight > 0
///   (faces, voxels or area) it counts with
/// - [#continuity] of a contact is the score of the merge that first joins its two segments.
///   Scores never rise from merge to merge, so **the connected components of all contacts with
///   continuity ≥ t are exactly the segments that are merged by cutting the hierarchy at t**: the
///   hierarchy needs no storage of its own beside one number a contact.
/// - ties: higher score, then the pair with the lower lowest id, then with the lower highest id
///   (a joined pair keeps the first of its pairs)
/// - deterministic; neither the order of the contacts nor of their ends matters, as sums are
///   integers (affinity and weight are rounded to 2⁻²⁰; all weights together must stay below 2⁴²)
/// - cost: O(E log² E) time, about 120 bytes per contact
///
/// Method: mean affinity agglomeration as in K. Lee and others, *Superhuman accuracy on the
/// SNEMI3D connectomics challenge*, [arXiv:1706.00120](https://arxiv.org/abs/1706.00120); the
/// ultrametric of a hierarchy: N. Jardine, R. Sibson, *Mathematical Taxonomy*, Wiley 1971.
public final class MergeHierarchy {
  private static final double UNIT = 1 << 20;

  private final long[] ids;
  private final MergeTree tree;
  private final double[] continuity;

  private MergeHierarchy(long[] ids, MergeTree tree, double[] continuity) {
    this.ids = ids;
    this.tree = tree;
    this.continuity = continuity;
  }

  /// Builds the hierarchy.
  ///
  /// @throws IllegalArgumentException if the arrays differ in length, a contact joins a segment
  /// to
  ///   itself, an affinity is outside 0…1 or a weight is not positive
  public static MergeHierarchy of(long[] a, long[] b, double[] affinity, double[] weight) {
    check(a, b, affinity, weight);
    int n = a.length;
    long[] both = Arrays.copyOf(a, 2 * n);
    System.arraycopy(b, 0, both, n, n);
    long[] ids = Arrays.stream(both).sorted().distinct().toArray();
    long[] pairs = new long[n];
    for (int i = 0; i < n; i++) {
      int low = Arrays.binarySearch(ids, Math.min(a[i], b[i]));
      int high = Arrays.binarySearch(ids, Math.max(a[i], b[i]));
      pairs[i] = ((long) low << 32) | high;
    }
    long[] edges = Arrays.stream(pairs).sorted().distinct().toArray();
    long[] sums = new long[edges.length];
    long[] weights = new long[edges.length];
    for (int i = 0; i < n; i++) {
      int e = Arrays.binarySearch(edges, pairs[i]);
      long w = Math.max(1, Math.round(weight[i] * UNIT));
      sums[e] += Math.round(affinity[i] * w);
      weights[e] += w;
    }
    int[] nodes = new int[2 * edges.length];
    for (int e = 0; e < edges.length; e++) {
      nodes[2 * e] = (int) (edges[e] >>> 32);
      nodes[2 * e + 1] = (int) edges[e];
    }
    MergeTree tree =
        agglomerate(ids.length, new RegionGraph(ids.length, nodes, sums, weights), edges.length);
    double[] continuity = new double[n];
    for (int i = 0; i < n; i++) {
      continuity[i] = tree.joinScore((int) (pairs[i] >>> 32), (int) pairs[i]);
    }
    return new MergeHierarchy(ids, tree, continuity);
  }

  private static void check(long[] a, long[] b, double[] affinity, double[] weight) {
    if (a.length != b.length || a.length != affinity.length || a.length != weight.length) {
      throw new IllegalArgumentException(
          "Contacts need as many a (%d) as b (%d), affinities (%d) and weights (%d)"
              .formatted(a.length, b.length, affinity.length, weight.length));
    }
    for (int i = 0; i < a.length; i++) {
      if (a[i] == b[i] || !(affinity[i] >= 0 && affinity[i] <= 1) || !(weight[i] > 0)) {
        throw new IllegalArgumentException(
            "Contact %d between %d and %d: ends must differ, affinity %s must be in 0…1, weight %s > 0"
                .formatted(i, a[i], b[i], affinity[i], weight[i]));
      }
    }
  }

  private static MergeTree agglomerate(int nodeCount, RegionGraph graph, int edges) {
    EdgeHeap heap = new EdgeHeap(edges);
    for (int e = 0; e < edges; e++) {
      graph.queue(e, heap);
    }
    MergeTree tree = new MergeTree(nodeCount);
    while (!heap.isEmpty()) {
      double score = heap.topScore();
      int rank = heap.topRank();
      int edge = heap.topEdge();
      heap.removeTop();
      if (graph.isQueuedAs(edge, score, rank)) {
        if (graph.isStale(edge)) {
          graph.queue(edge, heap);
          continue;
        }
        int one = graph.node(2 * edge);
        int other = graph.node(2 * edge + 1);
        int stays = graph.contract(edge, heap);
        tree.merge(stays, stays == one ? other : one, score);
      }
    }
    return tree;
  }

  /// Number of merges.
  public int size() {
    return tree.size();
  }

  /// Score of merge m, 0 = first; never higher than the one before.
  public double score(int m) {
    return tree.score(m);
  }

  /// Of the two groups that merge m joins, the smaller of their lowest segment ids.
  public long lower(int m) {
    return ids[tree.lower(m)];
  }

  /// Of the two groups that merge m joins, the larger of their lowest segment ids.
  public long upper(int m) {
    return ids[tree.upper(m)];
  }

  /// The score at which the two sides of contact i come together.
  public double continuity(int i) {
    return continuity[i];
  }
}
