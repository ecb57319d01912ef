package org.connectarium.reconstruction.texture;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.connectarium.ingest.volume.VoxelSize;

/// Eigenvalues of the structure tensor: products of the gradient at one scale, smoothed by a window
/// of another.
///
/// A plane of the gradient at a time: its six products are smoothed along x and y, and put into a
/// ring of as many planes as the window has along z.
final class StructureTensor implements Filter {
  private static final int PRODUCTS = 6;
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  private final Scale window;
  private final Scale derivative;
  private final int channel;

  /// @param channel of the least eigenvalue
  StructureTensor(VoxelSize voxel, int windowScale, int derivativeScale, int channel) {
    this.window = Scale.of(voxel, windowScale);
    this.derivative = Scale.of(voxel, derivativeScale);
    this.channel = channel;
  }

  @Override
  public int[] channels() {
    return new int[] {channel, channel + 1, channel + 2};
  }

  @Override
  public int[] reach() {
    int[] reach = window.reach();
    int[] more = derivative.reach();
    for (int axis = 0; axis < 3; axis++) {
      reach[axis] += more[axis];
    }
    return reach;
  }

  @Override
  public void compute(Block block, Channels out) {
    new Sweep(block, out).run();
  }

  private final class Sweep {
    private final Block block;
    private final Channels out;
    private final Jet jet;
    private final Window alongX;
    private final Window alongY;
    private final Window alongZ;
    private final float[][] product = new float[PRODUCTS][];
    private final float[][] smoothedX = new float[PRODUCTS][];
    private final float[][] ring = new float[PRODUCTS][];
    private final int places;
    private final float[][] tensor = new float[PRODUCTS][];
    private final Eigenvalues eigenvalues;
    private final float[][] sorted;

    Sweep(Block block, Channels out) {
      this.block = block;
      this.out = out;
      jet = new Jet(block, derivative, Jet.Order.GRADIENT);
      alongX = new Window(window.x.half);
      alongY = new Window(window.y.half);
      alongZ = new Window(window.z.half);
      places = 2 * window.z.half + 1;
      for (int k = 0; k < PRODUCTS; k++) {
        product[k] = block.rows(block.sizeY);
        smoothedX[k] = block.rows(block.sizeY);
        ring[k] = block.rows((block.toY - block.fromY) * places);
        tensor[k] = block.rows(block.sizeY);
      }
      eigenvalues = new Eigenvalues(block.sizeX);
      sorted = new float[][] {block.row(), block.row(), block.row()};
    }

    void run() {
      for (int z = block.fromZ - window.z.half; z < block.toZ + window.z.half; z++) {
        smoothPlane(z);
        int done = z - window.z.half;
        if (done >= block.fromZ) {
          for (int k = 0; k < PRODUCTS; k++) {
            smoothAlongZ(done, k);
          }
          putEigenvalues(done);
        }
      }
    }

    private void smoothPlane(int z) {
      int fromY = block.fromY - window.y.half;
      int toY = block.toY + window.y.half;
      int fromX = block.fromX - window.x.half;
      int toX = block.toX + window.x.half;
      jet.plane(z, fromY, toY, fromX, toX);
      for (int y = fromY; y < toY; y++) {
        jet.row(y);
        float[][] g = {jet.dz, jet.dy, jet.dx};
        for (int i = 0, k = 0; i < 3; i++) {
          for (int j = i; j < 3; j++, k++) {
            multiply(g[i], g[j], product[k], y * block.stride, fromX, toX);
          }
        }
      }
      for (int k = 0; k < PRODUCTS; k++) {
        smoothAlongX(k, fromY, toY);
        smoothAlongY(z, k);
      }
    }

    private void smoothAlongX(int k, int fromY, int toY) {
      alongX.count(block.toX - block.fromX);
      for (int y = fromY; y < toY; y++) {
        int row = y * block.stride + block.fromX;
        alongX.every(1, product[k], row).smooth(window.x, smoothedX[k], row);
      }
    }

    private void smoothAlongY(int z, int k) {
      int place = Math.floorMod(z, places) * block.stride;
      alongY.count(block.toX - block.fromX);
      for (int y = block.fromY; y < block.toY; y++) {
        alongY
            .every(block.stride, smoothedX[k], y * block.stride + block.fromX)
            .smooth(window.y, ring[k], column(y) + place);
      }
    }

    private void smoothAlongZ(int z, int k) {
      alongZ.count(block.toX - block.fromX);
      for (int y = block.fromY; y < block.toY; y++) {
        alongZ
            .ring(block.stride, ring[k], column(y), z)
            .smooth(window.z, tensor[k], y * block.stride + block.fromX);
      }
    }

    private void putEigenvalues(int z) {
      for (int y = block.fromY; y < block.toY; y++) {
        eigenvalues.sorted(tensor, y * block.stride, sorted, block.fromX, block.toX);
        for (int i = 0; i < 3; i++) {
          out.put(channel + i, z, y, sorted[i]);
        }
      }
    }

    /* Where the ring of a row of voxels begins, one place after the other. */
    private int column(int y) {
      return (y - block.fromY) * places * block.stride + block.fromX;
    }
  }

  private static void multiply(float[] a, float[] b, float[] out, int row, int from, int to) {
    for (int x = from; x < to; x += SPECIES.length()) {
      FloatVector.fromArray(SPECIES, a, x)
          .mul(FloatVector.fromArray(SPECIES, b, x))
          .intoArray(out, row + x);
    }
  }
}
