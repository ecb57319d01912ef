package org.connectarium.reconstruction.skeleton;

import java.util.Arrays;

/// Shortest paths from one voxel of a component to all others, where a step costs its length
/// times the price of the voxel that it leads to.
///
/// Method: E. W. Dijkstra, *A note on two problems in connexion with graphs*, Numerische
/// Mathematik 1, 1959, [doi:10.1007/BF01386390](https://doi.org/10.1007/BF01386390).
final class ShortestPaths {
  private final RadixHeap heap = new RadixHeap();
  private float[] cost = new float[0];
  private int[] before = new int[0];
  private int[] order = new int[0];

  /// Measures from `source`.
  void spread(Component component, int source, float[] price) {
    int n = component.size();
    grow(n);
    Arrays.fill(cost, 0, n, Float.POSITIVE_INFINITY);
    cost[source] = 0;
    before[source] = -1;
    heap.clear();
    heap.push(0, source);
    int settled = 0;
    while (!heap.isEmpty()) {
      int i = heap.pop();
      float at = heap.key();
      if (at != cost[i]) {
        continue;
      }
      order[settled++] = i;
      for (int k = 0; k < component.directions(); k++) {
        int j = component.neighbour(i, k);
        if (j >= 0) {
          float there = at + component.stepNm(k) * price[j];
          if (there < cost[j]) {
            cost[j] = there;
            before[j] = i;
            heap.push(there, j);
          }
        }
      }
    }
  }

  private void grow(int n) {
    if (cost.length < n) {
      int length = (int) Math.min(Integer.MAX_VALUE - 8, n + n / 2L);
      cost = new float[length];
      before = new int[length];
      order = new int[length];
    }
  }

  /// The voxel before `i` on the way from the source, −1 at the source.
  int before(int i) {
    return before[i];
  }

  /// The voxel that is `rank`-th in distance from the source, which has rank 0.
  int ranked(int rank) {
    return order[rank];
  }
}
