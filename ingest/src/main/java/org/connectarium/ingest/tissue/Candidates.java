package org.connectarium.ingest.tissue;

import java.util.Arrays;

/// The balls that can decide the voxels of one cell of the grid, or of one brick of it.
///
/// A voxel belongs to the cell of the ball with the least distance − radius. Within h of a middle
/// no such value differs by more than h from the one at the middle; so a ball counts if it could be
/// the best of its own cell there, and if its cell could be among the two nearest. The choice
/// depends on the middle alone, not on the box that was asked for.
final class Candidates {
  private final Balls balls;
  private final float[] leastOfCell;
  private final int[] cellsSeen;
  private float[] value = new float[256];

  /// Indices of the balls that count, in the order of their cells.
  int[] ball = new int[256];

  int n;

  Candidates(Balls balls, int cells) {
    this.balls = balls;
    this.leastOfCell = new float[cells];
    this.cellsSeen = new int[cells];
    Arrays.fill(leastOfCell, Float.MAX_VALUE);
  }

  void clear() {
    n = 0;
  }

  void add(int b) {
    if (n == ball.length) {
      ball = Arrays.copyOf(ball, 2 * n);
      value = Arrays.copyOf(value, 2 * n);
    }
    ball[n++] = b;
  }

  void copy(Candidates other) {
    if (ball.length < other.n) {
      ball = new int[other.ball.length];
      value = new float[other.ball.length];
    }
    System.arraycopy(other.ball, 0, ball, 0, other.n);
    n = other.n;
  }

  /// Brings the balls into the order of their cells and parts.
  void sort() {
    long[] keys = new long[n];
    for (int i = 0; i < n; i++) {
      int b = ball[i];
      keys[i] = ((long) balls.object[b] << 35) | ((long) balls.part[b] << 32) | b;
    }
    Arrays.sort(keys);
    for (int i = 0; i < n; i++) {
      ball[i] = (int) keys[i];
    }
  }

  /// Drops what cannot matter within h of a middle.
  void prune(double x, double y, double z, double h) {
    int seen = 0;
    for (int i = 0; i < n; i++) {
      int b = ball[i];
      double dx = balls.x[b] - x;
      double dy = balls.y[b] - y;
      double dz = balls.z[b] - z;
      value[i] = (float) (Math.sqrt(dx * dx + dy * dy + dz * dz) - balls.radiusNm[b]);
      int cell = balls.object[b];
      if (leastOfCell[cell] == Float.MAX_VALUE) {
        cellsSeen[seen++] = cell;
      }
      leastOfCell[cell] = Math.min(leastOfCell[cell], value[i]);
    }
    float first = Float.MAX_VALUE;
    float second = Float.MAX_VALUE;
    for (int k = 0; k < seen; k++) {
      float v = leastOfCell[cellsSeen[k]];
      second = Math.min(second, Math.max(first, v));
      first = Math.min(first, v);
    }
    float slack = (float) (2 * h + 1);
    float limit = (float) Math.min(second + slack, Scene.REACH_NM + h + 1);
    int kept = 0;
    for (int i = 0; i < n; i++) {
      if (value[i] <= limit && value[i] <= leastOfCell[balls.object[ball[i]]] + slack) {
        ball[kept++] = ball[i];
      }
    }
    n = kept;
    for (int k = 0; k < seen; k++) {
      leastOfCell[cellsSeen[k]] = Float.MAX_VALUE;
    }
  }
}
