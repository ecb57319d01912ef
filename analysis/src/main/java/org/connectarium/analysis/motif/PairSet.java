package org.connectarium.analysis.motif;

import java.util.Arrays;

/// A set of pairs of nodes whose number of elements never grows, for millions of removals: linear
/// probing without marks of what was removed, so that it does not slow down.
///
/// Elements are 0 or more; two slots in three are free.
final class PairSet {
  private static final long FREE = -1;

  private final long[] slots;
  private final int mask;

  /// @param most elements at any time, less one while another one is exchanged
  PairSet(int most) {
    int size = Integer.highestOneBit(Math.max(8, 3 * most)) << 1;
    this.slots = new long[size];
    this.mask = size - 1;
    Arrays.fill(slots, FREE);
  }

  boolean contains(long pair) {
    int at = home(pair);
    while (slots[at] != FREE) {
      if (slots[at] == pair) {
        return true;
      }
      at = at + 1 & mask;
    }
    return false;
  }

  void add(long pair) {
    int at = home(pair);
    while (slots[at] != FREE) {
      if (slots[at] == pair) {
        return;
      }
      at = at + 1 & mask;
    }
    slots[at] = pair;
  }

  /// Removes an element that is there, and moves up those that had to make way for it.
  void remove(long pair) {
    int hole = home(pair);
    while (slots[hole] != pair) {
      hole = hole + 1 & mask;
    }
    int at = hole + 1 & mask;
    while (slots[at] != FREE) {
      int wanted = home(slots[at]);
      if ((at - wanted & mask) >= (at - hole & mask)) {
        slots[hole] = slots[at];
        hole = at;
      }
      at = at + 1 & mask;
    }
    slots[hole] = FREE;
  }

  private int home(long pair) {
    long mixed = (pair ^ pair >>> 32) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & mask;
  }
}
