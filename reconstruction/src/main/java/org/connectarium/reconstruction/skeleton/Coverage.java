package org.connectarium.reconstruction.skeleton;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// Which voxels of a component the skeleton stands for already: those that are reached from a
/// node through voxels within a straight distance of that node.
///
/// So what a node stands for hangs together, and a branch that runs beside it, touching nowhere
/// near, is not covered. A voxel that several nodes of a path reach goes to the one from which
/// it takes the fewest steps.
final class Coverage {
  private final Component component;
  private final double[] zyxNm;
  private boolean[] covered = new boolean[0];
  private int[] round = new int[0];
  private int[] queue = new int[0];
  private int[] from = new int[0];
  private int rounds;

  Coverage(Component component, double[] voxelZyxNm) {
    this.component = component;
    this.zyxNm = voxelZyxNm;
  }

  /// Nothing of the `n` voxels of the component is covered.
  void clear(int n) {
    if (covered.length < n) {
      int length = (int) Math.min(Integer.MAX_VALUE - 8, n + n / 2L);
      covered = new boolean[length];
      round = new int[length];
      queue = new int[length];
      from = new int[length];
    }
    Arrays.fill(covered, 0, n, false);
    Arrays.fill(round, 0, n, 0);
    rounds = 0;
  }

  boolean isCovered(int voxel) {
    return covered[voxel];
  }

  /// Covers what the nodes `nodes[begin]` … `nodes[end − 1]` stand for.
  ///
  /// @param reachNm of a voxel that is a node
  void cover(int[] nodes, int begin, int end, IntToDoubleFunction reachNm) {
    rounds++;
    int tail = 0;
    double[] squaredReach = new double[end - begin];
    for (int k = begin; k < end; k++) {
      double reach = reachNm.applyAsDouble(nodes[k]);
      squaredReach[k - begin] = reach * reach;
      tail = put(nodes[k], k - begin, tail);
    }
    for (int head = 0; head < tail; head++) {
      int source = from[head];
      int node = nodes[begin + source];
      int x = component.x(node);
      int y = component.y(node);
      int z = component.z(node);
      for (int k = 0; k < component.directions(); k++) {
        int j = component.neighbour(queue[head], k);
        if (j >= 0 && round[j] != rounds) {
          double dx = (component.x(j) - x) * zyxNm[2];
          double dy = (component.y(j) - y) * zyxNm[1];
          double dz = (component.z(j) - z) * zyxNm[0];
          if (dx * dx + dy * dy + dz * dz <= squaredReach[source]) {
            tail = put(j, source, tail);
          }
        }
      }
    }
  }

  private int put(int voxel, int source, int tail) {
    covered[voxel] = true;
    round[voxel] = rounds;
    queue[tail] = voxel;
    from[tail] = source;
    return tail + 1;
  }
}
