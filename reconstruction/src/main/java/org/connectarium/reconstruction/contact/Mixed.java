package org.connectarium.reconstruction.contact;

import java.util.Arrays;
import org.connectarium.reconstruction.grid.Grid;

/// Whether more than one label, not counting 0, is among a voxel and its 26 neighbours; a row of
/// voxels at a time. For most voxels there is not, and plain loops over whole rows find out several
/// times as fast as one over the neighbours of a voxel.
///
/// The labels are more than one where the lowest and the highest of them differ.
final class Mixed {
  private final int[] padded;
  private final int[] rows;
  private final int[] here;
  private final int[] lowest;
  private final int[] highest;

  Mixed(int[] padded, Grid grid) {
    this.padded = padded;
    int y = grid.strideY();
    int z = grid.strideZ();
    rows = new int[] {-z - y, -z, -z + y, -y, 0, y, z - y, z, z + y};
    here = new int[y];
    lowest = new int[y];
    highest = new int[y];
  }

  /// Looks at the row whose first voxel has this padded index.
  void look(int row) {
    Arrays.fill(lowest, Integer.MAX_VALUE);
    Arrays.fill(highest, 0);
    for (int offset : rows) {
      System.arraycopy(padded, row - 1 + offset, here, 0, here.length);
      include(here, lowest, highest);
    }
  }

  /* One index for all arrays, as the compiler makes vector code only then. 0 counts as the highest
  label where the lowest is looked for. */
  private static void include(int[] here, int[] lowest, int[] highest) {
    for (int i = 0; i < here.length; i++) {
      int label = here[i];
      lowest[i] = Math.min(lowest[i], label | ((label - 1) >> 31 >>> 1));
      highest[i] = Math.max(highest[i], label);
    }
  }

  /// Whether it is so at voxel x of the row.
  boolean at(int x) {
    return low(x) < high(x);
  }

  /// The lowest label at and around voxel x, not counting 0.
  int low(int x) {
    return Math.min(Math.min(lowest[x], lowest[x + 1]), lowest[x + 2]);
  }

  /// The highest label at and around voxel x.
  int high(int x) {
    return Math.max(Math.max(highest[x], highest[x + 1]), highest[x + 2]);
  }
}
