package org.connectarium.reconstruction.texture;

import java.util.Arrays;

/// The rows that a one-dimensional filter reads for one row of its result, centre in the middle:
/// neighbours along z or y, or copies of one row shifted along x; and the filters themselves.
///
/// Each sum runs from the centre outwards, three pairs of rows at a time, so that values do not
/// depend on what else is computed.
final class Window {
  private static final int GROUP = 3;

  private final int half;
  private final float[][] rows;
  private final float[][] shifted;
  private int from;
  private int to;

  /// @param sizeX length of rows
  Window(int half, int sizeX) {
    this.half = half;
    this.rows = new float[2 * half + 1][];
    this.shifted = new float[2 * half + 1][sizeX];
  }

  /// Neighbours of row `centre`, `stride` apart.
  Window across(float[][] from, int centre, int stride) {
    for (int i = -half; i <= half; i++) {
      rows[half + i] = from[centre + i * stride];
    }
    return this;
  }

  /// Neighbours of row `centre` in a ring of as many rows as the window has.
  Window ring(float[][] ring, int centre) {
    for (int i = -half; i <= half; i++) {
      rows[half + i] = ring[Math.floorMod(centre + i, ring.length)];
    }
    return this;
  }

  /// Neighbours along x: index x of row i is x + i of `row`.
  Window along(float[] row, int fromX, int toX) {
    for (int i = -half; i <= half; i++) {
      System.arraycopy(row, fromX + i, shifted[half + i], fromX, toX - fromX);
      rows[half + i] = shifted[half + i];
    }
    return this;
  }

  /// Where to filter.
  Window between(int fromX, int toX) {
    from = fromX;
    to = toX;
    return this;
  }

  /// Smooths.
  void smooth(Kernel kernel, float[] out) {
    float[] w = kernel.smooth;
    scale(rows[half], w[0], out, from, to);
    int i = 1;
    for (; i + GROUP <= half + 1; i += GROUP) {
      smoothThree(
          before(i),
          after(i),
          before(i + 1),
          after(i + 1),
          before(i + 2),
          after(i + 2),
          w,
          i,
          out,
          from,
          to);
    }
    for (; i <= half; i++) {
      addPair(before(i), after(i), w[i], out, from, to);
    }
  }

  /// Smooths, and the first derivative.
  void smoothAndSlope(Kernel kernel, float[] smooth, float[] slope) {
    scale(rows[half], kernel.smooth[0], smooth, from, to);
    Arrays.fill(slope, from, to, 0);
    int i = 1;
    for (; i + GROUP <= half + 1; i += GROUP) {
      slopeThree(
          before(i),
          after(i),
          before(i + 1),
          after(i + 1),
          before(i + 2),
          after(i + 2),
          kernel,
          i,
          smooth,
          slope,
          from,
          to);
    }
    for (; i <= half; i++) {
      addPair(before(i), after(i), kernel.smooth[i], smooth, from, to);
      addStep(before(i), after(i), kernel.slope[i], slope, from, to);
    }
  }

  /// Smooths, and the first and second derivative.
  void smoothSlopeAndCurve(Kernel kernel, float[] smooth, float[] slope, float[] curve) {
    scale(rows[half], kernel.smooth[0], smooth, from, to);
    Arrays.fill(slope, from, to, 0);
    scale(rows[half], kernel.curve[0], curve, from, to);
    int i = 1;
    for (; i + GROUP <= half + 1; i += GROUP) {
      curveThree(
          before(i),
          after(i),
          before(i + 1),
          after(i + 1),
          before(i + 2),
          after(i + 2),
          kernel,
          i,
          smooth,
          slope,
          curve,
          from,
          to);
    }
    for (; i <= half; i++) {
      addPair(before(i), after(i), kernel.smooth[i], smooth, from, to);
      addStep(before(i), after(i), kernel.slope[i], slope, from, to);
      addPair(before(i), after(i), kernel.curve[i], curve, from, to);
    }
  }

  private float[] before(int i) {
    return rows[half - i];
  }

  private float[] after(int i) {
    return rows[half + i];
  }

  private static void scale(float[] a, float w, float[] out, int from, int to) {
    for (int x = from; x < to; x++) {
      out[x] = w * a[x];
    }
  }

  private static void addPair(float[] p, float[] q, float w, float[] out, int from, int to) {
    for (int x = from; x < to; x++) {
      out[x] = Math.fma(w, p[x] + q[x], out[x]);
    }
  }

  private static void addStep(float[] p, float[] q, float w, float[] out, int from, int to) {
    for (int x = from; x < to; x++) {
      out[x] = Math.fma(w, q[x] - p[x], out[x]);
    }
  }

  private static void smoothThree(
      float[] p1,
      float[] q1,
      float[] p2,
      float[] q2,
      float[] p3,
      float[] q3,
      float[] weights,
      int first,
      float[] out,
      int from,
      int to) {
    float w1 = weights[first];
    float w2 = weights[first + 1];
    float w3 = weights[first + 2];
    for (int x = from; x < to; x++) {
      float sum = Math.fma(w1, p1[x] + q1[x], out[x]);
      sum = Math.fma(w2, p2[x] + q2[x], sum);
      out[x] = Math.fma(w3, p3[x] + q3[x], sum);
    }
  }

  private static void slopeThree(
      float[] p1,
      float[] q1,
      float[] p2,
      float[] q2,
      float[] p3,
      float[] q3,
      Kernel kernel,
      int first,
      float[] smooth,
      float[] slope,
      int from,
      int to) {
    float w1 = kernel.smooth[first];
    float w2 = kernel.smooth[first + 1];
    float w3 = kernel.smooth[first + 2];
    float d1 = kernel.slope[first];
    float d2 = kernel.slope[first + 1];
    float d3 = kernel.slope[first + 2];
    for (int x = from; x < to; x++) {
      float a1 = p1[x];
      float b1 = q1[x];
      float a2 = p2[x];
      float b2 = q2[x];
      float a3 = p3[x];
      float b3 = q3[x];
      smooth[x] = Math.fma(w3, a3 + b3, Math.fma(w2, a2 + b2, Math.fma(w1, a1 + b1, smooth[x])));
      slope[x] = Math.fma(d3, b3 - a3, Math.fma(d2, b2 - a2, Math.fma(d1, b1 - a1, slope[x])));
    }
  }

  private static void curveThree(
      float[] p1,
      float[] q1,
      float[] p2,
      float[] q2,
      float[] p3,
      float[] q3,
      Kernel kernel,
      int first,
      float[] smooth,
      float[] slope,
      float[] curve,
      int from,
      int to) {
    float w1 = kernel.smooth[first];
    float w2 = kernel.smooth[first + 1];
    float w3 = kernel.smooth[first + 2];
    float d1 = kernel.slope[first];
    float d2 = kernel.slope[first + 1];
    float d3 = kernel.slope[first + 2];
    float c1 = kernel.curve[first];
    float c2 = kernel.curve[first + 1];
    float c3 = kernel.curve[first + 2];
    for (int x = from; x < to; x++) {
      float a1 = p1[x];
      float b1 = q1[x];
      float a2 = p2[x];
      float b2 = q2[x];
      float a3 = p3[x];
      float b3 = q3[x];
      float s1 = a1 + b1;
      float s2 = a2 + b2;
      float s3 = a3 + b3;
      smooth[x] = Math.fma(w3, s3, Math.fma(w2, s2, Math.fma(w1, s1, smooth[x])));
      slope[x] = Math.fma(d3, b3 - a3, Math.fma(d2, b2 - a2, Math.fma(d1, b1 - a1, slope[x])));
      curve[x] = Math.fma(c3, s3, Math.fma(c2, s2, Math.fma(c1, s1, curve[x])));
    }
  }
}
