package org.connectarium.graph.mergetree;

import java.util.Arrays;

/// Which segments are one at which threshold on contacts: a forest over the segments, in which
/// `parent[i]` is the segment that i merged into (−1: none) and `probability[i]` the threshold up
/// to which it does. Two segments are in one component of the contacts that reach a threshold if
/// their climbs, along merges that reach it, end at the same segment.
///
/// - probabilities never rise on the way up; a climb has at most log2(n) steps
/// - the tree depends on the contacts alone, not on their order
/// - 8 bytes a segment
///
/// Method: J. B. Kruskal, *On the shortest spanning subtree of a graph and the traveling salesman
/// problem*, Proc. AMS 1956,
/// [doi:10.1090/S0002-9939-1956-0078686-7](https://doi.org/10.1090/S0002-9939-1956-0078686-7),
/// with union by size and no compression of paths. Differs: all contacts of one probability merge
/// at once, into the largest of their components.
@SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; never compared
record MergeTree(int[] parent, float[] probability) {
  private static final int CHECK_EVERY = 1 << 14;

  /// Sizes of the components at one threshold, in segments.
  record Sizes(double threshold, int components, int singles, int largest) {}

  /// Builds the tree. Cost: O(m log m) time for m contacts; 16 bytes a contact and 24 a segment.
  ///
  /// @param nodes number of segments
  /// @param from one end of each contact
  /// @param to the other end
  /// @param probability of each contact, from 0
  /// @param stop asked now and then; throws to end the work
  static MergeTree of(int nodes, int[] from, int[] to, float[] probability, Runnable stop) {
    long[] order = new long[from.length];
    for (int k = 0; k < order.length; k++) {
      // positive floats are ordered as their bits; those are turned over to have large ones first
      order[k] = (long) ~Float.floatToIntBits(probability[k] + 0f) << 32 | k;
    }
    Arrays.parallelSort(order);
    stop.run();
    Merging merging = new Merging(nodes);
    for (int begin = 0; begin < order.length; ) {
      float p = probability[(int) order[begin]];
      int end = begin;
      while (end < order.length && probability[(int) order[end]] == p) {
        int k = (int) order[end++];
        merging.link(from[k], to[k]);
        if (end % CHECK_EVERY == 0) {
          stop.run();
        }
      }
      merging.merge(p);
      begin = end;
    }
    return merging.tree();
  }

  /// The segment that stands for the component at a threshold.
  int top(int segment, double threshold) {
    int at = segment;
    while (parent[at] >= 0 && reaches(probability[at], threshold)) {
      at = parent[at];
    }
    return at;
  }

  Sizes sizes(double threshold) {
    int[] count = new int[parent.length];
    for (int i = 0; i < parent.length; i++) {
      count[top(i, threshold)]++;
    }
    int components = 0;
    int singles = 0;
    int largest = 0;
    for (int size : count) {
      components += size > 0 ? 1 : 0;
      singles += size == 1 ? 1 : 0;
      largest = Math.max(largest, size);
    }
    return new Sizes(threshold, components, singles, largest);
  }

  /// Probabilities are floats, so they are compared as floats: 0.9 stored reaches 0.9.
  static boolean reaches(double probability, double threshold) {
    return (float) probability >= (float) threshold;
  }
}
