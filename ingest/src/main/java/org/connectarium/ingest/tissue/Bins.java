package org.connectarium.ingest.tissue;

import org.connectarium.ingest.volume.Box;

/// Which things reach which cells of a [Grid]: lists of indices, one behind the other.
final class Bins {
  private final Box cells;
  private final int[] begin;
  private int[] items = new int[0];

  /// Bounds of thing i in nm: low x, y, z, high x, y, z.
  interface Bounds {
    void of(int i, double[] lowHigh);
  }

  Bins(Box cells, Grid grid, int n, Bounds bounds) {
    this.cells = cells;
    this.begin = new int[cells.arrayLength() + 1];
    double[] b = new double[6];
    int[] range = new int[6];
    for (int i = 0; i < n; i++) {
      bounds.of(i, b);
      range(grid, b, range);
      visit(range, cell -> begin[cell + 1]++);
    }
    for (int c = 0; c < begin.length - 1; c++) {
      begin[c + 1] += begin[c];
    }
    items = new int[begin[begin.length - 1]];
    int[] next = begin.clone();
    for (int i = 0; i < n; i++) {
      bounds.of(i, b);
      range(grid, b, range);
      int item = i;
      visit(range, cell -> items[next[cell]++] = item);
    }
  }

  private void range(Grid grid, double[] b, int[] range) {
    range[0] =
        clamp(cell(b[0], grid.cellEdgeX(), grid.voxelSize().xNm()), cells.x0(), cells.sizeX(), 0);
    range[1] =
        clamp(cell(b[1], grid.cellEdgeY(), grid.voxelSize().yNm()), cells.y0(), cells.sizeY(), 0);
    range[2] =
        clamp(cell(b[2], grid.cellEdgeZ(), grid.voxelSize().zNm()), cells.z0(), cells.sizeZ(), 0);
    range[3] =
        clamp(cell(b[3], grid.cellEdgeX(), grid.voxelSize().xNm()), cells.x0(), cells.sizeX(), 1);
    range[4] =
        clamp(cell(b[4], grid.cellEdgeY(), grid.voxelSize().yNm()), cells.y0(), cells.sizeY(), 1);
    range[5] =
        clamp(cell(b[5], grid.cellEdgeZ(), grid.voxelSize().zNm()), cells.z0(), cells.sizeZ(), 1);
  }

  private static long cell(double nm, double edgeNm, double voxelNm) {
    return (long) Math.floor((nm + 0.5 * voxelNm) / edgeNm);
  }

  private static int clamp(long cell, long first, long size, int end) {
    return (int) (end == 0 ? Math.max(cell - first, 0) : Math.min(cell - first, size - 1));
  }

  private interface Visitor {
    void at(int cell);
  }

  private void visit(int[] range, Visitor visitor) {
    for (int z = range[2]; z <= range[5]; z++) {
      for (int y = range[1]; y <= range[4]; y++) {
        for (int x = range[0]; x <= range[3]; x++) {
          visitor.at((int) ((z * cells.sizeY() + y) * cells.sizeX() + x));
        }
      }
    }
  }

  int begin(int cell) {
    return begin[cell];
  }

  int end(int cell) {
    return begin[cell + 1];
  }

  int item(int k) {
    return items[k];
  }
}
