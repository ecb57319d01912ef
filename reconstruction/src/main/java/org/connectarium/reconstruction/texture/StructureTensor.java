package org.connectarium.reconstruction.texture;

import org.connectarium.ingest.volume.VoxelSize;

/// Eigenvalues of the structure tensor: products of the gradient at one scale, smoothed by a window
/// of another.
///
/// A plane of the gradient at a time: its six products are smoothed along x and y, and put into a
/// ring of as many planes as the window has along z.
final class StructureTensor implements Filter {
  private static final int PRODUCTS = 6;

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
    private final float[] product;
    private final float[][][] smoothedX;
    private final float[][][] ring;
    private final float[][] tensor;
    private final Eigenvalues eigenvalues;
    private final float[][] sorted;

    Sweep(Block block, Channels out) {
      this.block = block;
      this.out = out;
      jet = new Jet(block, derivative, Jet.Order.GRADIENT);
      alongX = new Window(window.x.half, block.sizeX);
      alongY = new Window(window.y.half, block.sizeX);
      alongZ = new Window(window.z.half, block.sizeX);
      product = block.row();
      int rowsY = block.toY - block.fromY;
      smoothedX = new float[PRODUCTS][block.sizeY][block.sizeX];
      ring = new float[PRODUCTS * rowsY][2 * window.z.half + 1][block.sizeX];
      tensor = block.rows(PRODUCTS);
      eigenvalues = new Eigenvalues(block.sizeX);
      sorted = block.rows(3);
    }

    void run() {
      for (int z = block.fromZ - window.z.half; z < block.toZ + window.z.half; z++) {
        smoothPlane(z);
        int done = z - window.z.half;
        if (done >= block.fromZ) {
          for (int y = block.fromY; y < block.toY; y++) {
            finish(done, y);
          }
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
            multiply(g[i], g[j], product, fromX, toX);
            alongX
                .along(product, block.fromX, block.toX)
                .between(block.fromX, block.toX)
                .smooth(window.x, smoothedX[k][y]);
          }
        }
      }
      for (int k = 0; k < PRODUCTS; k++) {
        for (int y = block.fromY; y < block.toY; y++) {
          float[][] column = column(k, y);
          alongY
              .across(smoothedX[k], y, 1)
              .between(block.fromX, block.toX)
              .smooth(window.y, column[Math.floorMod(z, column.length)]);
        }
      }
    }

    private void finish(int z, int y) {
      for (int k = 0; k < PRODUCTS; k++) {
        alongZ.ring(column(k, y), z).between(block.fromX, block.toX).smooth(window.z, tensor[k]);
      }
      eigenvalues.sorted(tensor, sorted, block.fromX, block.toX);
      for (int i = 0; i < 3; i++) {
        out.put(channel + i, z, y, sorted[i]);
      }
    }

    private float[][] column(int product, int y) {
      return ring[product * (block.toY - block.fromY) + y - block.fromY];
    }
  }

  private static void multiply(float[] a, float[] b, float[] out, int from, int to) {
    for (int x = from; x < to; x++) {
      out[x] = a[x] * b[x];
    }
  }
}
