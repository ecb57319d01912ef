package org.connectarium.reconstruction.watershed;

import java.util.Arrays;
import org.connectarium.reconstruction.grid.BoundaryMap;
import org.connectarium.reconstruction.grid.Grid;

/// The boundary map as padded heights: 0…255 for voxels, [#OUTSIDE] for the rim and for excluded
/// voxels.
final class Relief {
  static final int OUTSIDE = 256;

  private final Grid grid;
  private final char[] heights;

  Relief(Grid grid, char[] heights) {
    this.grid = grid;
    this.heights = heights;
  }

  static Relief of(BoundaryMap map) {
    Grid grid = map.grid();
    byte[] values = map.perVoxel();
    char[] heights = new char[grid.paddedLength()];
    Arrays.fill(heights, (char) OUTSIDE);
    for (int z = 0, i = 0; z < grid.sizeZ(); z++) {
      for (int y = 0; y < grid.sizeY(); y++) {
        int p = grid.row(y, z);
        for (int x = 0; x < grid.sizeX(); x++, i++, p++) {
          if (!map.isExcluded(i)) {
            heights[p] = (char) (values[i] & 255);
          }
        }
      }
    }
    return new Relief(grid, heights);
  }

  Grid grid() {
    return grid;
  }

  char[] heights() {
    return heights;
  }
}
