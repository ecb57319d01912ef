package org.connectarium.reconstruction.watershed;

import java.util.Arrays;
import org.connectarium.reconstruction.grid.Grid;

/// Pairs of touching basins, sorted by the height of the pass between them: the higher of two
/// neighbouring voxels (of 26) that drain to different basins.
///
/// Passes higher than the depth above both basins decide no marker any more and are left out.
/// Pairs may repeat; most repeats are kept out by a small table of the pairs seen last.
final class Passes {
  private static final int TABLE = 1 << 16;

  private final int[][] pairs = new int[256][16];
  private final int[] lengths = new int[256];
  private final long[] seen = new long[TABLE];
  private final int[] seenHeight = new int[TABLE];

  Passes(Relief relief, Basins basins, int depth) {
    Grid grid = relief.grid();
    char[] height = relief.heights();
    int[] basinOf = basins.basinOf;
    int[] before = Arrays.copyOf(grid.neighbours26(), 13);
    for (int z = 0; z < grid.sizeZ(); z++) {
      for (int y = 0; y < grid.sizeY(); y++) {
        int row = grid.row(y, z);
        for (int p = row; p < row + grid.sizeX(); p++) {
          int a = basinOf[p];
          if (a < 0) {
            continue;
          }
          for (int offset : before) {
            int b = basinOf[p + offset];
            if (b != a && b >= 0) {
              int pass = Math.max(height[p], height[p + offset]);
              if (pass <= Math.max(basins.heights[a], basins.heights[b]) + depth) {
                add(pass, a, b);
              }
            }
          }
        }
      }
    }
  }

  /// The pairs whose pass has this height: two basins each, one after the other.
  int[] at(int height) {
    return Arrays.copyOf(pairs[height], lengths[height]);
  }

  private void add(int height, int a, int b) {
    long key = ((long) Math.min(a, b) << 32) | Math.max(a, b);
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 48);
    if (seen[slot] == key && seenHeight[slot] <= height) {
      return;
    }
    seen[slot] = key;
    seenHeight[slot] = height;
    int length = lengths[height];
    if (length == pairs[height].length) {
      pairs[height] = Arrays.copyOf(pairs[height], 2 * length);
    }
    pairs[height][length] = a;
    pairs[height][length + 1] = b;
    lengths[height] = length + 2;
  }
}
