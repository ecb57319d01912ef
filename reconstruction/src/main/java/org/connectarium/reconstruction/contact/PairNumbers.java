package org.connectarium.reconstruction.contact;

import java.util.Arrays;

/// Numbers pairs of labels 0, 1, 2, … in the order in which they are first asked for.
final class PairNumbers {
  private long[] keys = new long[1 << 12];
  private int[] numbers = new int[1 << 12];
  private long[] byNumber = new long[1 << 10];
  private int size;

  /// The number of pair (a, b), a < b, both at least 1.
  int of(int a, int b) {
    long key = ((long) a << 32) | b;
    int slot = slot(key);
    if (keys[slot] != key) {
      if (2 * size >= keys.length) {
        rehash();
        slot = slot(key);
      }
      keys[slot] = key;
      numbers[slot] = size;
      if (size == byNumber.length) {
        byNumber = Arrays.copyOf(byNumber, 2 * size);
      }
      byNumber[size++] = key;
    }
    return numbers[slot];
  }

  /// Lower label in the upper 32 bits, higher label in the lower ones.
  long pair(int number) {
    return byNumber[number];
  }

  /// All pairs, sorted by lower label, higher label.
  long[] sorted() {
    long[] out = Arrays.copyOf(byNumber, size);
    Arrays.sort(out);
    return out;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void rehash() {
    keys = new long[2 * keys.length];
    numbers = new int[keys.length];
    for (int n = 0; n < size; n++) {
      int slot = slot(byNumber[n]);
      keys[slot] = byNumber[n];
      numbers[slot] = n;
    }
  }
}
