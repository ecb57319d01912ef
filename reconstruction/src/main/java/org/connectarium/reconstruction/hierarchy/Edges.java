package org.connectarium.reconstruction.hierarchy;

/// All that is known of each edge of a [RegionGraph], in one cache line an edge, as a contraction
/// touches edges anywhere in memory and needs all of an edge each time.
///
/// Edge e has the ends 2e and 2e + 1. Memory: 64 bytes an edge.
final class Edges {
  private static final int LONGS = 8;
  private static final int NODES = 0;
  private static final int NEXT_ENDS = 1;
  private static final int RANKS = 2;
  private static final int KEY_SCORE = 3;
  private static final int NEXT_IN_QUEUE = 4;
  private static final int AFFINITY_SUM = 5;
  private static final int WEIGHT = 6;
  private static final int DEAD = 7;
  private static final long LOW = 0xffff_ffffL;

  private final long[] of;

  /// Edges between the nodes of pairs, the lower one in the upper 32 bits.
  ///
  /// @throws IllegalArgumentException if there are too many for one array
  Edges(long[] pairs) {
    if (pairs.length > (Integer.MAX_VALUE - 8) / LONGS) {
      throw new IllegalArgumentException(
          "%d pairs of segments that touch are too many for one hierarchy; at most 268 million"
              .formatted(pairs.length));
    }
    of = new long[LONGS * pairs.length];
    for (int e = 0; e < pairs.length; e++) {
      of[LONGS * e + NODES] = pairs[e];
    }
  }

  int size() {
    return of.length / LONGS;
  }

  /// The node at an end.
  int node(int end) {
    return half(at(end / 2, NODES), end);
  }

  void setNode(int end, int node) {
    setHalf(at(end / 2, NODES), end, node);
  }

  /// The end after this one in the list of its node.
  int nextEnd(int end) {
    return half(at(end / 2, NEXT_ENDS), end);
  }

  void setNextEnd(int end, int next) {
    setHalf(at(end / 2, NEXT_ENDS), end, next);
  }

  /// Whether an edge connects two nodes, in whatever order, and is not dead.
  boolean connects(int edge, int a, int b) {
    long nodes = of[at(edge, NODES)];
    return (nodes == (((long) a << 32) | b) || nodes == (((long) b << 32) | a)) && !isDead(edge);
  }

  boolean isDead(int edge) {
    return of[at(edge, DEAD)] != 0;
  }

  void kill(int edge) {
    of[at(edge, DEAD)] = 1;
  }

  /// The lowest number of all edges that were joined into this one.
  int rank(int edge) {
    return half(at(edge, RANKS), 0);
  }

  void setRank(int edge, int rank) {
    setHalf(at(edge, RANKS), 0, rank);
  }

  /// The score that an edge waits with.
  double keyScore(int edge) {
    return Double.longBitsToDouble(of[at(edge, KEY_SCORE)]);
  }

  /// The rank that an edge waits with.
  int keyRank(int edge) {
    return half(at(edge, RANKS), 1);
  }

  void setKey(int edge, double score, int rank) {
    of[at(edge, KEY_SCORE)] = Double.doubleToRawLongBits(score);
    setHalf(at(edge, RANKS), 1, rank);
  }

  /// Whether the key of one edge is before that of another: a higher score, or as high a score and
  /// a lower rank.
  boolean isBefore(int edge, int other) {
    double score = keyScore(edge);
    double otherScore = keyScore(other);
    return score > otherScore || (score == otherScore && keyRank(edge) < keyRank(other));
  }

  int nextInQueue(int edge) {
    return (int) of[at(edge, NEXT_IN_QUEUE)];
  }

  void setNextInQueue(int edge, int next) {
    of[at(edge, NEXT_IN_QUEUE)] = next;
  }

  /// Adds to the sums of affinity and weight.
  void add(int edge, long affinity, long weight) {
    of[at(edge, AFFINITY_SUM)] += affinity;
    of[at(edge, WEIGHT)] += weight;
  }

  long affinitySum(int edge) {
    return of[at(edge, AFFINITY_SUM)];
  }

  long weight(int edge) {
    return of[at(edge, WEIGHT)];
  }

  private static int at(int edge, int field) {
    return LONGS * edge + field;
  }

  /* Even ends are in the upper half. */
  private int half(int at, int end) {
    return (int) (of[at] >>> (32 * (~end & 1)));
  }

  private void setHalf(int at, int end, int value) {
    int shift = 32 * (~end & 1);
    of[at] = (of[at] & ~(LOW << shift)) | ((value & LOW) << shift);
  }
}
