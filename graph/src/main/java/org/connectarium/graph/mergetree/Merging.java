package org.connectarium.graph.mergetree;

import java.util.Arrays;
import org.connectarium.graph.columns.DisjointSets;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/// A [MergeTree] that grows: the links of one probability are gathered, then merged together.
final class Merging {
  private final int[] parent;
  private final float[] probability;
  private final int[] size;
  private final DisjointSets components;

  /* Of each component, by its root: its top; of those linked just now the largest one. */
  private final int[] top;

  /* Tops of the components that the links gathered so far connect; some twice. */
  private final IntArrayList linked = new IntArrayList();

  Merging(int nodes) {
    parent = new int[nodes];
    Arrays.fill(parent, -1);
    probability = new float[nodes];
    size = new int[nodes];
    Arrays.fill(size, 1);
    components = new DisjointSets(nodes);
    top = new int[nodes];
    Arrays.setAll(top, i -> i);
  }

  void link(int a, int b) {
    int topA = top[components.root(a)];
    int topB = top[components.root(b)];
    if (components.join(a, b)) {
      linked.add(topA);
      linked.add(topB);
      top[components.root(a)] = isLarger(topA, topB) ? topA : topB;
    }
  }

  void merge(float p) {
    for (int i = 0; i < linked.size(); i++) {
      int child = linked.get(i);
      int into = top[components.root(child)];
      if (child != into && parent[child] < 0) {
        parent[child] = into;
        probability[child] = p;
        size[into] += size[child];
      }
    }
    linked.clear();
  }

  MergeTree tree() {
    return new MergeTree(parent, probability);
  }

  private boolean isLarger(int a, int b) {
    return size[a] > size[b] || (size[a] == size[b] && a < b);
  }
}
