package org.connectarium.reconstruction.skeleton;

import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.grid.Grid;

/// Closes the ridges that a watershed leaves between segments of one object: a voxel of 0 takes
/// a label if two opposite ones of its 26 neighbours have it and no neighbour has another one.
final class RidgeFill {
  private RidgeFill() {}

  /// The labels of a part of a box.
  ///
  /// @param labels shape (z, y, x) of `box`, which should reach one voxel farther than `part`
  static long[] fill(long[] labels, Box box, Box part) {
    long[] out = new long[part.arrayLength()];
    int o = 0;
    for (long z = part.z0(); z < part.z1(); z++) {
      for (long y = part.y0(); y < part.y1(); y++) {
        for (long x = part.x0(); x < part.x1(); x++, o++) {
          long own = at(labels, box, x, y, z);
          out[o] = own != 0 ? own : around(labels, box, x, y, z);
        }
      }
    }
    return out;
  }

  private static long around(long[] labels, Box box, long x, long y, long z) {
    long found = 0;
    boolean between = false;
    for (int k = 0; k < 26; k++) {
      int[] step = Grid.step(k);
      long there = at(labels, box, x + step[2], y + step[1], z + step[0]);
      if (there != 0) {
        if (found != 0 && found != there) {
          return 0;
        }
        found = there;
        between |= k < 13 && there == at(labels, box, x - step[2], y - step[1], z - step[0]);
      }
    }
    return between ? found : 0;
  }

  private static long at(long[] labels, Box box, long x, long y, long z) {
    if (!box.contains(x, y, z)) {
      return 0;
    }
    return labels[
        (int) (((z - box.z0()) * box.sizeY() + y - box.y0()) * box.sizeX() + x - box.x0())];
  }
}
