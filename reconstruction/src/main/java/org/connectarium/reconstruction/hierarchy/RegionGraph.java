package org.connectarium.reconstruction.hierarchy;

import java.util.Arrays;

/// Undirected graph over nodes 0…n − 1 whose edges can be contracted; parallel edges that arise
/// are joined, their sums added.
///
/// Each node has a linked list of its edge ends (end 2e and 2e + 1 of edge e); an open hash table
/// finds the edge between two nodes. The shorter list is moved to the longer one, so that all
/// contractions together move O(E log E) ends. Entries of dead edges stay until they are met.
final class RegionGraph {
  private static final int NONE = -1;

  private final int[] nodeOfEnd;
  private final int[] nextEnd;
  private final int[] firstEnd;
  private final int[] lastEnd;
  private final int[] ends;
  private final boolean[] alive;
  private final long[] affinitySum;
  private final long[] weight;
  private final int[] rank;
  private int[] table;
  private long[] tableKeys;
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
    ends = new int[nodeCount];
    Arrays.fill(firstEnd, NONE);
    alive = new boolean[edges];
    rank = new int[edges];
    table = new int[Math.max(16, Integer.highestOneBit(Math.max(1, edges)) * 4)];
    tableKeys = new long[table.length];
    Arrays.fill(table, NONE);
    for (int e = 0; e < edges; e++) {
      alive[e] = true;
      rank[e] = e;
      append(nodes[2 * e], 2 * e);
      append(nodes[2 * e + 1], 2 * e + 1);
      put(nodes[2 * e], nodes[2 * e + 1], e);
    }
  }

  boolean isAlive(int edge) {
    return alive[edge];
  }

  /// Mean affinity of all that the edge stands for.
  double score(int edge) {
    return (double) affinitySum[edge] / weight[edge];
  }

  /// The lowest number of all edges that were joined into this one.
  int rank(int edge) {
    return rank[edge];
  }

  int node(int end) {
    return nodeOfEnd[end];
  }

  /// Contracts an edge. Pushes every edge whose score or rank changed.
  ///
  /// @return the node of the two that stays
  int contract(int edge, EdgeHeap changed) {
    int one = nodeOfEnd[2 * edge];
    int other = nodeOfEnd[2 * edge + 1];
    int stays = ends[one] >= ends[other] ? one : other;
    int goes = stays == one ? other : one;
    alive[edge] = false;
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
        affinitySum[parallel] += affinitySum[e];
        weight[parallel] += weight[e];
        rank[parallel] = Math.min(rank[parallel], rank[e]);
        changed.add(score(parallel), rank[parallel], parallel);
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
    ends[node]++;
  }

  private int find(int a, int b) {
    int at = slot(key(a, b));
    return table[at] != NONE && alive[table[at]] ? table[at] : NONE;
  }

  private void put(int a, int b, int edge) {
    int at = slot(key(a, b));
    if (table[at] == NONE) {
      if (2 * (used + 1) > table.length) {
        rehash();
        at = slot(key(a, b));
      }
      used++;
    }
    table[at] = edge;
    tableKeys[at] = key(a, b);
  }

  private static long key(int a, int b) {
    return ((long) Math.min(a, b) << 32) | Math.max(a, b);
  }

  private int slot(long key) {
    int mask = table.length - 1;
    int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (table[at] != NONE && tableKeys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  /* Keeps what still holds: an edge that lives and still has these two ends. */
  private void rehash() {
    int[] oldTable = table;
    long[] oldKeys = tableKeys;
    int live = 0;
    for (int i = 0; i < oldTable.length; i++) {
      live += holds(oldTable[i], oldKeys[i]) ? 1 : 0;
    }
    table = new int[Math.max(16, Integer.highestOneBit(live + 1) * 8)];
    tableKeys = new long[table.length];
    Arrays.fill(table, NONE);
    used = live;
    for (int i = 0; i < oldTable.length; i++) {
      if (holds(oldTable[i], oldKeys[i])) {
        int at = slot(oldKeys[i]);
        table[at] = oldTable[i];
        tableKeys[at] = oldKeys[i];
      }
    }
  }

  private boolean holds(int edge, long key) {
    return edge != NONE && alive[edge] && key(nodeOfEnd[2 * edge], nodeOfEnd[2 * edge + 1]) == key;
  }
}
