package org.connectarium.reconstruction.hierarchy;

import java.util.Arrays;

/// Heap of edges: highest score first, of equals the lowest rank. An edge is in it at most once
/// and can be moved when its score or rank has changed. Four children a node, for fewer cache
/// misses than with two. 16 bytes an edge.
final class EdgeHeap {
  private static final int CHILDREN = 4;

  private final double[] scores;
  private final int[] edges;
  /* Where each edge is in the two arrays above. */
  private final int[] places;
  private final int[] rank;
  private int size;

  /// A heap that holds all edges.
  ///
  /// @param scores of the edges 0, 1, 2 …; the heap keeps and changes the array
  /// @param rank of the edges; whoever changes it tells the heap by [#changed]
  EdgeHeap(double[] scores, int[] rank) {
    this.scores = scores;
    this.rank = rank;
    size = scores.length;
    edges = new int[size];
    places = new int[size];
    Arrays.setAll(edges, e -> e);
    Arrays.setAll(places, e -> e);
    for (int i = Math.floorDiv(size - 2, CHILDREN); i >= 0; i--) {
      sink(i, scores[i], edges[i]);
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  double topScore() {
    return scores[0];
  }

  int topEdge() {
    return edges[0];
  }

  void removeTop() {
    size--;
    sink(0, scores[size], edges[size]);
  }

  /// Takes an edge that is in the heap to where it belongs now.
  void changed(int edge, double score) {
    int i = places[edge];
    while (i > 0) {
      int up = (i - 1) / CHILDREN;
      if (!isBefore(score, edge, up)) {
        break;
      }
      put(i, scores[up], edges[up]);
      i = up;
    }
    sink(i, score, edge);
  }

  private void sink(int from, double score, int edge) {
    int i = from;
    for (int first = CHILDREN * i + 1; first < size; first = CHILDREN * i + 1) {
      int best = first;
      int end = Math.min(size, first + CHILDREN);
      for (int child = first + 1; child < end; child++) {
        if (isBefore(scores[child], edges[child], best)) {
          best = child;
        }
      }
      if (isBefore(score, edge, best)) {
        break;
      }
      put(i, scores[best], edges[best]);
      i = best;
    }
    put(i, score, edge);
  }

  private boolean isBefore(double score, int edge, int other) {
    return score > scores[other] || (score == scores[other] && rank[edge] < rank[edges[other]]);
  }

  private void put(int at, double score, int edge) {
    scores[at] = score;
    edges[at] = edge;
    places[edge] = at;
  }
}
