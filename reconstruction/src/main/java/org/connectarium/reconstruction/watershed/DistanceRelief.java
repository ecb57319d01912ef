package org.connectarium.reconstruction.watershed;

import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.grid.BoundaryMap;
import org.connectarium.reconstruction.grid.Grid;

/// The distance to the nearest boundary voxel, turned upside down: cells are basins, deepest
/// where
/// they are thickest.
///
/// Exact Euclidean distance between voxel centres in nm, one pass of lower envelopes of parabolas
/// per axis; quantised to [#STEPS_PER_VOXEL] steps per shortest voxel edge. Voxels outside the
/// block are no boundary.
///
/// Method: P. Felzenszwalb, D. Huttenlocher, *Distance transforms of sampled functions*, Theory
/// of
/// Computing 8, 2012, [doi:10.4086/toc.2012.v008a019](https://doi.org/10.4086/toc.2012.v008a019).
final class DistanceRelief {
  static final int STEPS_PER_VOXEL = 6;
  private static final float FAR = 1e18f;

  private DistanceRelief() {}

  /// Heights 255 − steps, at least 0.
  static Relief of(BoundaryMap map, VoxelSize voxelSize, int threshold) {
    Grid grid = map.grid();
    byte[] level = map.perVoxel();
    float[] squared = new float[level.length];
    for (int i = 0; i < squared.length; i++) {
      boolean wall = (level[i] & 255) >= threshold || map.isExcluded(i);
      squared[i] = wall ? 0 : FAR;
    }
    int area = grid.sizeX() * grid.sizeY();
    transform(
        squared,
        grid.sizeX(),
        1,
        grid.sizeY() * grid.sizeZ(),
        voxelSize.xNm(),
        i -> i * grid.sizeX());
    transform(
        squared,
        grid.sizeY(),
        grid.sizeX(),
        grid.sizeX() * grid.sizeZ(),
        voxelSize.yNm(),
        i -> i / grid.sizeX() * area + i % grid.sizeX());
    transform(squared, grid.sizeZ(), area, area, voxelSize.zNm(), i -> i);
    double step =
        Math.min(voxelSize.xNm(), Math.min(voxelSize.yNm(), voxelSize.zNm())) / STEPS_PER_VOXEL;
    byte[] heights = new byte[squared.length];
    for (int i = 0; i < heights.length; i++) {
      heights[i] = (byte) (255 - Math.min(255, Math.round(Math.sqrt(squared[i]) / step)));
    }
    return Relief.of(map, heights);
  }

  /// One axis: `lines` lines of `n` voxels `stride` apart, each beginning at `begin`.
  private static void transform(
      float[] values,
      int n,
      int stride,
      int lines,
      double spacingNm,
      java.util.function.IntUnaryOperator begin) {
    double[] f = new double[n];
    int[] vertex = new int[n];
    double[] bound = new double[n + 1];
    double square = spacingNm * spacingNm;
    for (int line = 0; line < lines; line++) {
      int at = begin.applyAsInt(line);
      for (int i = 0; i < n; i++) {
        f[i] = values[at + i * stride];
      }
      int k = 0;
      vertex[0] = 0;
      bound[0] = Double.NEGATIVE_INFINITY;
      bound[1] = Double.POSITIVE_INFINITY;
      for (int q = 1; q < n; q++) {
        double s = crossing(f, vertex[k], q, square);
        while (s <= bound[k]) {
          k--;
          s = crossing(f, vertex[k], q, square);
        }
        k++;
        vertex[k] = q;
        bound[k] = s;
        bound[k + 1] = Double.POSITIVE_INFINITY;
      }
      k = 0;
      for (int q = 0; q < n; q++) {
        while (bound[k + 1] < q) {
          k++;
        }
        double d = q - vertex[k];
        values[at + q * stride] = (float) Math.min(FAR, d * d * square + f[vertex[k]]);
      }
    }
  }

  /// Where the parabola from q begins to lie below the one from p.
  private static double crossing(double[] f, int p, int q, double square) {
    return ((f[q] - f[p]) / square + (double) q * q - (double) p * p) / (2.0 * (q - p));
  }
}
