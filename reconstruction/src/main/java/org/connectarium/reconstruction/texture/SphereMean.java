package org.connectarium.reconstruction.texture;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.connectarium.ingest.volume.VoxelSize;

/// Mean over a sphere. FocusEM's is {x² + y² + (2z)² ≤ r²} in its voxels of 11.24 × 11.24 × 28 nm:
/// steps along z count twice, the whole number next to 28/11.24. Here r is in units of 11.24 nm,
/// and a step along an axis counts as the shortest edge of the voxel times the whole number next to
/// the ratio of the axis' edge to the shortest. At FocusEM's voxels this is FocusEM's set, and in
/// isotropic voxels it is a sphere.
final class SphereMean implements Filter {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final double UNIT_NM = 11.24;
  private static final double ROUNDING = 1e-9;

  private final int channel;
  private final int reachZ;
  private final int reachY;
  private final int reachX;

  /// Voxels on each side of the centre of row (|dz|, |dy|); −1 if the row is not part.
  private final int[][] halfWidths;

  private final int voxels;

  /// @param radius in units of 11.24 nm
  SphereMean(VoxelSize voxel, int radius, int channel) {
    this.channel = channel;
    double shortest = Math.min(voxel.xNm(), Math.min(voxel.yNm(), voxel.zNm()));
    double stepZ = step(voxel.zNm(), shortest);
    double stepY = step(voxel.yNm(), shortest);
    double stepX = step(voxel.xNm(), shortest);
    reachZ = (int) (radius / stepZ + ROUNDING);
    reachY = (int) (radius / stepY + ROUNDING);
    reachX = (int) (radius / stepX + ROUNDING);
    halfWidths = new int[reachZ + 1][reachY + 1];
    int count = 0;
    for (int dz = 0; dz <= reachZ; dz++) {
      for (int dy = 0; dy <= reachY; dy++) {
        double left = radius * radius - square(dz * stepZ) - square(dy * stepY);
        int width = left < -ROUNDING ? -1 : (int) (Math.sqrt(Math.max(0, left)) / stepX + ROUNDING);
        halfWidths[dz][dy] = width;
        count += (2 * width + 1 > 0 ? 2 * width + 1 : 0) * (dz == 0 ? 1 : 2) * (dy == 0 ? 1 : 2);
      }
    }
    voxels = count;
  }

  private static double step(double edgeNm, double shortestNm) {
    return Math.round(edgeNm / shortestNm) * shortestNm / UNIT_NM;
  }

  private static double square(double value) {
    return value * value;
  }

  @Override
  public int[] channels() {
    return new int[] {channel};
  }

  @Override
  public int[] reach() {
    return new int[] {reachZ, reachY, reachX};
  }

  @Override
  public void compute(Block block, Channels out) {
    new Sweep(block, out).run();
  }

  /* Each plane is summed over the discs that the sphere has at its distances from the centre; then
   * one disc of each plane makes a sphere. */
  private final class Sweep {
    private final Block block;
    private final Channels out;
    private final int planes = 2 * reachZ + 1;
    /* By half-width, of one plane: sums over runs of 1, 3, 5, … voxels along x. */
    private final float[][] runs = new float[reachX + 1][];
    /* By distance along z, of a ring of planes: sums over a disc. */
    private final float[][] discs = new float[reachZ + 1][];
    private final float[] made;

    Sweep(Block block, Channels out) {
      this.block = block;
      this.out = out;
      for (int w = 0; w <= reachX; w++) {
        runs[w] = block.rows(block.sizeY);
      }
      for (int dz = 0; dz <= reachZ; dz++) {
        discs[dz] = block.rows(planes * block.sizeY);
      }
      made = block.row();
    }

    void run() {
      for (int z = block.fromZ - reachZ; z < block.toZ + reachZ; z++) {
        for (int y = block.fromY - reachY; y < block.toY + reachY; y++) {
          widen(block.row(z, y) + block.fromX, block.row(0, y) + block.fromX);
        }
        for (int dz = 0; dz <= reachZ; dz++) {
          for (int y = block.fromY; y < block.toY; y++) {
            sumDisc(z, y, dz);
          }
        }
        int done = z - reachZ;
        if (done >= block.fromZ) {
          for (int y = block.fromY; y < block.toY; y++) {
            mean(done, y);
            out.put(channel, done, y, made);
          }
        }
      }
    }

    private void widen(int row, int to) {
      float[] values = block.values;
      for (int x = 0; x < block.toX - block.fromX; x += LANES) {
        FloatVector sum = FloatVector.fromArray(SPECIES, values, row + x);
        sum.intoArray(runs[0], to + x);
        for (int w = 1; w <= reachX; w++) {
          FloatVector low = FloatVector.fromArray(SPECIES, values, row + x - w);
          FloatVector high = FloatVector.fromArray(SPECIES, values, row + x + w);
          sum = sum.add(low).add(high);
          sum.intoArray(runs[w], to + x);
        }
      }
    }

    private void sumDisc(int z, int y, int dz) {
      int[] widths = halfWidths[dz];
      int centre = block.row(0, y) + block.fromX;
      int to = place(z, y);
      for (int x = 0; x < block.toX - block.fromX; x += Window.STEP) {
        FloatVector sum1 = FloatVector.fromArray(SPECIES, runs[widths[0]], centre + x);
        FloatVector sum2 = FloatVector.fromArray(SPECIES, runs[widths[0]], centre + x + LANES);
        for (int dy = 1; dy <= reachY && widths[dy] >= 0; dy++) {
          float[] run = runs[widths[dy]];
          int low = centre + x - dy * block.stride;
          int high = centre + x + dy * block.stride;
          FloatVector low1 = FloatVector.fromArray(SPECIES, run, low);
          FloatVector low2 = FloatVector.fromArray(SPECIES, run, low + LANES);
          FloatVector high1 = FloatVector.fromArray(SPECIES, run, high);
          FloatVector high2 = FloatVector.fromArray(SPECIES, run, high + LANES);
          sum1 = sum1.add(low1.add(high1));
          sum2 = sum2.add(low2.add(high2));
        }
        sum1.intoArray(discs[dz], to + x);
        sum2.intoArray(discs[dz], to + x + LANES);
      }
    }

    private void mean(int z, int y) {
      float share = 1f / voxels;
      for (int x = 0; x < block.toX - block.fromX; x += LANES) {
        FloatVector sum = FloatVector.fromArray(SPECIES, discs[0], place(z, y) + x);
        for (int dz = 1; dz <= reachZ; dz++) {
          FloatVector low = FloatVector.fromArray(SPECIES, discs[dz], place(z - dz, y) + x);
          FloatVector high = FloatVector.fromArray(SPECIES, discs[dz], place(z + dz, y) + x);
          sum = sum.add(low.add(high));
        }
        sum.mul(share).intoArray(made, block.fromX + x);
      }
    }

    private int place(int z, int y) {
      return block.row(Math.floorMod(z, planes), y) + block.fromX;
    }
  }
}
