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
/// - cost: O(E log² E) time; at the peak 8 bytes a contact, 64 for each pair of segments that
///   touch and 52 a segment, afterwards 8 a contact and 44 a segment
///
/// Method: mean affinity agglomeration as in K. Lee and others, *Superhuman accuracy on the
/// SNEMI3D connectomics challenge*, [arXiv:1706.00120](https://arxiv.org/abs/1706.00120); the
/// ultrametric of a hierarchy: N. Jardine, R. Sibson, *Mathematical Taxonomy*, Wiley 1971.
public final class MergeHierarchy {
  private static final double UNIT = 1 << 20;

  private final long[] ids;
  /* Both nodes of each contact, the lower one in the upper 32 bits. */
  private final long[] pairs;
  private final MergeTree tree;

  private MergeHierarchy(long[] ids, long[] pairs, MergeTree tree) {
    this.ids = ids;
    this.pairs = pairs;
    this.tree = tree;
  }

  /// Builds the hierarchy of contacts in arrays.
  ///
  /// @throws IllegalArgumentException if the arrays differ in length, a contact joins a segment
  /// to
  ///   itself, an affinity is outside 0…1 or a weight is not positive
  public static MergeHierarchy of(long[] a, long[] b, double[] affinity, double[] weight) {
    if (a.length != b.length || a.length != affinity.length || a.length != weight.length) {
      throw new IllegalArgumentException(
          "Contacts need as many a (%d) as b (%d), affinities (%d) and weights (%d)"
              .formatted(a.length, b.length, affinity.length, weight.length));
    }
    long[] both = Arrays.copyOf(a, 2 * a.length);
    System.arraycopy(b, 0, both, a.length, a.length);
    long[] ids = Arrays.stream(both).sorted().distinct().toArray();
    return of(
        ids,
        new ContactSource() {
          @Override
          public int size() {
            return a.length;
          }

          @Override
          public void forEach(Visitor visitor) {
            for (int i = 0; i < a.length; i++) {
              visitor.contact(
                  Arrays.binarySearch(ids, a[i]),
                  Arrays.binarySearch(ids, b[i]),
                  affinity[i],
                  weight[i]);
            }
          }
        });
  }

  /// Builds the hierarchy of contacts that need not all be in memory; they are gone through twice.
  ///
  /// @param ids of the segments, ascending; node i of the source is segment `ids[i]`
  /// @throws IllegalArgumentException if a contact joins a segment to itself, an affinity is
  ///     outside 0…1 or a weight is not positive
  public static MergeHierarchy of(long[] ids, ContactSource contacts) {
    Pairs read = new Pairs(ids, contacts.size());
    contacts.forEach(read);
    return new MergeHierarchy(
        ids, read.pairs, agglomerate(ids.length, graph(ids.length, read.pairs, contacts)));
  }

  private static RegionGraph graph(int nodeCount, long[] pairs, ContactSource contacts) {
    long[] edges = pairs.clone();
    Arrays.sort(edges);
    edges = Arrays.copyOf(edges, distinct(edges));
    Sums sums = new Sums(edges);
    contacts.forEach(sums);
    int[] nodes = new int[2 * edges.length];
    for (int e = 0; e < edges.length; e++) {
      nodes[2 * e] = (int) (edges[e] >>> 32);
      nodes[2 * e + 1] = (int) edges[e];
    }
    return new RegionGraph(nodeCount, nodes, sums.affinity, sums.weight);
  }

  /* Moves one of each value of a sorted array to its begin. */
  private static int distinct(long[] sorted) {
    int n = 0;
    for (long value : sorted) {
      if (n == 0 || sorted[n - 1] != value) {
        sorted[n++] = value;
      }
    }
    return n;
  }

  private static long pair(int one, int other) {
    return ((long) Math.min(one, other) << 32) | Math.max(one, other);
  }

  /* First time through: which nodes touch. */
  private static final class Pairs implements ContactSource.Visitor {
    private final long[] ids;
    private final long[] pairs;
    private int n;

    Pairs(long[] ids, int contacts) {
      this.ids = ids;
      pairs = new long[contacts];
    }

    @Override
    public void contact(int one, int other, double affinity, double weight) {
      if (one == other || !(affinity >= 0 && affinity <= 1) || !(weight > 0)) {
        throw new IllegalArgumentException(
            "Contact %d between %d and %d: ends must differ, affinity %s must be in 0…1, weight %s > 0"
                .formatted(n, ids[one], ids[other], affinity, weight));
      }
      pairs[n++] = pair(one, other);
    }
  }

  /* Second time through: the sums of each pair. */
  private static final class Sums implements ContactSource.Visitor {
    private final long[] edges;
    private final long[] affinity;
    private final long[] weight;

    Sums(long[] edges) {
      this.edges = edges;
      affinity = new long[edges.length];
      weight = new long[edges.length];
    }

    @Override
    public void contact(int one, int other, double meanAffinity, double contactWeight) {
      int e = Arrays.binarySearch(edges, pair(one, other));
      long w = Math.max(1, Math.round(contactWeight * UNIT));
      affinity[e] += Math.round(meanAffinity * w);
      weight[e] += w;
    }
  }

  private static MergeTree agglomerate(int nodeCount, RegionGraph graph) {
    MergeTree tree = new MergeTree(nodeCount);
    for (int edge = graph.best(); edge >= 0; edge = graph.best()) {
      double score = graph.bestScore();
      int one = graph.node(2 * edge);
      int other = graph.node(2 * edge + 1);
      int stays = graph.contract(edge);
      tree.merge(stays, stays == one ? other : one, score);
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

  /// The score at which the two sides of contact i come together; O(log n).
  public double continuity(int i) {
    return tree.joinScore((int) (pairs[i] >>> 32), (int) pairs[i]);
  }
}
