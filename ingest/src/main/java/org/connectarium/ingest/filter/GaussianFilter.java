package org.connectarium.ingest.filter;

import java.util.Arrays;

/// A Gaussian along one axis. Each value is summed in the same order wherever the array begins, so
/// neighbouring blocks agree to the bit.
public final class GaussianFilter {
  private static final double RADIUS_SIGMAS = 2.5;

  private final float[] half;

  /// @param sigmaVoxels standard deviation; below a quarter of a voxel nothing is blurred
  public GaussianFilter(double sigmaVoxels) {
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
  public int radius() {
    return half.length - 1;
  }

  /// Blurs the middle axis of an array of shape (outer, n, inner), without edges: the array is
  /// larger than what comes out by the kernel's radius on both sides of that axis.
  ///
  /// @return shape (outer, n − 2·radius, inner)
  public float[] along(float[] in, int outer, int n, int inner) {
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

  /// Blurs the middle axis of an array of shape (outer, n, inner), which goes on as in a mirror
  /// beyond its ends.
  ///
  /// @return the same shape
  public float[] alongMirrored(float[] in, int outer, int n, int inner) {
    if (radius() == 0) {
      return in;
    }
    int padded = n + 2 * radius();
    float[] wide = new float[outer * padded * inner];
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < padded; i++) {
        int from = (o * n + mirrored(i - radius(), n)) * inner;
        System.arraycopy(in, from, wide, (o * padded + i) * inner, inner);
      }
    }
    return along(wide, outer, padded, inner);
  }

  private static int mirrored(int i, int n) {
    int inside = Math.floorMod(i, 2 * n);
    return inside < n ? inside : 2 * n - 1 - inside;
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
