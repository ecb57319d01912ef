package org.connectarium.reconstruction.hierarchy;

import java.util.Arrays;

/// Undirected graph over nodes 0…n − 1 whose edges can be contracted; parallel edges that arise
/// are joined, their sums added.
///
/// Each node has a linked list of its edge ends (end 2e and 2e + 1 of edge e); an open hash table
/// finds the edge between two nodes. The node with fewer edges hands them to the other, so that
/// all contractions together move O(E log E) ends. Entries of dead edges stay until they are met.
final class RegionGraph {
  private static final int NONE = -1;

  private final int[] nodeOfEnd;
  private final int[] nextEnd;
  private final int[] firstEnd;
  private final int[] lastEnd;
  /* Living edges of each node. */
  private final int[] degree;
  private final boolean[] alive;
  private final long[] affinitySum;
  private final long[] weight;
  /* The lowest number of all edges that were joined into this one. */
  private final int[] rank;
  private final double[] queuedScore;
  private final int[] queuedRank;
  /* Pairs of key and edge; key 0 means free, as no edge leads from node 0 to itself. */
  private long[] table;
  private int used;

  /// Edge e connects `nodes[2e]` and `nodes[2e + 1]`; no two edges connect the same two.
  RegionGraph(int nodeCount, int[] nodes, long[] affinitySum, long[] weight) {
    int edges = affinitySum.length;
    nodeOfEnd = nodes;
    this.affinitySum = affinitySum;
    this.weight = weight;
    nextEnd = new int[2 * edges];
    firstEnd = new int[nodeCount];
    lastEnd = new int[nodeCount];
    degree = new int[nodeCount];
    Arrays.fill(firstEnd, NONE);
    alive = new boolean[edges];
    rank = new int[edges];
    queuedScore = new double[edges];
    queuedRank = new int[edges];
    table = new long[tableLength(edges)];
    for (int e = 0; e < edges; e++) {
      alive[e] = true;
      rank[e] = e;
      append(nodes[2 * e], 2 * e);
      append(nodes[2 * e + 1], 2 * e + 1);
      put(nodes[2 * e], nodes[2 * e + 1], e);
    }
  }

  /* Mean affinity of all that the edge stands for. */
  private double score(int edge) {
    return (double) affinitySum[edge] / weight[edge];
  }

  /// The node at end 2e or 2e + 1 of edge e.
  int node(int end) {
    return nodeOfEnd[end];
  }

  /// Adds an edge to the heap as it now is.
  void queue(int edge, EdgeHeap heap) {
    queuedScore[edge] = score(edge);
    queuedRank[edge] = rank[edge];
    heap.add(queuedScore[edge], rank[edge], edge);
  }

  /// Whether this entry of the heap is the one that was added last for its edge.
  boolean isQueuedAs(int edge, double score, int rank) {
    return alive[edge] && queuedScore[edge] == score && queuedRank[edge] == rank;
  }

  /// Whether the edge changed since it was added to the heap.
  boolean isStale(int edge) {
    return queuedScore[edge] != score(edge) || queuedRank[edge] != rank[edge];
  }

  /* An edge that sank may stay in the heap where it is: whoever meets it there adds it again. */
  private void risen(int edge, EdgeHeap heap) {
    double score = score(edge);
    if (score > queuedScore[edge]
        || (score == queuedScore[edge] && rank[edge] < queuedRank[edge])) {
      queue(edge, heap);
    }
  }

  /// Contracts an edge. Adds every edge to the heap that got before its old place there.
  ///
  /// @return the node of the two that stays
  int contract(int edge, EdgeHeap changed) {
    int one = nodeOfEnd[2 * edge];
    int other = nodeOfEnd[2 * edge + 1];
    int stays = degree[one] >= degree[other] ? one : other;
    int goes = stays == one ? other : one;
    alive[edge] = false;
    degree[stays]--;
    int next;
    for (int end = firstEnd[goes]; end != NONE; end = next) {
      next = nextEnd[end];
      int e = end / 2;
      if (!alive[e]) {
        continue;
      }
      int neighbour = nodeOfEnd[end ^ 1];
      int parallel = find(stays, neighbour);
      if (parallel == NONE) {
        nodeOfEnd[end] = stays;
        append(stays, end);
        put(stays, neighbour, e);
      } else {
        alive[e] = false;
        degree[neighbour]--;
        affinitySum[parallel] += affinitySum[e];
        weight[parallel] += weight[e];
        rank[parallel] = Math.min(rank[parallel], rank[e]);
        risen(parallel, changed);
      }
    }
    firstEnd[goes] = NONE;
    return stays;
  }

  private void append(int node, int end) {
    nextEnd[end] = NONE;
    if (firstEnd[node] == NONE) {
      firstEnd[node] = end;
    } else {
      nextEnd[lastEnd[node]] = end;
    }
    lastEnd[node] = end;
    degree[node]++;
  }

  private int find(int a, int b) {
    int at = slot(key(a, b));
    int edge = (int) table[at + 1];
    return table[at] != 0 && alive[edge] ? edge : NONE;
  }

  private void put(int a, int b, int edge) {
    int at = slot(key(a, b));
    if (table[at] == 0) {
      if (4 * (used + 1) > table.length) {
        rehash();
        at = slot(key(a, b));
      }
      used++;
    }
    table[at] = key(a, b);
    table[at + 1] = edge;
  }

  private static int tableLength(int edges) {
    return Integer.highestOneBit(Math.max(8, edges)) * 8;
  }

  private static long key(int a, int b) {
    return ((long) Math.min(a, b) << 32) | Math.max(a, b);
  }

  private int slot(long key) {
    int mask = table.length - 2;
    int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 31) & mask;
    while (table[at] != 0 && table[at] != key) {
      at = (at + 2) & mask;
    }
    return at;
  }

  /* Keeps what still holds: an edge that lives and still has these two ends. */
  private void rehash() {
    long[] old = table;
    int live = 0;
    for (int i = 0; i < old.length; i += 2) {
      live += holds((int) old[i + 1], old[i]) ? 1 : 0;
    }
    table = new long[tableLength(live)];
    used = live;
    for (int i = 0; i < old.length; i += 2) {
      if (holds((int) old[i + 1], old[i])) {
        int at = slot(old[i]);
        table[at] = old[i];
        table[at + 1] = old[i + 1];
      }
    }
  }

  private boolean holds(int edge, long key) {
    return edge != NONE && alive[edge] && key(nodeOfEnd[2 * edge], nodeOfEnd[2 * edge + 1]) == key;
  }
}
