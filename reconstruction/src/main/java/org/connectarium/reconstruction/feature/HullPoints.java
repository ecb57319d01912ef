package org.connectarium.reconstruction.feature;

import java.util.Arrays;

/// Voxel positions of which only those are kept that may be corners of the convex hull: in every
/// plane along two axes, the corners of the hull in that plane.
///
/// A position is a long of three coordinates 0 … 2²⁰ − 1, the one that tells planes apart first.
final class HullPoints {
  private static final int BITS = 20;
  private static final long MASK = (1L << BITS) - 1;

  private long[] points = new long[64];
  private int size;

  void clear() {
    size = 0;
  }

  /// Adds a run of voxels along x.
  void addRun(int z, int y, int x, int length) {
    if (size + 2 > points.length) {
      points = Arrays.copyOf(points, 2 * points.length);
    }
    points[size++] = pack(z, y, x);
    if (length > 1) {
      points[size++] = pack(z, y, x + length - 1);
    }
  }

  /// The coordinates of the points that are left, z, y, x one after the other.
  int[] corners() {
    for (int axis = 0; axis < 3; axis++) {
      thin();
      turn();
    }
    int[] out = new int[3 * size];
    for (int i = 0; i < size; i++) {
      out[3 * i] = (int) (points[i] >>> (2 * BITS));
      out[3 * i + 1] = (int) ((points[i] >>> BITS) & MASK);
      out[3 * i + 2] = (int) (points[i] & MASK);
    }
    return out;
  }

  private static long pack(long first, long second, long third) {
    return (first << (2 * BITS)) | (second << BITS) | third;
  }

  /* The axes in the order second, third, first: after three turns they are as they were. */
  private void turn() {
    for (int i = 0; i < size; i++) {
      points[i] = ((points[i] << BITS) & ((1L << (3 * BITS)) - 1)) | (points[i] >>> (2 * BITS));
    }
  }

  /* Keeps the corners of each plane. */
  private void thin() {
    Arrays.sort(points, 0, size);
    long[] kept = new long[size];
    int n = 0;
    int from = 0;
    while (from < size) {
      int to = from;
      while (to < size && points[to] >>> (2 * BITS) == points[from] >>> (2 * BITS)) {
        to++;
      }
      n = chains(from, to, kept, n);
      from = to;
    }
    System.arraycopy(kept, 0, points, 0, n);
    size = n;
  }

  /* Lower and upper chain (A. M. Andrew 1979) of sorted points; the ends may come twice. */
  private int chains(int from, int to, long[] kept, int begin) {
    int n = begin;
    for (int i = from; i < to; i++) {
      while (n - begin >= 2 && turnsRight(kept[n - 2], kept[n - 1], points[i])) {
        n--;
      }
      kept[n++] = points[i];
    }
    int last = n;
    long[] upper = new long[to - from];
    int m = 0;
    for (int i = to - 1; i >= from; i--) {
      while (m >= 2 && turnsRight(upper[m - 2], upper[m - 1], points[i])) {
        m--;
      }
      upper[m++] = points[i];
    }
    for (int i = 1; i < m - 1; i++) {
      kept[n++] = upper[i];
    }
    return Math.max(n, last);
  }

  private static boolean turnsRight(long a, long b, long c) {
    long ay = (a >>> BITS) & MASK;
    long ax = a & MASK;
    long dy1 = ((b >>> BITS) & MASK) - ay;
    long dx1 = (b & MASK) - ax;
    long dy2 = ((c >>> BITS) & MASK) - ay;
    long dx2 = (c & MASK) - ax;
    return dy1 * dx2 - dx1 * dy2 <= 0;
  }
}
