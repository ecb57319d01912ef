package org.connectarium.reconstruction.hierarchy;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/// The order in which segments merge if always the two with the highest score between them are
/// joined, and for each contact the score at which its two sides come together.
///
/// - input: contacts; contact i lies between two segments (parallel contacts allowed), with a mean
///   affinity 0…1 (1 − boundary) and a weight > 0 (faces, voxels or area) it counts with. What the
///   score of all contacts between two groups is, says the [Linkage]
/// - [#continuity] of a contact is the score of the merge that first joins its two segments.
///   Scores never rise from merge to merge, so **the connected components of all contacts with
///   continuity ≥ t are exactly the segments that are merged by cutting the hierarchy at t**: the
///   hierarchy needs no storage of its own beside one number a contact.
/// - ties: higher score, then the pair with the lower lowest id, then with the lower highest id
///   (a joined pair keeps the first of its pairs)
/// - deterministic; neither the order of the contacts nor of their ends matters, as sums are
///   integers (all weights together must stay below 2⁴²)
/// - cost: O(E log² E) time; at the peak 8 bytes a contact, 82 for each pair of segments that
///   touch (with the linkage `quantile` 20 more, and 8 for each level that occurs) and 52 a
///   segment, afterwards 8 a contact and 44 a segment
///
/// Method: mean affinity agglomeration as in K. Lee and others, *Superhuman accuracy on the
/// SNEMI3D connectomics challenge*, [arXiv:1706.00120](https://arxiv.org/abs/1706.00120); the
/// ultrametric of a hierarchy: N. Jardine, R. Sibson, *Mathematical Taxonomy*, Wiley 1971.
public final class MergeHierarchy {
  private final LongUnaryOperator idOf;
  /* Both nodes of each contact, the lower one in the upper 32 bits. */
  private final long[] pairs;
  private final MergeTree tree;

  private MergeHierarchy(LongUnaryOperator idOf, long[] pairs, MergeTree tree) {
    this.idOf = idOf;
    this.pairs = pairs;
    this.tree = tree;
  }

  /// Builds the hierarchy of contacts in arrays by their mean affinity.
  ///
  /// @throws IllegalArgumentException if the arrays differ in length, a contact joins a segment
  ///     to itself, an affinity is outside 0…1 or a weight is not positive
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
        },
        new Linkage.Mean(),
        new long[0]);
  }

  /// Builds the hierarchy of contacts that need not all be in memory; they are gone through twice.
  ///
  /// @param ids of the segments, ascending; node i of the source is segment `ids[i]`
  /// @param voxels of the segments; may be empty unless the linkage depends on size
  /// @throws IllegalArgumentException if a contact joins a segment to itself, an affinity is
  ///     outside 0…1, a weight is not positive or a size is missing
  public static MergeHierarchy of(
      long[] ids, ContactSource contacts, Linkage linkage, long[] voxels) {
    Pairs read = new Pairs(ids, contacts.size());
    contacts.forEach(read);
    long[] sorted = read.pairs.clone();
    Arrays.sort(sorted);
    long[] distinct = Arrays.copyOf(sorted, distinct(sorted));
    Edges edges = new Edges(distinct);
    EdgeScores scores = scores(linkage, edges, ids.length, voxels);
    contacts.forEach(
        (one, other, affinity, weight) ->
            scores.add(Arrays.binarySearch(distinct, pair(one, other)), affinity, weight));
    return new MergeHierarchy(
        node -> ids[(int) node], read.pairs, agglomerate(ids.length, edges, scores));
  }

  /// Builds the hierarchy of segments 1…n whose contacts are numbered by pairs already.
  ///
  /// @param pairs of nodes (segment − 1) that touch, the lower one in the upper 32 bits, ascending
  ///   and each once; kept, not copied
  /// @param voxels of the n segments
  /// @throws IllegalArgumentException if a size is missing
  public static MergeHierarchy ofPairs(
      long[] pairs, PairSource evidence, Linkage linkage, long[] voxels) {
    Edges edges = new Edges(pairs);
    EdgeScores scores = scores(linkage, edges, voxels.length, voxels);
    evidence.forEach(scores::add);
    return new MergeHierarchy(node -> node + 1, pairs, agglomerate(voxels.length, edges, scores));
  }

  private static EdgeScores scores(Linkage linkage, Edges edges, int nodes, long[] voxels) {
    if (linkage instanceof Linkage.Size && voxels.length != nodes) {
      throw new IllegalArgumentException(
          "Linkage by size needs the voxels of %d segments but got %d"
              .formatted(nodes, voxels.length));
    }
    return EdgeScores.of(linkage, edges, voxels);
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

  private static MergeTree agglomerate(int nodeCount, Edges edges, EdgeScores scores) {
    RegionGraph graph = new RegionGraph(nodeCount, edges, scores);
    MergeTree tree = new MergeTree(nodeCount);
    for (int edge = graph.takeBest(); edge >= 0; edge = graph.takeBest()) {
      double score = graph.scoreOf(edge);
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
    return idOf.applyAsLong(tree.lower(m));
  }

  /// Of the two groups that merge m joins, the larger of their lowest segment ids.
  public long upper(int m) {
    return idOf.applyAsLong(tree.upper(m));
  }

  /// The score at which the two sides of contact i come together; O(log n).
  public double continuity(int i) {
    return tree.joinScore((int) (pairs[i] >>> 32), (int) pairs[i]);
  }
}
