package org.connectarium.reconstruction.hierarchy;

import java.util.Arrays;

/// Edges in the order of their keys: highest score first, of equals the lowest rank. Scores never
/// rise: what is added has no better key than what was taken out last.
///
/// So most edges lie unordered in one list for each 4,096th of the scores; only the list that is
/// being taken out is a heap, with four children a node. When the key of an edge in the heap gets
/// better, the edge is put in again, and the place with the old key is passed over later. 16 bytes
/// for each edge of the fullest list.
final class EdgeQueue {
  private static final int LISTS = 4096;
  private static final int CHILDREN = 4;
  private static final int NONE = -1;

  private final Edges edges;
  private final int[] first = new int[LISTS + 1];
  private double[] scores = new double[1024];
  private int[] ranks = new int[1024];
  private int[] heap = new int[1024];
  private int size;
  private int list = LISTS + 1;

  EdgeQueue(Edges edges) {
    this.edges = edges;
    Arrays.fill(first, NONE);
  }

  /// Adds an edge that is not in the queue, with a key.
  void add(int edge, double score, int rank) {
    edges.setKey(edge, score, rank);
    int l = listOf(score);
    if (l >= list) {
      push(score, rank, edge);
    } else {
      edges.setNextInQueue(edge, first[l]);
      first[l] = edge;
    }
  }

  /// Gives an edge in the queue a lower rank.
  void improve(int edge, int rank) {
    double score = edges.keyScore(edge);
    edges.setKey(edge, score, rank);
    if (listOf(score) >= list) {
      push(score, rank, edge);
    }
  }

  private static int listOf(double score) {
    return (int) (score * LISTS);
  }

  /// Takes out the first edge; −1 if there is none.
  int take() {
    while (true) {
      while (size == 0) {
        if (list == 0) {
          return NONE;
        }
        list--;
        fill();
      }
      int top = heap[0];
      boolean isCurrent = scores[0] == edges.keyScore(top) && ranks[0] == edges.keyRank(top);
      size--;
      if (size > 0) {
        sink(0, scores[size], ranks[size], heap[size]);
      }
      if (isCurrent) {
        return top;
      }
    }
  }

  /* Makes the list a heap. */
  private void fill() {
    for (int edge = first[list]; edge != NONE; edge = edges.nextInQueue(edge)) {
      if (!edges.isDead(edge)) {
        grow();
        put(size++, edges.keyScore(edge), edges.keyRank(edge), edge);
      }
    }
    for (int i = Math.floorDiv(size - 2, CHILDREN); i >= 0; i--) {
      sink(i, scores[i], ranks[i], heap[i]);
    }
  }

  private void grow() {
    if (size == heap.length) {
      scores = Arrays.copyOf(scores, 2 * size);
      ranks = Arrays.copyOf(ranks, 2 * size);
      heap = Arrays.copyOf(heap, 2 * size);
    }
  }

  private void push(double score, int rank, int edge) {
    grow();
    int i = size++;
    while (i > 0) {
      int up = (i - 1) / CHILDREN;
      if (!isBefore(score, rank, up)) {
        break;
      }
      put(i, scores[up], ranks[up], heap[up]);
      i = up;
    }
    put(i, score, rank, edge);
  }

  private void sink(int from, double score, int rank, int edge) {
    int i = from;
    for (int child = CHILDREN * i + 1; child < size; child = CHILDREN * i + 1) {
      int best = child;
      int end = Math.min(size, child + CHILDREN);
      for (int c = child + 1; c < end; c++) {
        if (isBefore(scores[c], ranks[c], best)) {
          best = c;
        }
      }
      if (isBefore(score, rank, best)) {
        break;
      }
      put(i, scores[best], ranks[best], heap[best]);
      i = best;
    }
    put(i, score, rank, edge);
  }

  private boolean isBefore(double score, int rank, int place) {
    return score > scores[place] || (score == scores[place] && rank < ranks[place]);
  }

  private void put(int place, double score, int rank, int edge) {
    scores[place] = score;
    ranks[place] = rank;
    heap[place] = edge;
  }
}
