package org.connectarium.reconstruction.texture;

import org.connectarium.ingest.volume.VoxelSize;

/// The kernels of one scale on each axis. The base scale s is 12 nm in voxels of the axis, the
/// half-size at k·s is k·⌈2s⌉ voxels.
final class Scale {
  private static final double BASE_NM = 12;

  final Kernel z;
  final Kernel y;
  final Kernel x;

  /// @param widened factor to σ alone, not to the half-size
  private Scale(VoxelSize voxel, int k, double widened) {
    z = kernel(voxel.zNm(), k, widened);
    y = kernel(voxel.yNm(), k, widened);
    x = kernel(voxel.xNm(), k, widened);
  }

  /// Scale k·s.
  static Scale of(VoxelSize voxel, int k) {
    return new Scale(voxel, k, 1);
  }

  /// The wider Gaussian of a difference of Gaussians: σ is `factor`·k·s, the half-size that of k·s.
  static Scale widened(VoxelSize voxel, int k, double factor) {
    return new Scale(voxel, k, factor);
  }

  int[] reach() {
    return new int[] {z.half, y.half, x.half};
  }

  private static Kernel kernel(double voxelNm, int k, double widened) {
    double s = BASE_NM / voxelNm;
    return new Kernel(widened * k * s, k * (int) Math.ceil(2 * s - 1e-9));
  }
}
