package org.connectarium.reconstruction.skeleton;

import java.util.Arrays;

/// A priority queue of numbers for Dijkstra's algorithm: no key may be below the last one that
/// was taken out. Equal keys come out in an order that depends on the calls alone.
///
/// Keys are floats of 0 or more, whose bits are ordered as they are. Bucket b holds the keys that
/// differ from the last one first in bit b − 1; a bucket is shared out among lower ones when its
/// turn comes, so that a key moves 32 times at most.
///
/// Method: R. Ahuja, K. Mehlhorn, J. Orlin, R. Tarjan, *Faster algorithms for the shortest path
/// problem*, Journal of the ACM 37, 1990,
/// [doi:10.1145/77600.77615](https://doi.org/10.1145/77600.77615).
final class RadixHeap {
  private static final int BUCKETS = 33;

  private final long[][] buckets = new long[BUCKETS][16];
  private final int[] size = new int[BUCKETS];
  private int count;
  private int last;

  /// Forgets all, so that keys may begin at 0 again.
  void clear() {
    Arrays.fill(size, 0);
    count = 0;
    last = 0;
  }

  boolean isEmpty() {
    return count == 0;
  }

  void push(float key, int value) {
    put(((long) Float.floatToRawIntBits(key) << 32) | value);
    count++;
  }

  /// Takes out a value of the lowest key; [#key] tells the key.
  int pop() {
    if (size[0] == 0) {
      shareOut();
    }
    count--;
    return (int) buckets[0][--size[0]];
  }

  /// The key of the value that was taken out last.
  float key() {
    return Float.intBitsToFloat(last);
  }

  private void put(long entry) {
    int b = Integer.SIZE - Integer.numberOfLeadingZeros((int) (entry >>> 32) ^ last);
    if (size[b] == buckets[b].length) {
      buckets[b] = Arrays.copyOf(buckets[b], 2 * size[b]);
    }
    buckets[b][size[b]++] = entry;
  }

  private void shareOut() {
    int b = 1;
    while (size[b] == 0) {
      b++;
    }
    long[] bucket = buckets[b];
    int n = size[b];
    int lowest = Integer.MAX_VALUE;
    for (int i = 0; i < n; i++) {
      lowest = Math.min(lowest, (int) (bucket[i] >>> 32));
    }
    last = lowest;
    size[b] = 0;
    for (int i = 0; i < n; i++) {
      put(bucket[i]);
    }
  }
}
