package org.connectarium.reconstruction.hierarchy;

import java.util.Arrays;

/// Heap of (score, rank, edge): highest score first, of equals the lowest rank. Entries are never
/// changed; who removes them checks whether they still hold. Four children a node, for fewer
/// cache misses than with two.
final class EdgeHeap {
  private static final int CHILDREN = 4;

  private double[] scores;
  /* rank in the upper, edge in the lower 32 bits */
  private long[] rankedEdges;
  private int size;

  EdgeHeap(int capacity) {
    scores = new double[Math.max(16, capacity)];
    rankedEdges = new long[scores.length];
  }

  boolean isEmpty() {
    return size == 0;
  }

  double topScore() {
    return scores[0];
  }

  int topRank() {
    return (int) (rankedEdges[0] >>> 32);
  }

  int topEdge() {
    return (int) rankedEdges[0];
  }

  void add(double score, int rank, int edge) {
    if (size == scores.length) {
      scores = Arrays.copyOf(scores, 2 * size);
      rankedEdges = Arrays.copyOf(rankedEdges, 2 * size);
    }
    long rankedEdge = ((long) rank << 32) | edge;
    int i = size++;
    while (i > 0) {
      int up = (i - 1) / CHILDREN;
      if (!isBefore(score, rankedEdge, up)) {
        break;
      }
      put(i, scores[up], rankedEdges[up]);
      i = up;
    }
    put(i, score, rankedEdge);
  }

  void removeTop() {
    size--;
    double score = scores[size];
    long rankedEdge = rankedEdges[size];
    int i = 0;
    for (int first = 1; first < size; first = CHILDREN * i + 1) {
      int best = first;
      int end = Math.min(size, first + CHILDREN);
      for (int child = first + 1; child < end; child++) {
        if (isBefore(scores[child], rankedEdges[child], best)) {
          best = child;
        }
      }
      if (isBefore(score, rankedEdge, best)) {
        break;
      }
      put(i, scores[best], rankedEdges[best]);
      i = best;
    }
    put(i, score, rankedEdge);
  }

  private boolean isBefore(double score, long rankedEdge, int other) {
    return score > scores[other] || (score == scores[other] && rankedEdge < rankedEdges[other]);
  }

  private void put(int at, double score, long rankedEdge) {
    scores[at] = score;
    rankedEdges[at] = rankedEdge;
  }
}
