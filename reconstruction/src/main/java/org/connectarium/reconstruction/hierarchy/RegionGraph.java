package org.connectarium.reconstruction.hierarchy;

import java.util.Arrays;

/// Undirected graph over nodes 0…n − 1 whose edges can be contracted, the best one first; parallel
/// edges that arise are joined, their sums added.
///
/// Each node has a linked list of its edge ends (end 2e and 2e + 1 of edge e); an open hash table
/// finds the edge between two nodes. The node with fewer edges hands them to the other, so that
/// all contractions together move O(E log E) ends. Dead edges stay in lists, table and heap until
/// they are met.
///
/// Memory: 64 bytes an edge and 8 a node.
final class RegionGraph {
  private static final int NONE = -1;

  private final int[] nodeOfEnd;
  private final int[] nextEnd;
  private final int[] firstEnd;
  /* Living edges of each node. */
  private final int[] degree;
  private final long[] affinitySum;
  /* 0 for dead edges. */
  private final long[] weight;
  /* The lowest number of all edges that were joined into this one. */
  private final int[] rank;
  private final EdgeHeap heap;
  /* 1 + edge, 0 = free. The key of an entry is that of its edge as it is now. */
  private final int[] table;
  private int used;

  /// Edge e connects `nodes[2e]` and `nodes[2e + 1]`; no two edges connect the same two. The arrays
  /// belong to the graph from now on.
  RegionGraph(int nodeCount, int[] nodes, long[] affinitySum, long[] weight) {
    int edges = affinitySum.length;
    nodeOfEnd = nodes;
    this.affinitySum = affinitySum;
    this.weight = weight;
    nextEnd = new int[2 * edges];
    firstEnd = new int[nodeCount];
    degree = new int[nodeCount];
    Arrays.fill(firstEnd, NONE);
    rank = new int[edges];
    table = new int[(int) Math.min(Integer.MAX_VALUE - 8, 8 + edges * 5L / 2)];
    double[] scores = new double[edges];
    for (int e = 0; e < edges; e++) {
      rank[e] = e;
      scores[e] = score(e);
      prepend(nodes[2 * e], 2 * e);
      prepend(nodes[2 * e + 1], 2 * e + 1);
      put(e);
    }
    heap = new EdgeHeap(scores, rank);
  }

  /* Mean affinity of all that the edge stands for. */
  private double score(int edge) {
    return (double) affinitySum[edge] / weight[edge];
  }

  /// The living edge with the highest score, of equals the one of the lowest rank; −1 if none is
  /// left.
  int best() {
    while (!heap.isEmpty() && weight[heap.topEdge()] == 0) {
      heap.removeTop();
    }
    return heap.isEmpty() ? NONE : heap.topEdge();
  }

  /// The score of the edge that [#best] gave.
  double bestScore() {
    return heap.topScore();
  }

  /// The node at end 2e or 2e + 1 of edge e.
  int node(int end) {
    return nodeOfEnd[end];
  }

  /// Contracts an edge.
  ///
  /// @return the node of the two that stays
  int contract(int edge) {
    int one = nodeOfEnd[2 * edge];
    int other = nodeOfEnd[2 * edge + 1];
    int stays = degree[one] >= degree[other] ? one : other;
    int goes = stays == one ? other : one;
    weight[edge] = 0;
    degree[stays]--;
    int next;
    for (int end = firstEnd[goes]; end != NONE; end = next) {
      next = nextEnd[end];
      int e = end / 2;
      if (weight[e] == 0) {
        continue;
      }
      int neighbour = nodeOfEnd[end ^ 1];
      int parallel = find(stays, neighbour);
      if (parallel == NONE) {
        nodeOfEnd[end] = stays;
        prepend(stays, end);
        put(e);
      } else {
        affinitySum[parallel] += affinitySum[e];
        weight[parallel] += weight[e];
        rank[parallel] = Math.min(rank[parallel], rank[e]);
        weight[e] = 0;
        degree[neighbour]--;
        heap.changed(parallel, score(parallel));
      }
    }
    firstEnd[goes] = NONE;
    return stays;
  }

  private void prepend(int node, int end) {
    nextEnd[end] = firstEnd[node];
    firstEnd[node] = end;
    degree[node]++;
  }

  private int find(int a, int b) {
    for (int at = slot(a, b); table[at] != 0; at = next(at)) {
      int e = table[at] - 1;
      int one = nodeOfEnd[2 * e];
      int other = nodeOfEnd[2 * e + 1];
      if (((one == a && other == b) || (one == b && other == a)) && weight[e] != 0) {
        return e;
      }
    }
    return NONE;
  }

  private void put(int edge) {
    if (used > table.length / 4 * 3) {
      rehash();
    }
    int at = slot(nodeOfEnd[2 * edge], nodeOfEnd[2 * edge + 1]);
    while (table[at] != 0 && weight[table[at] - 1] != 0) {
      at = next(at);
    }
    used += table[at] == 0 ? 1 : 0;
    table[at] = edge + 1;
  }

  private int slot(int a, int b) {
    long key = ((long) Math.min(a, b) << 32) | Math.max(a, b);
    long hash = (key ^ (key >>> 29)) * 0x9E3779B97F4A7C15L;
    return (int) (((hash >>> 32) * table.length) >>> 32);
  }

  private int next(int at) {
    return at + 1 == table.length ? 0 : at + 1;
  }

  /* Frees the places of dead edges and of edges that have got another end. */
  private void rehash() {
    Arrays.fill(table, 0);
    used = 0;
    for (int e = 0; e < weight.length; e++) {
      if (weight[e] != 0) {
        put(e);
      }
    }
  }
}
