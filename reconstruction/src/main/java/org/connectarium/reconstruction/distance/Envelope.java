package org.connectarium.reconstruction.distance;

/// The lower envelope of the parabolas f(p) + weight (q − p)² over one line.
final class Envelope {
  private final double weight;
  private final double[] half;
  private final int[] apex;
  private final double[] height;
  private final double[] from;

  /// For lines of `n` voxels.
  Envelope(int n, double weight) {
    this.weight = weight;
    this.half = new double[n];
    for (int d = 1; d < n; d++) {
      half[d] = 1 / (2 * weight * d);
    }
    this.apex = new int[n];
    this.height = new double[n];
    this.from = new double[n + 1];
  }

  /// Lowers the line that begins at `out[first]` to the envelope of column `x` of `rows`.
  void lower(float[][] rows, int x, float[] out, int first, int stride) {
    int top = -1;
    for (int q = 0; q < rows.length; q++) {
      float value = rows[q][x];
      double cut = Double.NEGATIVE_INFINITY;
      while (top >= 0) {
        int p = apex[top];
        cut = (value - height[top]) * half[q - p] + 0.5 * (q + p);
        if (cut > from[top]) {
          break;
        }
        top--;
      }
      top++;
      apex[top] = q;
      height[top] = value;
      from[top] = top == 0 ? Double.NEGATIVE_INFINITY : cut;
    }
    from[top + 1] = Double.POSITIVE_INFINITY;
    for (int q = 0, k = 0, i = first; q < rows.length; q++, i += stride) {
      while (from[k + 1] < q) {
        k++;
      }
      double d = q - apex[k];
      out[i] = Math.min(out[i], (float) (height[k] + weight * d * d));
    }
  }
}
