package org.connectarium.reconstruction.components;

import java.util.Arrays;

/// Numbers of components, of which some turn out to be one: a union–find over 1, 2, 3, …, where of
/// two the lower one goes on. 0 is the background and none.
final class Numbers {
  private int[] parent = new int[1 << 10];
  private int size = 1;

  /// The next number.
  int add() {
    if (size == parent.length) {
      parent = Arrays.copyOf(parent, 2 * size);
    }
    parent[size] = size;
    return size++;
  }

  /// Of two numbers of one component the one that goes on; the other one, if one is 0.
  int join(int one, int other) {
    if (one == 0 || other == 0) {
      return one | other;
    }
    int a = root(one);
    int b = root(other);
    int low = Math.min(a, b);
    parent[Math.max(a, b)] = low;
    return low;
  }

  private int root(int number) {
    int r = number;
    while (parent[r] != r) {
      parent[r] = parent[parent[r]];
      r = parent[r];
    }
    return r;
  }

  /// Renumbers the components 1…n in the order of their lowest number and starts again with these.
  ///
  /// @param ofRuns the numbers in use, which are replaced
  /// @return n
  int compact(int[] ofRuns) {
    int n = 0;
    for (int c = 1; c < size; c++) {
      parent[c] = parent[c] == c ? ++n : parent[parent[c]];
    }
    for (int k = 0; k < ofRuns.length; k++) {
      ofRuns[k] = parent[ofRuns[k]];
    }
    for (int c = 1; c <= n; c++) {
      parent[c] = c;
    }
    size = n + 1;
    return n;
  }
}
