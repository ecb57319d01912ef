package org.connectarium.reconstruction.feature;

import org.connectarium.ingest.volume.VoxelSize;

/// Sums of voxel positions from which the covariance follows; whole numbers, so no order matters.
final class Moments {
  private long n;
  private final long[] sum = new long[3];
  private final long[] square = new long[6];

  void add(long x, long y, long z) {
    n++;
    sum[0] += x;
    sum[1] += y;
    sum[2] += z;
    square[0] += x * x;
    square[1] += y * y;
    square[2] += z * z;
    square[3] += x * y;
    square[4] += x * z;
    square[5] += y * z;
  }

  /// xx, yy, zz, xy, xz, yz in nm², divided by n; 0 without voxels.
  double[] covariance(VoxelSize nm) {
    double[] edge = {nm.xNm(), nm.yNm(), nm.zNm()};
    int[][] axes = {{0, 0}, {1, 1}, {2, 2}, {0, 1}, {0, 2}, {1, 2}};
    double[] out = new double[6];
    for (int k = 0; k < 6 && n > 0; k++) {
      int a = axes[k][0];
      int b = axes[k][1];
      double mean = (double) sum[a] / n * ((double) sum[b] / n);
      out[k] = ((double) square[k] / n - mean) * edge[a] * edge[b];
    }
    return out;
  }
}
