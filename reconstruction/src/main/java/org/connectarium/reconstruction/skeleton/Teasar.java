package org.connectarium.reconstruction.skeleton;

import java.util.Arrays;

/// The skeleton of one connected object.
///
/// 1. The root is the deepest voxel of a soma, else the first voxel that must be a node, else the
///    voxel that the flood from the first one reached last.
/// 2. Paths lead to the voxels that must be nodes, then again and again to the voxel farthest
///    from the root that no node stands for yet. They follow one tree of shortest paths from the
///    root, in which steps near the surface are dear, up to where they touch the skeleton.
/// 3. A node stands for the voxels of the object around it, as [Coverage] says.
///
/// Method: M. Sato, I. Bitter, M. Bender, A. Kaufman, M. Nakajima, *TEASAR: tree-structure
/// extraction algorithm for accurate and robust skeletons*, Pacific Graphics 2000,
/// [doi:10.1109/PCCGA.2000.883951](https://doi.org/10.1109/PCCGA.2000.883951), with the penalty
/// of I. Bitter, A. Kaufman, M. Sato, *Penalized-distance volumetric skeleton algorithm*, IEEE
/// TVCG 7, 2001, [doi:10.1109/2945.942688](https://doi.org/10.1109/2945.942688). Differs
/// from both: fourth power instead of the 16th and 100,000 instead of 5,000, which keeps lines in
/// the middle of thin objects; the penalty counts per nm of a step, so that thick sections cost
/// what they are long; a path ends where it first touches the skeleton.
final class Teasar {
  private static final float PENALTY = 100_000;

  private final SkeletonParameters parameters;
  private final Component component;
  private final ShortestPaths paths = new ShortestPaths();
  private final Coverage coverage;
  private float[] depth = new float[0];
  private float[] price = new float[0];
  private int[] away = new int[0];
  private int[] node = new int[0];
  private int[] nodes = new int[256];
  private int[] parents = new int[256];
  private int count;

  Teasar(Component component, SkeletonParameters parameters, double[] voxelZyxNm) {
    this.component = component;
    this.parameters = parameters;
    this.coverage = new Coverage(component, voxelZyxNm);
  }

  /// Makes the skeleton of what the component holds now.
  ///
  /// @param depthNm of all voxels of the block, without rim
  /// @param wanted voxels of the component that must be nodes
  /// @return number of nodes; each stands behind the one before it
  int trace(float[] depthNm, int[] wanted) {
    int n = component.size();
    grow(n);
    float deepest = 0;
    int middle = 0;
    for (int i = 0; i < n; i++) {
      depth[i] = depthNm[component.plain(i)];
      if (depth[i] > deepest) {
        deepest = depth[i];
        middle = i;
      }
    }
    Arrays.fill(price, 0, n, 1);
    boolean soma = parameters.isSoma(deepest);
    int root = soma ? middle : wanted.length > 0 ? wanted[0] : n - 1;
    paths.spread(component, root, price);
    for (int i = 0; i < n; i++) {
      away[i] = paths.ranked(i);
    }
    for (int i = 0; i < n; i++) {
      price[i] = price(depth[i] / (1.01f * deepest));
    }
    paths.spread(component, root, price);
    coverage.clear(n);
    Arrays.fill(node, 0, n, -1);
    count = 0;
    add(root);
    node[root] = 0;
    parents[0] = -1;
    double reach = parameters.reachNm(depth[root]);
    coverage.cover(nodes, 0, 1, _ -> soma ? Math.max(2 * depth[root], reach) : reach);
    for (int target : wanted) {
      path(target);
    }
    for (int rank = n - 1; rank >= 0; rank--) {
      if (!coverage.isCovered(away[rank])) {
        path(away[rank]);
      }
    }
    return count;
  }

  /// The voxel that node `i` is, as a number of the component.
  int voxel(int i) {
    return nodes[i];
  }

  /// The node before node `i`, −1 at the first.
  int parent(int i) {
    return parents[i];
  }

  /// The distance of node `i` to the surface in nm.
  float depthNm(int i) {
    return depth[nodes[i]];
  }

  private static float price(float relativeDepth) {
    float p = 1 - relativeDepth;
    p *= p;
    p *= p;
    return 1 + PENALTY * p;
  }

  private void path(int target) {
    if (node[target] >= 0) {
      return;
    }
    int begin = count;
    int i = target;
    int joint = touched(i);
    add(i);
    while (joint < 0) {
      i = paths.before(i);
      joint = touched(i);
      add(i);
    }
    turnAround(begin, count);
    parents[begin] = joint;
    for (int k = begin + 1; k < count; k++) {
      parents[k] = k - 1;
    }
    for (int k = begin; k < count; k++) {
      node[nodes[k]] = k;
    }
    coverage.cover(nodes, begin, count, v -> parameters.reachNm(depth[v]));
  }

  /* The node of the skeleton beside a voxel, that on its way to the root first; −1 if none. */
  private int touched(int i) {
    if (node[paths.before(i)] >= 0) {
      return node[paths.before(i)];
    }
    for (int k = 0; k < component.directions(); k++) {
      int j = component.neighbour(i, k);
      if (j >= 0 && node[j] >= 0) {
        return node[j];
      }
    }
    return -1;
  }

  private void add(int voxel) {
    if (count == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * count);
      parents = Arrays.copyOf(parents, 2 * count);
    }
    nodes[count++] = voxel;
  }

  private void turnAround(int begin, int end) {
    for (int a = begin, b = end - 1; a < b; a++, b--) {
      int kept = nodes[a];
      nodes[a] = nodes[b];
      nodes[b] = kept;
    }
  }

  private void grow(int n) {
    if (depth.length < n) {
      int length = (int) Math.min(Integer.MAX_VALUE - 8, n + n / 2L);
      depth = new float[length];
      price = new float[length];
      away = new int[length];
      node = new int[length];
    }
  }
}
