package org.connectarium.reconstruction.texture;

/// A sampled Gaussian along one axis and its derivatives, as FocusEM samples them: g(i) = exp(−i² /
/// 2σ²) at whole i up to the half-size, divided by its sum; first derivative −g·i/σ², second
/// g·(i²/σ² − 1)/σ². The second does not sum to zero.
final class Kernel {
  /// Taps on each side of the centre.
  final int half;

  /// Weight of the pair of voxels i before and i after; `smooth[0]` of the centre.
  final float[] smooth;

  /// Weight of the voxel i after, less that i before.
  final float[] slope;

  /// As `smooth`, of the second derivative.
  final float[] curve;

  /// @param sigma in voxels
  Kernel(double sigma, int half) {
    this.half = half;
    smooth = new float[half + 1];
    slope = new float[half + 1];
    curve = new float[half + 1];
    double square = sigma * sigma;
    double sum = 0;
    for (int i = -half; i <= half; i++) {
      sum += Math.exp(-i * i / (2 * square));
    }
    for (int i = 0; i <= half; i++) {
      double g = Math.exp(-i * i / (2 * square)) / sum;
      smooth[i] = (float) g;
      slope[i] = (float) (g * i / square);
      curve[i] = (float) (g * (i * i / square - 1) / square);
    }
  }
}
