package org.connectarium.graph.partition;

import java.util.Arrays;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;

/// Greedy additive edge contraction: again and again the two groups that attract each other most
/// become one, and the edges from both to a third one add up; until no two attract each other.
///
/// Cost: O(E log² E) time, as the smaller list of edges is moved each time; some 80 bytes an edge.
final class GreedyContraction {
  private static final int CHECK_EVERY = 1 << 12;

  private final int[] endA;
  private final int[] endB;
  private final double[] weight;
  private final boolean[] gone;
  private final IntArrayList[] edgesOf;
  private final LongIntHashMap edgeBetween;
  private final IndexedHeap attracting;
  private final int[] parent;

  private GreedyContraction(SignedGraph graph) {
    int edges = graph.from().length;
    endA = new int[edges];
    endB = new int[edges];
    weight = new double[edges];
    gone = new boolean[edges];
    edgesOf = new IntArrayList[graph.nodes()];
    edgeBetween = new LongIntHashMap(edges);
    attracting = new IndexedHeap(edges);
    parent = new int[graph.nodes()];
    Arrays.setAll(parent, v -> v);
    Arrays.setAll(edgesOf, v -> new IntArrayList(0));
    for (int e = 0; e < edges; e++) {
      gone[e] = true;
      if (graph.from()[e] != graph.to()[e]) {
        weight[e] = graph.weight()[e];
        endA[e] = graph.from()[e];
        endB[e] = graph.to()[e];
        if (attach(e, endA[e], endB[e])) {
          edgesOf[endA[e]].add(e);
          edgesOf[endB[e]].add(e);
        }
      }
    }
  }

  /// The group of each node, named after one of its nodes.
  static int[] of(SignedGraph graph, Runnable stop) {
    GreedyContraction work = new GreedyContraction(graph);
    int made = 0;
    while (!work.attracting.isEmpty()) {
      work.contract(work.attracting.top());
      if (++made % CHECK_EVERY == 0) {
        stop.run();
      }
    }
    int[] group = new int[graph.nodes()];
    Arrays.setAll(group, work::root);
    return group;
  }

  private void contract(int edge) {
    int kept = edgesOf[endA[edge]].size() >= edgesOf[endB[edge]].size() ? endA[edge] : endB[edge];
    int lost = kept == endA[edge] ? endB[edge] : endA[edge];
    detach(edge, kept, lost);
    parent[lost] = kept;
    IntArrayList edges = edgesOf[lost];
    edgesOf[lost] = new IntArrayList(0);
    for (int i = 0; i < edges.size(); i++) {
      int e = edges.get(i);
      if (!gone[e]) {
        int third = endA[e] == lost ? endB[e] : endA[e];
        detach(e, lost, third);
        endA[e] = kept;
        endB[e] = third;
        if (attach(e, kept, third)) {
          edgesOf[kept].add(e); // the third one has it in its list
        }
      }
    }
  }

  /* Adds an edge to what is between two groups; true if nothing was there before. */
  private boolean attach(int edge, int a, int b) {
    int there = edgeBetween.getIfAbsent(key(a, b), -1);
    boolean first = there < 0;
    if (first) {
      gone[edge] = false;
      edgeBetween.put(key(a, b), edge);
      note(edge);
    } else {
      weight[there] += weight[edge];
      note(there);
    }
    return first;
  }

  private void detach(int edge, int a, int b) {
    gone[edge] = true;
    edgeBetween.remove(key(a, b));
    attracting.remove(edge);
  }

  private void note(int edge) {
    if (weight[edge] > 0) {
      attracting.put(edge, weight[edge]);
    } else {
      attracting.remove(edge);
    }
  }

  private int root(int node) {
    int v = node;
    while (parent[v] != v) {
      parent[v] = parent[parent[v]];
      v = parent[v];
    }
    return v;
  }

  private static long key(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }
}
