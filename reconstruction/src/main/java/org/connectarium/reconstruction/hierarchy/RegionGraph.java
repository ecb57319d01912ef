package org.connectarium.reconstruction.hierarchy;

import java.util.Arrays;

/// Undirected graph over nodes 0…n − 1 whose edges can be contracted, the best one first; parallel
/// edges that arise are joined, their evidence too.
///
/// Each node has a linked list of its edge ends (end 2e and 2e + 1 of edge e); an open hash table
/// finds the edge between two nodes. The node with fewer edges hands them to the other, so that
/// all contractions together move O(E log E) ends. Dead edges stay in lists, table and queue until
/// they are met.
///
/// As joining never raises scores, an edge may wait in the queue with a key that is too good: it
/// is looked at again when its turn comes. Of two edges that are joined the one with the better
/// key stays.
///
/// Memory: 74 bytes an edge and 8 a node, beside what the scores need.
final class RegionGraph {
  private static final int NONE = -1;

  private final Edges edges;
  private final EdgeScores scores;
  private final EdgeQueue queue;
  private final int[] firstEnd;
  /* Living edges of each node. */
  private final int[] degree;
  /* 1 + edge, 0 = free. The key of an entry is that of its edge as it is now. */
  private final int[] table;
  private int used;

  /// No two edges connect the same two nodes. Edges and scores belong to the graph from now on.
  RegionGraph(int nodeCount, Edges edges, EdgeScores scores) {
    this.edges = edges;
    this.scores = scores;
    int n = edges.size();
    firstEnd = new int[nodeCount];
    degree = new int[nodeCount];
    Arrays.fill(firstEnd, NONE);
    table = new int[(int) Math.min(Integer.MAX_VALUE - 8, 8 + n * 5L / 2)];
    queue = new EdgeQueue(edges);
    for (int e = 0; e < n; e++) {
      edges.setRank(e, e);
      queue.add(e, scores.score(e), e);
      prepend(edges.node(2 * e), 2 * e);
      prepend(edges.node(2 * e + 1), 2 * e + 1);
      put(e);
    }
  }

  /// Takes out the living edge with the highest score, of equals the one of the lowest rank; −1 if
  /// none is left. It must be contracted next.
  int takeBest() {
    for (int e = queue.take(); e != NONE; e = queue.take()) {
      if (edges.isDead(e)) {
        continue;
      }
      /* rounding may lift a quotient by one bit above those it lies between */
      double score = Math.min(scores.score(e), edges.keyScore(e));
      if (score == edges.keyScore(e) && edges.rank(e) == edges.keyRank(e)) {
        return e;
      }
      queue.add(e, score, edges.rank(e));
    }
    return NONE;
  }

  /// The score of the edge that [#takeBest] gave.
  double scoreOf(int edge) {
    return edges.keyScore(edge);
  }

  /// The node at end 2e or 2e + 1 of edge e.
  int node(int end) {
    return edges.node(end);
  }

  /// Contracts an edge.
  ///
  /// @return the node of the two that stays
  int contract(int edge) {
    int one = edges.node(2 * edge);
    int other = edges.node(2 * edge + 1);
    int stays = degree[one] >= degree[other] ? one : other;
    int goes = stays == one ? other : one;
    edges.kill(edge);
    degree[stays]--;
    scores.contract(stays, goes);
    int next;
    for (int end = firstEnd[goes]; end != NONE; end = next) {
      next = edges.nextEnd(end);
      int e = end / 2;
      if (edges.isDead(e)) {
        continue;
      }
      int neighbour = edges.node(end ^ 1);
      int at = find(stays, neighbour);
      int parallel = table[at] - 1;
      if (parallel == NONE) {
        edges.setNode(end, stays);
        prepend(stays, end);
        put(e);
      } else if (edges.isBefore(parallel, e)) {
        join(parallel, e);
        degree[neighbour]--;
      } else {
        join(e, parallel);
        degree[neighbour]--;
        degree[stays]--;
        edges.setNode(end, stays);
        prepend(stays, end);
        table[at] = e + 1;
      }
    }
    firstEnd[goes] = NONE;
    return stays;
  }

  private void join(int into, int from) {
    scores.join(into, from);
    int rank = Math.min(edges.rank(into), edges.rank(from));
    edges.setRank(into, rank);
    edges.kill(from);
    if (rank < edges.keyRank(into)) {
      queue.improve(into, rank);
    }
  }

  private void prepend(int node, int end) {
    edges.setNextEnd(end, firstEnd[node]);
    firstEnd[node] = end;
    degree[node]++;
  }

  /* The place of the living edge between two nodes, or the free place behind where it would be. */
  private int find(int a, int b) {
    int at = slot(a, b);
    while (table[at] != 0 && !edges.connects(table[at] - 1, a, b)) {
      at = next(at);
    }
    return at;
  }

  private void put(int edge) {
    if (used > table.length / 4 * 3) {
      rehash();
    }
    int at = slot(edges.node(2 * edge), edges.node(2 * edge + 1));
    while (table[at] != 0 && !edges.isDead(table[at] - 1)) {
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
    for (int e = 0; e < edges.size(); e++) {
      if (!edges.isDead(e)) {
        put(e);
      }
    }
  }
}
