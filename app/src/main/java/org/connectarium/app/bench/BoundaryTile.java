package org.connectarium.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.connectarium.ingest.importer.VolumeSource;
import org.connectarium.ingest.tissue.Tissue;
import org.connectarium.ingest.tissue.TissueParameters;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.inference.TiledPrediction;
import org.connectarium.reconstruction.network.ModelFiles;
import org.connectarium.reconstruction.segmentation.BoundarySource;
import org.connectarium.reconstruction.symmetry.Symmetry;

/// The boundary map of a small cube, mirrored at its faces again and again, so that a volume of
/// any size can be had at once and costs no memory. Three channels, as networks give.
final class BoundaryTile implements BoundarySource.Reader {
  static final VoxelSize VOXEL = new VoxelSize(10, 10, 10);
  /* so that a small cube holds many cells */
  private static final VoxelSize COARSE = new VoxelSize(20, 20, 20);
  private static final int MEDULLA_EDGE = 144;
  private static final long SEED = 7;

  private final int edge;
  private final byte[] values;

  BoundaryTile(int edge, byte[] values) {
    this.edge = edge;
    this.values = values;
  }

  /// Simulated tissue with a boundary as wide and as noisy as one that a network gives.
  static BoundaryTile simulated(Setting setting) {
    int edge = Math.min(128, setting.size().edge() / 2);
    long[] cells =
        new Tissue(SEED, TissueParameters.DEFAULT)
            .block(Box.ofSize(edge, edge, edge), COARSE)
            .neurite();
    int[] back = {edge * edge, edge, 1};
    byte[] out = new byte[3 * cells.length];
    for (int i = 0; i < cells.length; i++) {
      for (int c = 0; c < 3; c++) {
        int around = 0;
        for (int axis = 0; axis < 3; axis++) {
          around += step(cells, i, back[c], back[axis]) + step(cells, i, back[c], -back[axis]);
        }
        long hash = (c * (long) cells.length + i + 1) * 0x9E3779B97F4A7C15L;
        int noise = (int) (((hash ^ (hash >>> 29)) * 0xBF58476D1CE4E5B9L) >>> 60);
        int level = 110 * step(cells, i, back[c], 0) + 25 * around + noise;
        out[c * cells.length + i] = (byte) Math.min(255, level);
      }
    }
    return new BoundaryTile(edge, out);
  }

  private static int step(long[] cells, int i, int back, int aside) {
    int at = i + aside;
    return at - back >= 0 && at < cells.length && cells[at] != cells[at - back] ? 1 : 0;
  }

  /// A part of the FIB-SEM data of the medulla, predicted with the shipped model.
  ///
  /// @throws BadInputException if the data is not there
  static BoundaryTile medulla(Path data) {
    Path grey = data.resolve("fibsem-medulla").resolve("grayscale_maps");
    if (!Files.isDirectory(grey)) {
      throw new BadInputException("no folder " + grey + "; say with CONNECTARIUM_DATA where it is");
    }
    Box cube = Box.ofSize(MEDULLA_EDGE, MEDULLA_EDGE, MEDULLA_EDGE);
    byte[] image = new byte[cube.arrayLength()];
    try (VolumeSource source = VolumeSource.open(grey.toString(), data.toAbsolutePath())) {
      source.read(cube, image);
    }
    var prediction =
        new TiledPrediction(
            ModelFiles.shipped("fibsem").engine(),
            MEDULLA_EDGE,
            MEDULLA_EDGE,
            MEDULLA_EDGE,
            box -> new BoundaryTile(MEDULLA_EDGE, image).channel(box),
            Symmetry.Group.ISOTROPIC,
            1);
    return new BoundaryTile(MEDULLA_EDGE, prediction.predict(cube));
  }

  /* One channel of plain voxels. */
  private byte[] channel(Box box) {
    byte[] out = new byte[box.arrayLength()];
    fill(out, 0, 0, box, -1);
    return out;
  }

  @Override
  public byte[] read(Box box) {
    byte[] out = new byte[3 * box.arrayLength()];
    for (int c = 0; c < 3; c++) {
      fill(out, c * box.arrayLength(), c * edge * edge * edge, box, 2 - c);
    }
    return out;
  }

  private void fill(byte[] out, int at, int channel, Box box, int stepAxis) {
    int i = at;
    for (long z = box.z0(); z < box.z1(); z++) {
      int mz = mirrored(z, stepAxis == 2);
      for (long y = box.y0(); y < box.y1(); y++) {
        int row = channel + (mz * edge + mirrored(y, stepAxis == 1)) * edge;
        for (long x = box.x0(); x < box.x1(); x++) {
          out[i++] = values[row + mirrored(x, stepAxis == 0)];
        }
      }
    }
  }

  /* A step lies before its voxel, and so behind it where the axis is turned round. */
  private int mirrored(long position, boolean isStep) {
    int p = (int) (position % (2L * edge));
    return p < edge ? p : Math.min(edge - 1, 2 * edge - 1 - p + (isStep ? 1 : 0));
  }
}
