package org.connectarium.reconstruction.inference;

import java.util.List;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.network.Engine;
import org.connectarium.reconstruction.network.Network;
import org.connectarium.reconstruction.symmetry.Symmetry;

/// Predicts the boundary map of any box of a volume by overlapping tiles.
///
/// Tiles lie on a lattice that depends on the volume and the network alone, each is computed in
/// the
/// same size at the same place, and overlapping ones are blended linearly in a fixed order. So
/// the
/// value of a voxel does not depend on the boxes in which the volume is asked for. Beyond its
/// border
/// the volume is continued as in a mirror.
///
/// - output: `byte[]` boundary probability 0 … 255, shape (c, z, y, x), c = stored channels
/// - cost: each tile that touches the box is computed once; a box that is a multiple of
///   [#preferredBlock] wastes least
public final class TiledPrediction {
  private final Engine engine;
  private final TileLattice[] lattice;
  private final GreySource grey;
  private final SymmetricPredictor predictor;

  /// Prediction for one volume.
  ///
  /// @param sizeX size of the volume along x
  /// @param sizeY size of the volume along y
  /// @param sizeZ size of the volume along z
  /// @param symmetries number of symmetries to average over: 1, 8, or all of the group
  /// @throws BadInputException if the group has fewer symmetries, or tiles would not be cubes
  ///     where
  ///     the symmetries exchange axes
  public TiledPrediction(
      Engine engine,
      long sizeX,
      long sizeY,
      long sizeZ,
      GreySource grey,
      Symmetry.Group group,
      int symmetries) {
    int available = Symmetry.all(group).size();
    if (symmetries < 1 || symmetries > available) {
      throw new BadInputException(
          "Prediction can average over 1 to "
              + available
              + " symmetries here but was asked for "
              + symmetries);
    }
    Network network = engine.network();
    this.engine = engine;
    this.grey = grey;
    this.lattice =
        new TileLattice[] {
          TileLattice.of(sizeZ, 0, network),
          TileLattice.of(sizeY, 1, network),
          TileLattice.of(sizeX, 2, network)
        };
    this.predictor = new SymmetricPredictor(engine, group, symmetries);
  }

  /// Distance between tiles (x, y, z): boxes of a multiple of it, from the volume's origin,
  /// compute
  /// fewest tiles twice.
  public List<Integer> preferredBlock() {
    return List.of(lattice[2].stride(), lattice[1].stride(), lattice[0].stride());
  }

  /// Greatest memory of one call in bytes, without the native library's own.
  public long memoryBytes(Box box) {
    long tile = 1;
    for (TileLattice l : lattice) {
      tile *= l.inputSize();
    }
    return box.voxels() * engine.network().stored() * 5
        + tile * 4 * (3 + 2L * engine.network().outputs().size());
  }

  /// The boundary map of a box.
  public byte[] predict(Box box) {
    int voxels = box.arrayLength();
    int channels = engine.network().stored();
    float[] sum = new float[Math.multiplyExact(channels, voxels)];
    for (int z = lattice[0].firstTile(box.z0()); z <= lattice[0].lastTile(box.z1()); z++) {
      for (int y = lattice[1].firstTile(box.y0()); y <= lattice[1].lastTile(box.y1()); y++) {
        for (int x = lattice[2].firstTile(box.x0()); x <= lattice[2].lastTile(box.x1()); x++) {
          addTile(new int[] {z, y, x}, box, sum);
        }
      }
    }
    byte[] out = new byte[sum.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) Math.round(Math.clamp(sum[i], 0f, 1f) * 255);
    }
    return out;
  }

  private void addTile(int[] tile, Box box, float[] sum) {
    int[] inputZyx = new int[3];
    for (int a = 0; a < 3; a++) {
      inputZyx[a] = lattice[a].inputSize();
    }
    float[] values = predictor.boundary(input(tile, inputZyx), inputZyx);
    int[] size = engine.outputZyx(inputZyx);
    int tileVoxels = size[0] * size[1] * size[2];
    int voxels = box.arrayLength();
    int sizeX = (int) box.sizeX();
    int sizeY = (int) box.sizeY();
    long z1 = Math.min(box.z1(), lattice[0].usedEnd(tile[0]));
    long y1 = Math.min(box.y1(), lattice[1].usedEnd(tile[1]));
    long x1 = Math.min(box.x1(), lattice[2].usedEnd(tile[2]));
    long x0 = Math.max(box.x0(), lattice[2].usedBegin(tile[2]));
    for (int c = 0; c < engine.network().stored(); c++) {
      for (long z = Math.max(box.z0(), lattice[0].usedBegin(tile[0])); z < z1; z++) {
        float wz = lattice[0].weight(tile[0], z);
        int tz = (int) (z - lattice[0].outputBegin(tile[0]));
        for (long y = Math.max(box.y0(), lattice[1].usedBegin(tile[1])); y < y1; y++) {
          float wy = wz * lattice[1].weight(tile[1], y);
          int ty = (int) (y - lattice[1].outputBegin(tile[1]));
          int from =
              c * tileVoxels
                  + (tz * size[1] + ty) * size[2]
                  + (int) (x0 - lattice[2].outputBegin(tile[2]));
          int to =
              c * voxels
                  + ((int) (z - box.z0()) * sizeY + (int) (y - box.y0())) * sizeX
                  + (int) (x0 - box.x0());
          for (long x = x0; x < x1; x++) {
            sum[to++] += wy * lattice[2].weight(tile[2], x) * values[from++];
          }
        }
      }
    }
  }

  /// Scaled grey values under a tile, mirrored at the borders of the volume.
  private float[] input(int[] tile, int[] inputZyx) {
    long[] begin = new long[3];
    Box inside = insideVolume(tile, inputZyx, begin);
    byte[] values = grey.read(inside);
    long[] inner = {inside.z0(), inside.y0(), inside.x0()};
    int[][] index = new int[3][];
    for (int a = 0; a < 3; a++) {
      index[a] = new int[inputZyx[a]];
      for (int i = 0; i < inputZyx[a]; i++) {
        index[a][i] = (int) (lattice[a].mirrored(begin[a] + i) - inner[a]);
      }
    }
    float mean = (float) engine.network().greyMean();
    float scale = (float) engine.network().greyScale();
    float[] out = new float[inputZyx[0] * inputZyx[1] * inputZyx[2]];
    int sizeX = (int) inside.sizeX();
    int sizeY = (int) inside.sizeY();
    int i = 0;
    for (int z : index[0]) {
      for (int y : index[1]) {
        int row = (z * sizeY + y) * sizeX;
        for (int x : index[2]) {
          out[i++] = ((values[row + x] & 0xff) - mean) / scale;
        }
      }
    }
    return out;
  }

  /// The smallest box of the volume that holds all voxels of a tile and its mirror images.
  private Box insideVolume(int[] tile, int[] inputZyx, long[] begin) {
    long[] low = new long[3];
    long[] high = new long[3];
    for (int a = 0; a < 3; a++) {
      TileLattice l = lattice[a];
      begin[a] = l.outputBegin(tile[a]) - l.shrink();
      low[a] = Long.MAX_VALUE;
      for (int i = 0; i < inputZyx[a]; i++) {
        long v = l.mirrored(begin[a] + i);
        low[a] = Math.min(low[a], v);
        high[a] = Math.max(high[a], v + 1);
      }
    }
    return new Box(low[2], low[1], low[0], high[2], high[1], high[0]);
  }
}
