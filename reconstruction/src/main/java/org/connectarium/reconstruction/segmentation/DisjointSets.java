package org.connectarium.reconstruction.segmentation;

import java.util.Arrays;

/// Sets of the numbers 0…n − 1, each named by its lowest one. 4 bytes a number.
final class DisjointSets {
  private final int[] parent;

  DisjointSets(int n) {
    parent = new int[n];
    Arrays.setAll(parent, i -> i);
  }

  /// The lowest number of the set.
  int root(int number) {
    int r = number;
    while (parent[r] != r) {
      parent[r] = parent[parent[r]];
      r = parent[r];
    }
    return r;
  }

  void join(int one, int other) {
    int a = root(one);
    int b = root(other);
    parent[Math.max(a, b)] = Math.min(a, b);
  }
}
