package org.connectarium.app.pipeline;

import org.connectarium.ingest.importer.VolumeSource;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.classification.LabelReader;
import org.connectarium.reconstruction.components.Components;
import org.connectarium.reconstruction.grid.Connectivity;
import org.connectarium.reconstruction.grid.Grid;

/// A mask of synaptic clefts without ids: what hangs together, also over edges and corners, is one
/// synapse. The mask is looked at as a whole and kept, 8 bytes a voxel at the most, 4 afterwards.
final class CleftMask {
  private static final long SLAB_VOXELS = 1 << 24;

  private CleftMask() {}

  /// The synapses of a mask, numbered in the order of their first voxels.
  ///
  /// @throws BadInputException if it has more voxels than one array
  static LabelReader synapses(VolumeSource mask) {
    Box all = mask.box();
    if (all.voxels() > Integer.MAX_VALUE - 8) {
      throw new BadInputException(
          "truthClefts covers "
              + all
              + ", too much for a mask; cut it, or number its synapses and give truthSynapses");
    }
    int[] inside = new int[all.arrayLength()];
    long depth = Math.max(1, SLAB_VOXELS / Math.max(1, all.sizeX() * all.sizeY()));
    int at = 0;
    for (Box slab : all.blocks(all.sizeX(), all.sizeY(), depth)) {
      Object values = mask.dataType().newArray(slab.arrayLength());
      mask.read(slab, values);
      for (long value : mask.dataType().toLongs(values)) {
        inside[at++] = value == 0 ? 0 : 1;
      }
    }
    int[] synapses = Components.of(inside, Grid.of(all), Connectivity.ALL_26).paint(inside);
    return box -> cut(synapses, all, box);
  }

  private static long[] cut(int[] synapses, Box all, Box box) {
    long[] out = new long[box.arrayLength()];
    int i = 0;
    for (long z = box.z0(); z < box.z1(); z++) {
      for (long y = box.y0(); y < box.y1(); y++) {
        int row = (int) (((z - all.z0()) * all.sizeY() + y - all.y0()) * all.sizeX() - all.x0());
        for (long x = box.x0(); x < box.x1(); x++) {
          out[i++] = synapses[row + (int) x];
        }
      }
    }
    return out;
  }
}
