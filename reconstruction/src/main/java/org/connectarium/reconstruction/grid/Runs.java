package org.connectarium.reconstruction.grid;

import java.util.Arrays;

/// The labels of a block as runs: stretches of one label along x, 0 among them, that fill each row
/// from its begin to its end. A volume of cells has ten to thirty voxels a run, so that whatever
/// goes by runs instead of voxels is an order faster.
///
/// ```
///   row   3 3 3 3 0 7 7 7      runs (label 3, end 4) (label 0, end 5) (label 7, end 8)
/// ```
///
/// Runs are in the order of the voxels; a run begins where the one before it ends. Arrays are
/// longer than they need to be, and nobody may write to them. 8 bytes a run and 4 a row; one pass
/// over the voxels.
public final class Runs {
  private static final int VOXELS_PER_RUN = 16;

  private final int[] rowBegin;
  private int[] end;
  private int[] label;

  private Runs(int rows, int capacity) {
    rowBegin = new int[rows + 1];
    end = new int[capacity];
    label = new int[capacity];
  }

  /// Finds the runs of a block.
  ///
  /// @param labels shape (z, y, x), x fastest
  /// @throws IllegalArgumentException if the labels do not fit the grid
  public static Runs of(int[] labels, Grid grid) {
    grid.checkLength(labels.length);
    int sizeX = grid.sizeX();
    int rows = grid.sizeY() * grid.sizeZ();
    Runs runs = new Runs(rows, Math.max(labels.length / VOXELS_PER_RUN, sizeX) + sizeX);
    int n = 0;
    for (int row = 0, at = 0; row < rows && sizeX > 0; row++, at += sizeX) {
      if (n + sizeX > runs.end.length) {
        runs.grow(n + sizeX);
      }
      n = row(labels, at, at + sizeX, runs.end, runs.label, n);
      runs.rowBegin[row + 1] = n;
    }
    return runs;
  }

  private static int row(int[] labels, int from, int to, int[] end, int[] label, int first) {
    int n = first;
    int here = labels[from];
    for (int i = from + 1; i < to; i++) {
      int next = labels[i];
      if (next != here) {
        end[n] = i;
        label[n++] = here;
        here = next;
      }
    }
    end[n] = to;
    label[n] = here;
    return n + 1;
  }

  private void grow(int atLeast) {
    int capacity = (int) Math.min(Integer.MAX_VALUE - 8, Math.max(atLeast, end.length * 3L / 2));
    end = Arrays.copyOf(end, capacity);
    label = Arrays.copyOf(label, capacity);
  }

  /// Number of runs.
  public int count() {
    return rowBegin[rowBegin.length - 1];
  }

  /// The first run of row `z·sizeY + y`; that of the row after the last one is the number of runs.
  public int first(int row) {
    return rowBegin[row];
  }

  /// Plain index of the voxel behind each run.
  public int[] ends() {
    return end;
  }

  /// The label of each run.
  public int[] labels() {
    return label;
  }
}
