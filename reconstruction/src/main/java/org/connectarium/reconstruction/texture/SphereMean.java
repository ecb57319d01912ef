package org.connectarium.reconstruction.texture;

import java.util.Arrays;
import org.connectarium.ingest.volume.VoxelSize;

/// Mean over a sphere. FocusEM's is {x² + y² + (2z)² ≤ r²} in its voxels of 11.24 × 11.24 × 28 nm:
/// steps along z count twice, the whole number next to 28/11.24. Here r is in units of 11.24 nm,
/// and a step along an axis counts as the shortest edge of the voxel times the whole number next to
/// the ratio of the axis' edge to the shortest. At FocusEM's voxels this is FocusEM's set, and in
/// isotropic voxels it is a sphere.
final class SphereMean implements Filter {
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
    int planes = 2 * reachZ + 1;
    float[][][] runs = new float[planes * block.sizeY][reachX + 1][block.sizeX];
    float[] shifted = block.row();
    float[][] members = new float[planes * (2 * reachY + 1)][];
    float[] made = block.row();
    for (int z = block.fromZ - reachZ; z < block.toZ + reachZ; z++) {
      for (int y = block.fromY - reachY; y < block.toY + reachY; y++) {
        float[] row = block.rows[z * block.sizeY + y];
        widen(row, runs[z % planes * block.sizeY + y], shifted, block.fromX, block.toX);
      }
      int done = z - reachZ;
      if (done >= block.fromZ) {
        for (int y = block.fromY; y < block.toY; y++) {
          mean(runs, done, y, members, made, block);
          out.put(channel, done, y, made);
        }
      }
    }
  }

  /* Sums over runs of 1, 3, 5, … voxels. */
  private static void widen(float[] row, float[][] runs, float[] shifted, int fromX, int toX) {
    System.arraycopy(row, fromX, runs[0], fromX, toX - fromX);
    for (int w = 1; w < runs.length; w++) {
      System.arraycopy(runs[w - 1], fromX, runs[w], fromX, toX - fromX);
      System.arraycopy(row, fromX - w, shifted, fromX, toX - fromX);
      add(shifted, runs[w], fromX, toX);
      System.arraycopy(row, fromX + w, shifted, fromX, toX - fromX);
      add(shifted, runs[w], fromX, toX);
    }
  }

  private void mean(float[][][] runs, int z, int y, float[][] members, float[] out, Block block) {
    int planes = 2 * reachZ + 1;
    int rows = 0;
    for (int dz = -reachZ; dz <= reachZ; dz++) {
      for (int dy = -reachY; dy <= reachY; dy++) {
        int width = halfWidths[Math.abs(dz)][Math.abs(dy)];
        if (width >= 0) {
          members[rows++] = runs[(z + dz) % planes * block.sizeY + y + dy][width];
        }
      }
    }
    Arrays.fill(out, block.fromX, block.toX, 0);
    int i = 0;
    for (; i + 4 <= rows; i += 4) {
      addFour(
          members[i], members[i + 1], members[i + 2], members[i + 3], out, block.fromX, block.toX);
    }
    for (; i < rows; i++) {
      add(members[i], out, block.fromX, block.toX);
    }
    float share = 1f / voxels;
    for (int x = block.fromX; x < block.toX; x++) {
      out[x] *= share;
    }
  }

  private static void addFour(
      float[] a, float[] b, float[] c, float[] d, float[] sum, int from, int to) {
    for (int x = from; x < to; x++) {
      sum[x] += (a[x] + b[x]) + (c[x] + d[x]);
    }
  }

  private static void add(float[] row, float[] sum, int from, int to) {
    for (int x = from; x < to; x++) {
      sum[x] += row[x];
    }
  }
}
