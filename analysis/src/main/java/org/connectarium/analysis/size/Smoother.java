package org.connectarium.analysis.size;

/// A Gaussian over a square map, mirrored at its edges: first across rows, so that a row is a
/// loop over neighbours in memory, then the same on the transposed map.
final class Smoother {
  /// Where the Gaussian is cut, in standard deviations; less than 10⁻⁶ lies beyond.
  private static final double REACH = 5;

  private final int pixels;
  private final float[] acrossRows;
  private final float[] alongRows;

  /// Takes standard deviations in pixels.
  Smoother(int pixels, double x, double y) {
    this.pixels = pixels;
    acrossRows = kernel(y);
    alongRows = kernel(x);
  }

  private static float[] kernel(double sigma) {
    int reach = (int) Math.ceil(REACH * sigma);
    double[] w = new double[reach + 1];
    double sum = 0;
    for (int i = 0; i <= reach; i++) {
      w[i] = Math.exp(-0.5 * i * i / Math.max(1e-12, sigma * sigma));
      sum += i == 0 ? w[i] : 2 * w[i];
    }
    float[] kernel = new float[reach + 1];
    for (int i = 0; i <= reach; i++) {
      kernel[i] = (float) (w[i] / sum);
    }
    return kernel;
  }

  /// The smoothed map of counts, scaled.
  float[] smooth(int[] counts, double scale) {
    float[] map = new float[counts.length];
    float by = (float) scale;
    for (int i = 0; i < map.length; i++) {
      map[i] = counts[i] * by;
    }
    return smooth(map);
  }

  /// The same of larger counts.
  float[] smooth(long[] counts, double scale) {
    float[] map = new float[counts.length];
    for (int i = 0; i < map.length; i++) {
      map[i] = (float) (counts[i] * scale);
    }
    return smooth(map);
  }

  private float[] smooth(float[] map) {
    return transposed(across(transposed(across(map, acrossRows)), alongRows));
  }

  private float[] across(float[] map, float[] kernel) {
    float[] result = new float[map.length];
    for (int row = 0; row < pixels; row++) {
      int out = row * pixels;
      float centre = kernel[0];
      for (int x = 0; x < pixels; x++) {
        result[out + x] = centre * map[out + x];
      }
      for (int i = 1; i < kernel.length; i++) {
        add(map, mirrored(row - i) * pixels, mirrored(row + i) * pixels, kernel[i], result, out);
      }
    }
    return result;
  }

  private void add(float[] map, int below, int above, float weight, float[] result, int out) {
    for (int x = 0; x < pixels; x++) {
      result[out + x] += weight * (map[below + x] + map[above + x]);
    }
  }

  private int mirrored(int row) {
    int period = Math.floorMod(row, 2 * pixels);
    return period < pixels ? period : 2 * pixels - 1 - period;
  }

  private float[] transposed(float[] map) {
    float[] result = new float[map.length];
    int tile = 16;
    for (int y0 = 0; y0 < pixels; y0 += tile) {
      for (int x0 = 0; x0 < pixels; x0 += tile) {
        for (int y = y0; y < Math.min(pixels, y0 + tile); y++) {
          for (int x = x0; x < Math.min(pixels, x0 + tile); x++) {
            result[x * pixels + y] = map[y * pixels + x];
          }
        }
      }
    }
    return result;
  }
}
