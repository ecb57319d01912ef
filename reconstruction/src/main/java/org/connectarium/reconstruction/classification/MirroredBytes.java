package org.connectarium.reconstruction.classification;

import org.connectarium.ingest.volume.Box;

/// Reads a box that may reach beyond a volume, which goes on there as in a mirror that does not
/// repeat the last voxel.
final class MirroredBytes {
  private MirroredBytes() {}

  /// Gives the values of any box inside the volume.
  @FunctionalInterface
  interface Source {
    byte[] read(Box box);
  }

  /// The values as floats 0 … 255, shape (z, y, x).
  static float[] floats(Source source, Box volume, Box box) {
    Box inside = box.intersect(volume);
    byte[] values = source.read(inside);
    int[] z = places(box.z0(), box.z1(), volume.z1(), inside.z0(), inside.z1());
    int[] y = places(box.y0(), box.y1(), volume.y1(), inside.y0(), inside.y1());
    int[] x = places(box.x0(), box.x1(), volume.x1(), inside.x0(), inside.x1());
    float[] out = new float[box.arrayLength()];
    int i = 0;
    for (int pz : z) {
      for (int py : y) {
        int row = (int) ((pz * inside.sizeY() + py) * inside.sizeX());
        for (int px : x) {
          out[i++] = values[row + px] & 255;
        }
      }
    }
    return out;
  }

  /* Where each voxel of an axis is found among those that were read: the mirrored place, or, where
   * the mirror shows more than was read, its nearest voxel. */
  private static int[] places(long from, long to, long size, long first, long end) {
    int[] out = new int[(int) (to - from)];
    for (int i = 0; i < out.length; i++) {
      long at = from + i;
      long period = Math.max(1, 2 * (size - 1));
      long folded = Math.floorMod(at, period);
      long mirrored = size == 1 ? 0 : Math.min(folded, period - folded);
      out[i] = (int) (Math.clamp(mirrored, first, end - 1) - first);
    }
    return out;
  }
}
