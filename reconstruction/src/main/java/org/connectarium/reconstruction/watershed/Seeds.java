package org.connectarium.reconstruction.watershed;

import java.util.Arrays;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.grid.BoundaryMap;
import org.connectarium.reconstruction.grid.Grid;

/// One seed in the middle of each thick part of a cell: the regional maxima of the distance to
/// the nearest wall that stand out by at least a depth, found as h-minima of the sunken distance.
///
/// Distances are told apart in steps of an eighth of the depth, at least 1/255 of the longest.
/// Where no voxel is a wall, everything is one seed.
final class Seeds {
  private static final int STEPS_PER_DEPTH = 8;

  private Seeds() {}

  /// Seeds 1…n, shape (z, y, x), 0 elsewhere.
  static int[] of(BoundaryMap map, int boundaryLevel, double depthNm, VoxelSize voxelSize) {
    Grid grid = map.grid();
    byte[] values = map.perVoxel();
    boolean[] walls = new boolean[values.length];
    for (int i = 0; i < walls.length; i++) {
      walls[i] = map.isExcluded(i) || (values[i] & 255) >= boundaryLevel;
    }
    float[] squaredNm = DistanceTransform.squaredNm(grid, walls, voxelSize);
    double longestNm = 0;
    for (float square : squaredNm) {
      longestNm = Math.max(longestNm, Math.sqrt(square));
    }
    double stepNm = Math.max(depthNm / STEPS_PER_DEPTH, longestNm / 255);
    char[] heights = new char[grid.paddedLength()];
    Arrays.fill(heights, (char) Relief.OUTSIDE);
    for (int z = 0, i = 0; z < grid.sizeZ(); z++) {
      for (int y = 0; y < grid.sizeY(); y++) {
        int p = grid.row(y, z);
        for (int x = 0; x < grid.sizeX(); x++, i++, p++) {
          if (!map.isExcluded(i)) {
            heights[p] = (char) (255 - (int) Math.min(255, Math.sqrt(squaredNm[i]) / stepNm));
          }
        }
      }
    }
    int depth = (int) Math.min(255, Math.max(1, Math.round(depthNm / stepNm)));
    return grid.crop(HMinima.markers(new Relief(grid, heights), depth - 1, 0));
  }
}
