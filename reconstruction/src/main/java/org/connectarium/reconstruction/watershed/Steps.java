package org.connectarium.reconstruction.watershed;

import java.util.Arrays;
import org.connectarium.reconstruction.grid.BoundaryMap;
import org.connectarium.reconstruction.grid.Grid;

/// The boundary of every step between two voxels, so laid out that a kernel never asks where the
/// block ends.
///
/// - `levels[c]`, c = 0, 1, 2: level of the step to the predecessor on z, y, x by plain index
///   (z, y, x); [#NONE] where there is no step: at the first voxels of an axis and beside excluded
///   voxels. Behind the voxels follows one more section of [#NONE], so the step to the next voxel
///   is at index i + stride, also at the last voxels of an axis
/// - a step's boundary: its value of an affinity map, the higher of both voxels of a one-channel
///   map; 255 counts as 254
/// - cost: O(voxels), 3 bytes per voxel
final class Steps {
  static final int NONE = 255;
  private static final byte HIGHEST = (byte) 254;

  final Grid grid;
  final byte[][] levels;
  /* To the neighbours −z, −y, −x, x, y, z; neighbour 5 − k lies opposite to k. */
  final int[] around;
  private final BoundaryMap map;

  Steps(BoundaryMap map) {
    this.map = map;
    grid = map.grid();
    int area = grid.sizeX() * grid.sizeY();
    int n = grid.voxels();
    around = new int[] {-area, -grid.sizeX(), -1, 1, grid.sizeX(), area};
    levels = new byte[3][Math.addExact(n, area)];
    for (int c = 0; c < 3; c++) {
      Arrays.fill(levels[c], n, n + area, (byte) NONE);
    }
    for (int row = 0; row < n; row += grid.sizeX()) {
      fill(0, row, row < area);
      fill(1, row, row % area == 0);
      fill(2, row, false);
      levels[2][row] = (byte) NONE;
    }
    if (map.hasMask()) {
      cutOffExcluded();
    }
  }

  private void fill(int channel, int row, boolean atBegin) {
    byte[] out = levels[channel];
    int end = row + grid.sizeX();
    if (atBegin) {
      Arrays.fill(out, row, end, (byte) NONE);
      return;
    }
    byte[] boundary = map.boundary();
    int first = channel == 2 ? row + 1 : row;
    if (map.isAffinity()) {
      int from = channel * grid.voxels();
      for (int i = first; i < end; i++) {
        out[i] = (byte) Math.min(boundary[from + i] & 255, HIGHEST & 255);
      }
    } else {
      int back = around[channel];
      for (int i = first; i < end; i++) {
        int higher = Math.max(boundary[i] & 255, boundary[i + back] & 255);
        out[i] = (byte) Math.min(higher, HIGHEST & 255);
      }
    }
  }

  private void cutOffExcluded() {
    for (int i = 0; i < grid.voxels(); i++) {
      if (map.isExcluded(i)) {
        for (int c = 0; c < 3; c++) {
          levels[c][i] = (byte) NONE;
          levels[c][i - around[c]] = (byte) NONE;
        }
      }
    }
  }

  boolean isExcluded(int voxel) {
    return map.isExcluded(voxel);
  }
}
