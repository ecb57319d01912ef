package org.connectarium.reconstruction.watershed;

import java.util.Arrays;
import org.connectarium.reconstruction.grid.Grid;

/// Basins of steepest descent: from each voxel over its lowest step, on and on, to a minimum.
///
/// - steps below the inside level count as that level; steps of at least the wall level are not
///   gone; of several lowest steps that lead off a plateau the first in the order −z, −y, −x, x,
///   y, z is taken
/// - a plateau (voxels joined by steps that are the lowest of both their ends) that leads off
///   somewhere is divided evenly: each voxel goes the shortest way off it, of equally short ones
///   that which was found first in (z, y, x) order of the places where it leads off. A plateau
///   that leads nowhere is a minimum and one basin
/// - a voxel without any step below the wall is a basin of its own
/// - cost: O(voxels), three passes without branches and two with; 6 bytes per voxel beside the
///   steps, and 8 per voxel of the largest front on plateaus
///
/// Method: A. Zlateski, H. S. Seung, *Image segmentation by size-dependent single linkage
/// clustering of a watershed basin graph*, 2015,
/// [arXiv:1505.00249](https://arxiv.org/abs/1505.00249).
final class SteepestDescent {
  private final Steps steps;
  private final int voxels;
  private final int[] around;
  /* Bit k: the step to neighbour k is the lowest of both its ends. */
  private final byte[] plateau;
  /* The one step on which a voxel is left, as a bit; 0 at minima. */
  private final byte[] down;
  private int[] front = new int[1024];
  private int size;

  private SteepestDescent(Steps steps, int insideLevel, int wallLevel) {
    this.steps = steps;
    voxels = steps.grid.voxels();
    around = steps.around;
    byte[] lowest = lowest(insideLevel, wallLevel);
    plateau = new byte[voxels];
    down = new byte[voxels];
    split(lowest);
  }

  /// Basins 1…n in order of first voxel, shape (z, y, x); excluded voxels get 0.
  static int[] basins(Steps steps, int insideLevel, int wallLevel) {
    if (steps.grid.voxels() == 0) {
      return new int[0];
    }
    SteepestDescent descent = new SteepestDescent(steps, insideLevel, wallLevel);
    descent.dividePlateaus();
    return descent.label();
  }

  /* Which steps of each voxel are its lowest, as bits k. One section of zeros before the voxels and
  one behind them. Differences instead of comparisons let the compiler take many voxels at once. */
  private byte[] lowest(int insideLevel, int wallLevel) {
    Grid grid = steps.grid;
    int row = grid.sizeX();
    int area = row * grid.sizeY();
    byte[] alongZ = steps.levels[0];
    byte[] alongY = steps.levels[1];
    byte[] alongX = steps.levels[2];
    byte[] out = new byte[voxels + 2 * area];
    for (int i = 0; i < voxels; i++) {
      int a = Math.max(alongZ[i] & 255, insideLevel);
      int b = Math.max(alongY[i] & 255, insideLevel);
      int c = Math.max(alongX[i] & 255, insideLevel);
      int d = Math.max(alongX[i + 1] & 255, insideLevel);
      int e = Math.max(alongY[i + row] & 255, insideLevel);
      int f = Math.max(alongZ[i + area] & 255, insideLevel);
      int m = Math.min(Math.min(Math.min(a, b), Math.min(c, d)), Math.min(e, f));
      int bits =
          ((a - m - 1) >>> 31)
              | ((b - m - 1) >>> 31) << 1
              | ((c - m - 1) >>> 31) << 2
              | ((d - m - 1) >>> 31) << 3
              | ((e - m - 1) >>> 31) << 4
              | ((f - m - 1) >>> 31) << 5;
      out[area + i] = (byte) (bits & ((m - wallLevel) >> 31));
    }
    return out;
  }

  /* Parts the lowest steps into those of plateaus and the first of those that lead down. */
  private void split(byte[] lowest) {
    int row = steps.grid.sizeX();
    int area = row * steps.grid.sizeY();
    for (int i = 0; i < voxels; i++) {
      int p = area + i;
      int bits = lowest[p];
      int back =
          (lowest[p - area] >> 5 & 1)
              | (lowest[p - row] >> 4 & 1) << 1
              | (lowest[p - 1] >> 3 & 1) << 2
              | (lowest[p + 1] >> 2 & 1) << 3
              | (lowest[p + row] >> 1 & 1) << 4
              | (lowest[p + area] & 1) << 5;
      int leading = bits & ~back;
      plateau[i] = (byte) (bits & back);
      down[i] = (byte) (leading & -leading);
    }
  }

  private void dividePlateaus() {
    for (int i = 0; i < voxels; i++) {
      if (plateau[i] != 0 && down[i] != 0) {
        push(i);
      }
    }
    int[] here = new int[0];
    while (size > 0) {
      int n = size;
      int[] next = here;
      here = front;
      front = next;
      size = 0;
      for (int at = 0; at < n; at++) {
        int p = here[at];
        for (int bits = plateau[p]; bits != 0; bits &= bits - 1) {
          int k = Integer.numberOfTrailingZeros(bits);
          int q = p + around[k];
          if (down[q] == 0) {
            down[q] = (byte) (1 << (5 - k));
            push(q);
          }
        }
      }
    }
  }

  private void push(int voxel) {
    if (size == front.length) {
      front = Arrays.copyOf(front, Math.max(1024, 2 * size));
    }
    front[size++] = voxel;
  }

  private int[] label() {
    int[] label = new int[voxels];
    int n = 0;
    for (int p = 0; p < voxels; p++) {
      if (label[p] != 0 || steps.isExcluded(p)) {
        continue;
      }
      int end = p;
      while (label[end] == 0 && down[end] != 0) {
        end += around[Integer.numberOfTrailingZeros(down[end])];
      }
      if (label[end] == 0) {
        fillMinimum(label, end, ++n);
      }
      int found = label[end];
      for (int q = p; label[q] == 0; ) {
        label[q] = found;
        q += around[Integer.numberOfTrailingZeros(down[q])];
      }
    }
    return label;
  }

  private void fillMinimum(int[] label, int voxel, int number) {
    label[voxel] = number;
    size = 0;
    push(voxel);
    while (size > 0) {
      int p = front[--size];
      for (int bits = plateau[p]; bits != 0; bits &= bits - 1) {
        int q = p + around[Integer.numberOfTrailingZeros(bits)];
        if (label[q] == 0) {
          label[q] = number;
          push(q);
        }
      }
    }
  }
}
