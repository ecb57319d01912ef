package org.connectarium.ingest.n5;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The common part of a region and one block; all lists x first.
///
/// @param grid grid position of the block
/// @param blockSize size of that block, cut off at the far edges
/// @param inBlock first voxel of the common part, counted from the block's first
/// @param inRegion first voxel of the common part, counted from the region's first
/// @param size size of the common part
@SuppressWarnings("ArrayRecordComponent") // never compared; lives for one block copy
record Overlap(long[] grid, int[] blockSize, int[] inBlock, int[] inRegion, int[] size) {

  boolean isWholeBlock() {
    return Arrays.equals(size, blockSize);
  }

  /// The parts of a region, block by block, x fastest.
  ///
  /// @throws IllegalArgumentException if the region is empty or leaves the volume
  static List<Overlap> of(DatasetSpec spec, long[] min, int[] size) {
    int rank = spec.dimensions().size();
    check(spec, min, size);
    long[] first = new long[rank];
    long[] last = new long[rank];
    for (int d = 0; d < rank; d++) {
      first[d] = min[d] / spec.blockSize().get(d);
      last[d] = (min[d] + size[d] - 1) / spec.blockSize().get(d);
    }
    List<Overlap> parts = new ArrayList<>();
    long[] grid = first.clone();
    int d;
    do {
      parts.add(part(spec, min, size, grid.clone()));
      d = 0;
      while (d < rank && ++grid[d] > last[d]) {
        grid[d] = first[d];
        d++;
      }
    } while (d < rank);
    return parts;
  }

  private static void check(DatasetSpec spec, long[] min, int[] size) {
    int rank = spec.dimensions().size();
    boolean inside = min.length == rank && size.length == rank;
    for (int d = 0; inside && d < rank; d++) {
      inside = min[d] >= 0 && size[d] > 0 && min[d] + size[d] <= spec.dimensions().get(d);
    }
    if (!inside) {
      throw new IllegalArgumentException(
          "Region at "
              + Arrays.toString(min)
              + " of size "
              + Arrays.toString(size)
              + " is not inside a volume of "
              + spec.dimensions());
    }
  }

  private static Overlap part(DatasetSpec spec, long[] min, int[] size, long[] grid) {
    int[] blockSize = spec.sizeOfBlock(grid);
    int[] inBlock = new int[grid.length];
    int[] inRegion = new int[grid.length];
    int[] common = new int[grid.length];
    for (int d = 0; d < grid.length; d++) {
      long blockMin = grid[d] * spec.blockSize().get(d);
      long begin = Math.max(blockMin, min[d]);
      long end = Math.min(blockMin + blockSize[d], min[d] + size[d]);
      inBlock[d] = (int) (begin - blockMin);
      inRegion[d] = (int) (begin - min[d]);
      common[d] = (int) (end - begin);
    }
    return new Overlap(grid, blockSize, inBlock, inRegion, common);
  }
}
