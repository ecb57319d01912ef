package org.connectarium.reconstruction.hierarchy;

import java.util.Arrays;

/// Merges in their order, and which merge first joined two nodes.
///
/// Beside the list of merges it is a forest by size without path compression: the link from a
/// node to its parent carries the number of the merge that made it. Along a way up these numbers
/// grow, so the merge that joins two nodes is found by always going up the older link: O(log n).
final class MergeTree {
  private final int[] parent;
  private final int[] linkedBy;
  private final int[] nodes;
  private final int[] lowest;
  /* Root in the forest of the group that a node stands for in the region graph. */
  private final int[] root;
  private final double[] scores;
  private final int[] lower;
  private final int[] upper;
  private int size;

  MergeTree(int nodeCount) {
    parent = new int[nodeCount];
    linkedBy = new int[nodeCount];
    nodes = new int[nodeCount];
    lowest = new int[nodeCount];
    root = new int[nodeCount];
    scores = new double[nodeCount];
    lower = new int[nodeCount];
    upper = new int[nodeCount];
    Arrays.fill(linkedBy, Integer.MAX_VALUE);
    Arrays.fill(nodes, 1);
    for (int i = 0; i < nodeCount; i++) {
      parent[i] = i;
      lowest[i] = i;
      root[i] = i;
    }
  }

  /// Records that the group of node `goes` joined that of `stays`, which from now on stands for
  /// both.
  void merge(int stays, int goes, double score) {
    int a = root[stays];
    int b = root[goes];
    lower[size] = Math.min(lowest[a], lowest[b]);
    upper[size] = Math.max(lowest[a], lowest[b]);
    /* rounding of a mean of many may exceed the last score by one bit */
    scores[size] = size == 0 ? score : Math.min(score, scores[size - 1]);
    int top = nodes[a] >= nodes[b] ? a : b;
    int below = top == a ? b : a;
    parent[below] = top;
    linkedBy[below] = size;
    nodes[top] += nodes[below];
    lowest[top] = lower[size];
    root[stays] = top;
    size++;
  }

  /// Score of the merge that joined two nodes; they must be joined.
  double joinScore(int one, int other) {
    int a = one;
    int b = other;
    int last = 0;
    while (a != b) {
      if (linkedBy[a] < linkedBy[b]) {
        last = linkedBy[a];
        a = parent[a];
      } else {
        last = linkedBy[b];
        b = parent[b];
      }
    }
    return scores[last];
  }

  int size() {
    return size;
  }

  double score(int merge) {
    return scores[merge];
  }

  int lower(int merge) {
    return lower[merge];
  }

  int upper(int merge) {
    return upper[merge];
  }
}
