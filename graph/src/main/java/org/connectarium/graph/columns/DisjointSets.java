package org.connectarium.graph.columns;

import java.util.Arrays;

/// Sets of the numbers 0…n−1 that can be joined (union–find with path halving). The root of a set
/// is its smallest number, so the sets do not depend on the order of the joins. 4 bytes a number.
public final class DisjointSets {
  private final int[] parent;

  /// Each number alone.
  public DisjointSets(int n) {
    parent = new int[n];
    Arrays.setAll(parent, i -> i);
  }

  /// Sets of the numbers with the same label.
  ///
  /// @param label of each number, 0…n−1
  public static DisjointSets ofLabels(int[] label) {
    DisjointSets sets = new DisjointSets(label.length);
    int[] first = new int[label.length];
    Arrays.fill(first, -1);
    for (int i = 0; i < label.length; i++) {
      if (first[label[i]] < 0) {
        first[label[i]] = i;
      }
      sets.parent[i] = first[label[i]];
    }
    return sets;
  }

  /// The smallest number of the set.
  public int root(int number) {
    int at = number;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /// True if these were two sets until now.
  public boolean join(int a, int b) {
    int rootA = root(a);
    int rootB = root(b);
    parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    return rootA != rootB;
  }

  /// The set of each number, numbered from 0 in order of their smallest numbers.
  public int[] labels() {
    int[] label = new int[parent.length];
    int next = 0;
    for (int i = 0; i < parent.length; i++) {
      int root = root(i);
      label[i] = root == i ? next++ : label[root];
    }
    return label;
  }
}
