package org.connectarium.reconstruction.distance;

import java.util.Arrays;

/// A further pass, along y or z, over lines that lie beside each other along x.
///
/// Row q holds voxel q of all lines. Rows are separate arrays that are all read at the same
/// index, because that is the loop which the compiler turns into vector instructions.
final class Slab {
  private static final int BESIDE = 256;
  private static final int NEAR = 48;

  private final int[] labels;
  private final float[] out;
  private final int stride;
  private final int n;
  private final float weight;
  private final int beyond;
  private final int[][] rowLabels;
  private final int[][] steps;
  private final float[][] before;
  private final float[] after;
  private final boolean[] deep = new boolean[BESIDE];
  private final Envelope envelope;
  private int width;

  Slab(int[] labels, float[] out, int stride, int n, double voxelNm, Edge edge) {
    this.labels = labels;
    this.out = out;
    this.stride = stride;
    this.n = n;
    this.weight = (float) (voxelNm * voxelNm);
    this.beyond = edge == Edge.OPEN ? Rows.FAR_STEPS : 0;
    int widest = Math.min(BESIDE, stride);
    this.rowLabels = new int[n][widest];
    this.steps = new int[n][widest];
    this.before = new float[n][widest];
    this.after = new float[widest];
    this.envelope = new Envelope(n, voxelNm * voxelNm);
  }

  /// Measures `count` lines that begin at voxel `first` and its successors along x.
  void measure(int first, int count) {
    for (int done = 0; done < count; done += BESIDE) {
      width = Math.min(BESIDE, count - done);
      gather(first + done);
      toEndsOfRuns();
      Arrays.fill(deep, false);
      boolean anyDeep = false;
      for (int q = 0; q < n; q++) {
        anyDeep |= row(q);
        System.arraycopy(after, 0, out, first + done + q * stride, width);
      }
      for (int x = 0; anyDeep && x < width; x++) {
        if (deep[x]) {
          envelope.lower(before, x, out, first + done + x, stride);
        }
      }
    }
  }

  private void gather(int first) {
    for (int q = 0, i = first; q < n; q++, i += stride) {
      System.arraycopy(labels, i, rowLabels[q], 0, width);
      System.arraycopy(out, i, before[q], 0, width);
    }
  }

  private void toEndsOfRuns() {
    Arrays.fill(steps[0], beyond + 1);
    for (int q = 1; q < n; q++) {
      count(rowLabels[q - 1], rowLabels[q], steps[q - 1], steps[q], width);
    }
    int[] last = steps[n - 1];
    for (int x = 0; x < width; x++) {
      last[x] = Math.min(last[x], beyond + 1);
    }
    for (int q = n - 2; q >= 0; q--) {
      countBack(rowLabels[q + 1], rowLabels[q], steps[q + 1], steps[q], width);
    }
  }

  private static void count(int[] labelsAt, int[] labelsHere, int[] at, int[] here, int width) {
    for (int x = 0; x < width; x++) {
      int change = labelsAt[x] ^ labelsHere[x];
      int differs = (change | -change) >> 31;
      here[x] = (at[x] & ~differs) + 1;
    }
  }

  private static void countBack(int[] labelsAt, int[] labelsHere, int[] at, int[] here, int width) {
    for (int x = 0; x < width; x++) {
      int change = labelsAt[x] ^ labelsHere[x];
      int differs = (change | -change) >> 31;
      here[x] = Math.min(here[x], (at[x] & ~differs) + 1);
    }
  }

  /* Whether some voxel of the row needs parabolas farther away than NEAR. */
  private boolean row(int q) {
    start(after, before[q], steps[q], weight, width);
    int last = Math.max(q, n - 1 - q);
    int check = 1;
    for (int k = 1; k <= last; k++) {
      float height = weight * k * k;
      if (k >= check) {
        if (highest(after, width) <= height) {
          return false;
        }
        if (k > NEAR) {
          for (int x = 0; x < width; x++) {
            deep[x] |= after[x] > height;
          }
          return true;
        }
        check = Math.min(NEAR + 1, k + 1 + k / 2);
      }
      if (k <= q && q + k < n) {
        both(after, before[q - k], before[q + k], height, width);
      } else {
        one(after, before[k <= q ? q - k : q + k], height, width);
      }
    }
    return false;
  }

  private static void start(float[] to, float[] from, int[] steps, float weight, int width) {
    for (int x = 0; x < width; x++) {
      float d = steps[x];
      to[x] = Math.min(from[x], d * d * weight);
    }
  }

  private static float highest(float[] values, int width) {
    float highest = 0;
    for (int x = 0; x < width; x++) {
      highest = Math.max(highest, values[x]);
    }
    return highest;
  }

  private static void both(float[] to, float[] a, float[] b, float height, int width) {
    for (int x = 0; x < width; x++) {
      to[x] = Math.min(to[x], Math.min(a[x], b[x]) + height);
    }
  }

  private static void one(float[] to, float[] a, float height, int width) {
    for (int x = 0; x < width; x++) {
      to[x] = Math.min(to[x], a[x] + height);
    }
  }
}
