package org.connectarium.reconstruction.agglomeration;

import java.util.Arrays;

/// A table from unordered pairs of nodes to an edge, with open addressing.
final class PairTable {
  private static final long FREE = -1;
  private final long[] keys;
  private final int[] edges;
  private final int mask;

  /// @param pairs greatest number of pairs at any time
  PairTable(int pairs) {
    long wanted = Math.max(16, 2L * pairs);
    if (wanted > 1 << 30) {
      throw new IllegalArgumentException(pairs + " pairs are too many for one table");
    }
    int capacity = Integer.highestOneBit((int) wanted - 1) << 1;
    keys = new long[capacity];
    Arrays.fill(keys, FREE);
    edges = new int[capacity];
    mask = capacity - 1;
  }

  /// The edge of a pair, or −1.
  int get(int u, int v) {
    int slot = slot(key(u, v));
    return keys[slot] == FREE ? -1 : edges[slot];
  }

  void put(int u, int v, int edge) {
    int slot = slot(key(u, v));
    keys[slot] = key(u, v);
    edges[slot] = edge;
  }

  void remove(int u, int v) {
    int hole = slot(key(u, v));
    if (keys[hole] == FREE) {
      return;
    }
    for (int i = (hole + 1) & mask; keys[i] != FREE; i = (i + 1) & mask) {
      // an entry may move back into the hole unless its home lies behind the hole
      if (((i - home(keys[i])) & mask) >= ((i - hole) & mask)) {
        keys[hole] = keys[i];
        edges[hole] = edges[i];
        hole = i;
      }
    }
    keys[hole] = FREE;
  }

  private int slot(long key) {
    int i = home(key);
    while (keys[i] != FREE && keys[i] != key) {
      i = (i + 1) & mask;
    }
    return i;
  }

  private int home(long key) {
    long h = key * 0x9E3779B97F4A7C15L;
    return (int) (h ^ (h >>> 32)) & mask;
  }

  private static long key(int u, int v) {
    return ((long) Math.min(u, v) << 32) | Math.max(u, v);
  }
}
