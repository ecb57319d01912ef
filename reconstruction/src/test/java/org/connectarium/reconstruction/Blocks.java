package org.connectarium.reconstruction;

import java.util.List;
import org.connectarium.ingest.volume.Box;

/// Parts of labelled volumes.
public final class Blocks {
  private Blocks() {}

  /// The blocks of a cube.
  public static List<Box> of(int edge, int block) {
    return Box.ofSize(edge, edge, edge).blocks(block, block, block);
  }

  /// The labels of a part of a volume that begins at voxel 0.
  public static int[] cut(int[] labels, Box whole, Box part) {
    int[] out = new int[part.arrayLength()];
    int i = 0;
    for (long z = part.z0(); z < part.z1(); z++) {
      for (long y = part.y0(); y < part.y1(); y++) {
        int row = (int) ((z * whole.sizeY() + y) * whole.sizeX() + part.x0());
        for (int x = 0; x < part.sizeX(); x++) {
          out[i++] = labels[row + x];
        }
      }
    }
    return out;
  }
}
