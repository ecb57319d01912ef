package org.connectarium.reconstruction.hierarchy;

import java.util.Arrays;

/// Binary heap of (score, rank, edge): highest score first, of equals the lowest rank. Entries
/// are never changed; who polls them checks whether they still hold.
final class EdgeHeap {
  private double[] scores;
  private int[] ranks;
  private int[] edges;
  private int size;

  EdgeHeap(int capacity) {
    scores = new double[Math.max(16, capacity)];
    ranks = new int[scores.length];
    edges = new int[scores.length];
  }

  boolean isEmpty() {
    return size == 0;
  }

  double topScore() {
    return scores[0];
  }

  int topRank() {
    return ranks[0];
  }

  int topEdge() {
    return edges[0];
  }

  void add(double score, int rank, int edge) {
    if (size == scores.length) {
      scores = Arrays.copyOf(scores, 2 * size);
      ranks = Arrays.copyOf(ranks, 2 * size);
      edges = Arrays.copyOf(edges, 2 * size);
    }
    int i = size++;
    while (i > 0) {
      int up = (i - 1) / 2;
      if (!isBefore(score, rank, up)) {
        break;
      }
      move(up, i);
      i = up;
    }
    put(i, score, rank, edge);
  }

  void removeTop() {
    size--;
    double score = scores[size];
    int rank = ranks[size];
    int edge = edges[size];
    int i = 0;
    for (int child = 1; child < size; child = 2 * i + 1) {
      if (child + 1 < size && isBefore(scores[child + 1], ranks[child + 1], child)) {
        child++;
      }
      if (isBefore(score, rank, child)) {
        break;
      }
      move(child, i);
      i = child;
    }
    put(i, score, rank, edge);
  }

  private boolean isBefore(double score, int rank, int other) {
    return score > scores[other] || (score == scores[other] && rank < ranks[other]);
  }

  private void move(int from, int to) {
    put(to, scores[from], ranks[from], edges[from]);
  }

  private void put(int at, double score, int rank, int edge) {
    scores[at] = score;
    ranks[at] = rank;
    edges[at] = edge;
  }
}
