package org.connectarium.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.connectarium.ingest.hdf5.Hdf5Volume;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.grid.Grid;

/// The segments of mouse cortex of `pinky40-seg`, 256³ voxels, cut or set side by side to a cube;
/// for labels of others that touch without a ridge.
final class MouseCortex {
  private static final String FILE = "pinky40-seg/pinky40_crop_z256-511_y256-511_x000-255.h5";
  private static final int EDGE = 256;
  static final VoxelSize VOXEL = new VoxelSize(32, 32, 40);

  /// A cube of 1024 voxels an edge would be 4 GiB.
  private static final int LARGEST_EDGE = 512;

  final int edge;
  final int[] labels;

  MouseCortex(Setting setting) {
    edge = Math.min(setting.size().edge(), LARGEST_EDGE);
    Path file = setting.data().resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new BadInputException("no file " + file + "; say with CONNECTARIUM_DATA where it is");
    }
    Box box = Box.ofSize(EDGE, EDGE, EDGE);
    short[] once = new short[box.arrayLength()];
    try (Hdf5Volume volume = Hdf5Volume.open(file, "/labels")) {
      volume.read(box, once);
    }
    labels = new int[edge * edge * edge];
    for (int z = 0, i = 0; z < edge; z++) {
      for (int y = 0; y < edge; y++) {
        int row = (z % EDGE * EDGE + y % EDGE) * EDGE;
        for (int x = 0; x < edge; x++, i++) {
          labels[i] = once[row + x % EDGE] & 0xffff;
        }
      }
    }
  }

  Grid grid() {
    return new Grid(edge, edge, edge);
  }
}
