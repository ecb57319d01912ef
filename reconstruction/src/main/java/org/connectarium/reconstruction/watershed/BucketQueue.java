package org.connectarium.reconstruction.watershed;

/// Priority queue of ints for 257 levels, lowest level first, first in first out within a level.
/// A level below the one last polled counts as that one, as water does not sink while it floods;
/// so a queue serves one flooding.
///
/// Cost: O(1) an operation; 4 to 8 bytes for each item of the fullest moment of each level.
final class BucketQueue {
  private static final int LEVELS = 257;
  private static final int FIRST_CAPACITY = 64;

  /* Each level is a ring: head and size count items, the capacity is a power of two. */
  private final int[][] rings = new int[LEVELS][FIRST_CAPACITY];
  private final int[] heads = new int[LEVELS];
  private final int[] sizes = new int[LEVELS];
  private int level;

  void add(int itemLevel, int item) {
    int l = Math.max(level, itemLevel);
    int[] ring = rings[l];
    if (sizes[l] == ring.length) {
      ring = grow(l);
    }
    ring[(heads[l] + sizes[l]) & (ring.length - 1)] = item;
    sizes[l]++;
  }

  boolean isEmpty() {
    while (level < LEVELS && sizes[level] == 0) {
      level++;
    }
    return level == LEVELS;
  }

  /// The next item; only after [#isEmpty] said that there is one.
  int poll() {
    int[] ring = rings[level];
    int item = ring[heads[level]];
    heads[level] = (heads[level] + 1) & (ring.length - 1);
    sizes[level]--;
    return item;
  }

  private int[] grow(int l) {
    int[] old = rings[l];
    int[] ring = new int[old.length * 2];
    int first = old.length - heads[l];
    System.arraycopy(old, heads[l], ring, 0, first);
    System.arraycopy(old, 0, ring, first, heads[l]);
    rings[l] = ring;
    heads[l] = 0;
    return ring;
  }
}
