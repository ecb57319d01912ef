package org.connectarium.graph.partition;

/// A binary heap of numbers 0…capacity−1 with keys that may change; the largest key is on top, of
/// equal keys the smaller number. 16 bytes a number.
final class IndexedHeap {
  private final double[] key;
  private final int[] heap;
  private final int[] placePlusOne;
  private int size;

  IndexedHeap(int capacity) {
    key = new double[capacity];
    heap = new int[capacity];
    placePlusOne = new int[capacity];
  }

  boolean isEmpty() {
    return size == 0;
  }

  boolean contains(int item) {
    return placePlusOne[item] > 0;
  }

  /// The number on top.
  int top() {
    return heap[0];
  }

  /// The key of a number that is in the heap.
  double key(int item) {
    return key[item];
  }

  /// Adds a number or changes its key.
  void put(int item, double newKey) {
    key[item] = newKey;
    if (!contains(item)) {
      place(size++, item);
    }
    int at = up(placePlusOne[item] - 1);
    down(at);
  }

  void remove(int item) {
    if (!contains(item)) {
      return;
    }
    int at = placePlusOne[item] - 1;
    int last = heap[--size];
    placePlusOne[item] = 0;
    if (last != item) {
      place(at, last);
      down(up(at));
    }
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      placePlusOne[heap[i]] = 0;
    }
    size = 0;
  }

  private int up(int from) {
    int at = from;
    int item = heap[at];
    while (at > 0 && isAbove(item, heap[(at - 1) / 2])) {
      place(at, heap[(at - 1) / 2]);
      at = (at - 1) / 2;
    }
    place(at, item);
    return at;
  }

  private void down(int from) {
    int at = from;
    int item = heap[at];
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && isAbove(heap[child + 1], heap[child])) {
        child++;
      }
      if (!isAbove(heap[child], item)) {
        break;
      }
      place(at, heap[child]);
      at = child;
    }
    place(at, item);
  }

  private boolean isAbove(int a, int b) {
    return key[a] > key[b] || (key[a] == key[b] && a < b);
  }

  private void place(int at, int item) {
    heap[at] = item;
    placePlusOne[item] = at + 1;
  }
}
