package org.connectarium.reconstruction.agglomeration;

import java.util.Arrays;

/// A binary heap of edges that knows where each edge is, so that an edge can move or leave.
final class EdgeHeap {
  /// Whether one edge comes before another.
  interface Order {
    boolean before(int e, int f);
  }

  private static final int ABSENT = -1;
  private final int[] heap;
  private final int[] place;
  private final Order order;
  private int size;

  EdgeHeap(int capacity, Order order) {
    heap = new int[capacity];
    place = new int[capacity];
    Arrays.fill(place, ABSENT);
    this.order = order;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int top() {
    return heap[0];
  }

  boolean contains(int edge) {
    return place[edge] != ABSENT;
  }

  void add(int edge) {
    up(size++, edge);
  }

  void remove(int edge) {
    int hole = place[edge];
    place[edge] = ABSENT;
    int last = heap[--size];
    if (last != edge) {
      up(hole, last);
      update(last);
    }
  }

  /// Puts an edge where its changed score belongs.
  void update(int edge) {
    up(place[edge], edge);
    down(place[edge], edge);
  }

  private void up(int from, int edge) {
    int i = from;
    while (i > 0 && order.before(edge, heap[(i - 1) / 2])) {
      set(i, heap[(i - 1) / 2]);
      i = (i - 1) / 2;
    }
    set(i, edge);
  }

  private void down(int from, int edge) {
    int i = from;
    while (2 * i + 1 < size) {
      int child = 2 * i + 1;
      if (child + 1 < size && order.before(heap[child + 1], heap[child])) {
        child++;
      }
      if (!order.before(heap[child], edge)) {
        break;
      }
      set(i, heap[child]);
      i = child;
    }
    set(i, edge);
  }

  private void set(int i, int edge) {
    heap[i] = edge;
    place[edge] = i;
  }
}
