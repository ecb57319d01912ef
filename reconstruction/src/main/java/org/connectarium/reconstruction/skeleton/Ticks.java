package org.connectarium.reconstruction.skeleton;

import java.util.PriorityQueue;

/// Branches that end too soon, the shortest first: those shorter than `tickNm`, and those whose
/// tip lies within what the node stands for from which they leave. The latter come from voxels
/// that must be nodes where an object grazes the face of a block.
final class Ticks {
  private final NodeGraph graph;
  private final int[] parent;
  private final int[] order;
  private final int count;
  private final SkeletonParameters parameters;
  private final int[] children;
  private final boolean[] gone;

  /* A branch from a tip up to the node at which it leaves, −1 if it is no branch but a line that
  goes on through the root. */
  private record Branch(int tip, int from, double lengthNm) {}

  /// @param parent of each node, −1 for roots
  /// @param order the first `count` are the nodes of the trees
  Ticks(NodeGraph graph, int[] parent, int[] order, int count, SkeletonParameters parameters) {
    this.graph = graph;
    this.parent = parent;
    this.order = order;
    this.count = count;
    this.parameters = parameters;
    this.children = new int[graph.nodes()];
    this.gone = new boolean[graph.nodes()];
  }

  /// Which nodes go.
  boolean[] find() {
    for (int k = 0; k < count; k++) {
      if (parent[order[k]] >= 0) {
        children[parent[order[k]]]++;
      }
    }
    PriorityQueue<Branch> shortest =
        new PriorityQueue<>(
            (a, b) ->
                a.lengthNm != b.lengthNm
                    ? Double.compare(a.lengthNm, b.lengthNm)
                    : Integer.compare(a.tip, b.tip));
    for (int k = 0; k < count; k++) {
      if (children[order[k]] == 0 && parent[order[k]] >= 0) {
        shortest.add(branch(order[k]));
      }
    }
    for (Branch b = shortest.poll(); b != null; b = shortest.poll()) {
      Branch now = branch(b.tip);
      if (now.from != b.from) {
        shortest.add(now); // grew, as another branch went
      } else if (isTick(b)) {
        remove(b);
      }
    }
    return gone;
  }

  private Branch branch(int tip) {
    double length = 0;
    int i = tip;
    do {
      length += graph.distanceNm(i, parent[i]);
      i = parent[i];
    } while (children[i] == 1 && parent[i] >= 0);
    int linesBesideThisOne = children[i] - 1 + (parent[i] >= 0 ? 1 : 0);
    return new Branch(tip, linesBesideThisOne > 1 ? i : -1, length);
  }

  private boolean isTick(Branch b) {
    return b.from >= 0
        && (b.lengthNm < parameters.tickNm()
            || graph.distanceNm(b.tip, b.from) <= parameters.reachNm(graph.radiusNm(b.from)));
  }

  private void remove(Branch b) {
    for (int i = b.tip; i != b.from; i = parent[i]) {
      gone[i] = true;
    }
    children[b.from]--;
  }
}
