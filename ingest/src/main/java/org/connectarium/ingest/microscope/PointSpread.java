package org.connectarium.ingest.microscope;

import java.util.Arrays;

/// Blur by a Gaussian along one axis, without edges: the input is larger by the kernel's radius on
/// both sides of that axis. Each value is summed in the same order wherever the array begins.
final class PointSpread {
  private static final double RADIUS_SIGMAS = 2.5;

  private final float[] half;

  /// @param sigmaVoxels standard deviation; below a quarter of a voxel nothing is blurred
  PointSpread(double sigmaVoxels) {
    int radius = sigmaVoxels < 0.25 ? 0 : (int) Math.ceil(RADIUS_SIGMAS * sigmaVoxels);
    double[] weights = new double[radius + 1];
    double total = 0;
    for (int i = 0; i <= radius; i++) {
      double t = radius == 0 ? 0 : i / sigmaVoxels;
      weights[i] = StrictMath.exp(-t * t / 2);
      total += i == 0 ? weights[i] : 2 * weights[i];
    }
    half = new float[radius + 1];
    for (int i = 0; i <= radius; i++) {
      half[i] = (float) (weights[i] / total);
    }
  }

  /// Voxels by which the input must be larger on either side.
  int radius() {
    return half.length - 1;
  }

  /// Blurs the middle axis of an array of shape (outer, n, inner).
  ///
  /// @return shape (outer, n − 2·radius, inner)
  float[] along(float[] in, int outer, int n, int inner) {
    if (radius() == 0) {
      return in;
    }
    int kept = n - 2 * radius();
    float[] out = new float[outer * kept * inner];
    for (int o = 0; o < outer; o++) {
      int first = (o * n + radius()) * inner;
      int to = o * kept * inner;
      int length = kept * inner;
      scale(in, first, out, to, length, half[0]);
      for (int r = 1; r < half.length; r++) {
        addPair(in, first - r * inner, first + r * inner, out, to, length, half[r]);
      }
    }
    return out;
  }

  private static void scale(float[] in, int from, float[] out, int to, int length, float weight) {
    for (int i = 0; i < length; i++) {
      out[to + i] = weight * in[from + i];
    }
  }

  private static void addPair(
      float[] in, int low, int high, float[] out, int to, int length, float weight) {
    for (int i = 0; i < length; i++) {
      out[to + i] += weight * (in[low + i] + in[high + i]);
    }
  }

  @Override
  public String toString() {
    return Arrays.toString(half);
  }
}
