package org.connectarium.reconstruction.texture;

/// Eigenvalues of symmetric 3 × 3 matrices, a row of matrices at a time, sorted by increasing
/// absolute value.
///
/// With mean q of the diagonal, spread p and r = det((A − q)/p)/2 the largest is q + 2p·c(r) and
/// the smallest q − 2p·c(−r), where c(r) = cos(acos(r)/3). As a function of √((1 + r)/2) this c is
/// so smooth between 0 and 1 that a polynomial of degree 9 is within 6·10⁻¹⁰ of it; no angle is
/// computed. In double precision, because the least eigenvalue of a structure tensor is a small
/// difference of large numbers.
///
/// One loop a step, because the compiler makes vector instructions of short loops only.
///
/// Method: O. K. Smith, *Eigenvalues of a symmetric 3 × 3 matrix*, Communications of the ACM 4,
/// 1961, [doi:10.1145/355578.366316](https://doi.org/10.1145/355578.366316). Differs: the
/// polynomial.
final class Eigenvalues {
  /// Smaller than any spread of interest; keeps the division by it defined.
  private static final double TINY = 1e-80;

  private static final double HUGE = 1e100;
  private static final double THIRD = 1.0 / 3;

  private final double[][] matrix;
  private final double[] mean;
  private final double[] spread;
  private final double[] det;
  private final double[] u;
  private final double[] v;
  private final double[] high;
  private final double[] low;
  private final double[] middle;
  private final double[] choice;

  /// @param sizeX length of rows
  Eigenvalues(int sizeX) {
    matrix = new double[6][sizeX];
    mean = new double[sizeX];
    spread = new double[sizeX];
    det = new double[sizeX];
    u = new double[sizeX];
    v = new double[sizeX];
    high = new double[sizeX];
    low = new double[sizeX];
    middle = new double[sizeX];
    choice = new double[sizeX];
  }

  /// Fills `out` with the eigenvalues, the least in absolute value first.
  ///
  /// @param planes zz, zy, zx, yy, yx, xx
  /// @param row where the row begins in them
  void sorted(float[][] planes, int row, float[][] out, int from, int to) {
    for (int i = 0; i < matrix.length; i++) {
      widen(planes[i], row, matrix[i], from, to);
    }
    double[] zz = matrix[0];
    double[] zy = matrix[1];
    double[] zx = matrix[2];
    double[] yy = matrix[3];
    double[] yx = matrix[4];
    double[] xx = matrix[5];
    mean(zz, yy, xx, mean, from, to);
    subtract(zz, mean, from, to);
    subtract(yy, mean, from, to);
    subtract(xx, mean, from, to);
    squares(zz, yy, xx, spread, from, to);
    addSquares(zy, zx, yx, spread, from, to);
    roots(spread, from, to);
    minors(zz, zy, yy, yx, xx, det, from, to);
    addMinor(zy, zx, yy, yx, det, from, to);
    ratios(det, spread, det, from, to);
    halfAngles(det, u, v, from, to);
    cosinesOfThirds(u, from, to);
    cosinesOfThirds(v, from, to);
    ends(mean, spread, u, v, high, low, from, to);
    middles(mean, spread, u, v, middle, from, to);
    isFirstFarther(high, low, choice, from, to);
    swap(high, low, choice, from, to);
    isFarther(middle, low, choice, from, to);
    swap(middle, low, choice, from, to);
    narrow(low, out[0], from, to);
    narrow(middle, out[1], from, to);
    narrow(high, out[2], from, to);
  }

  private static void widen(float[] a, int row, double[] out, int from, int to) {
    for (int x = from; x < to; x++) {
      out[x] = a[row + x];
    }
  }

  private static void narrow(double[] a, float[] out, int from, int to) {
    for (int x = from; x < to; x++) {
      out[x] = (float) a[x];
    }
  }

  private static void mean(double[] a, double[] b, double[] c, double[] out, int from, int to) {
    for (int x = from; x < to; x++) {
      out[x] = (a[x] + b[x] + c[x]) * THIRD;
    }
  }

  private static void subtract(double[] a, double[] b, int from, int to) {
    for (int x = from; x < to; x++) {
      a[x] -= b[x];
    }
  }

  private static void squares(double[] a, double[] b, double[] c, double[] out, int from, int to) {
    for (int x = from; x < to; x++) {
      out[x] = a[x] * a[x] + b[x] * b[x] + c[x] * c[x];
    }
  }

  private static void addSquares(
      double[] a, double[] b, double[] c, double[] sum, int from, int to) {
    for (int x = from; x < to; x++) {
      sum[x] += 2 * (a[x] * a[x] + b[x] * b[x] + c[x] * c[x]);
    }
  }

  private static void roots(double[] squares, int from, int to) {
    for (int x = from; x < to; x++) {
      squares[x] = Math.sqrt(squares[x] * (0.5 * THIRD));
    }
  }

  /* Of the determinant what has zz, and what has zy twice. */
  private static void minors(
      double[] zz,
      double[] zy,
      double[] yy,
      double[] yx,
      double[] xx,
      double[] out,
      int from,
      int to) {
    for (int x = from; x < to; x++) {
      out[x] = zz[x] * (yy[x] * xx[x] - yx[x] * yx[x]) - zy[x] * zy[x] * xx[x];
    }
  }

  private static void addMinor(
      double[] zy, double[] zx, double[] yy, double[] yx, double[] sum, int from, int to) {
    for (int x = from; x < to; x++) {
      sum[x] += zx[x] * (2 * zy[x] * yx[x] - yy[x] * zx[x]);
    }
  }

  /* Half of r. */
  private static void ratios(double[] det, double[] spread, double[] out, int from, int to) {
    for (int x = from; x < to; x++) {
      double inverse = 1 / (spread[x] + TINY);
      out[x] = Math.max(-0.5, Math.min(0.5, det[x] * 0.25 * (inverse * inverse * inverse)));
    }
  }

  private static void halfAngles(double[] half, double[] u, double[] v, int from, int to) {
    for (int x = from; x < to; x++) {
      u[x] = Math.sqrt(0.5 + half[x]);
      v[x] = Math.sqrt(0.5 - half[x]);
    }
  }

  /// cos((2/3) acos u) for u from 0 to 1: interpolation at Chebyshev nodes.
  private static void cosinesOfThirds(double[] u, int from, int to) {
    for (int x = from; x < to; x++) {
      double c = 0.00035683261521626266;
      c = c * u[x] - 0.0022447668266977415;
      c = c * u[x] + 0.006717273278809444;
      c = c * u[x] - 0.013367768850571338;
      c = c * u[x] + 0.021467964754532963;
      c = c * u[x] - 0.032581470999364995;
      c = c * u[x] + 0.05340919389892288;
      c = c * u[x] - 0.11110741767087828;
      c = c * u[x] + 0.577350159554838;
      u[x] = c * u[x] + 0.5000000005459254;
    }
  }

  private static void ends(
      double[] mean,
      double[] spread,
      double[] u,
      double[] v,
      double[] high,
      double[] low,
      int from,
      int to) {
    for (int x = from; x < to; x++) {
      high[x] = mean[x] + 2 * spread[x] * u[x];
      low[x] = mean[x] - 2 * spread[x] * v[x];
    }
  }

  private static void middles(
      double[] mean, double[] spread, double[] u, double[] v, double[] out, int from, int to) {
    for (int x = from; x < to; x++) {
      out[x] = mean[x] - 2 * spread[x] * (u[x] - v[x]);
    }
  }

  /* 1 if the higher of two is not nearer to zero, else 0. */
  private static void isFirstFarther(double[] high, double[] low, double[] out, int from, int to) {
    for (int x = from; x < to; x++) {
      out[x] = step(high[x] + low[x]);
    }
  }

  private static void isFarther(double[] a, double[] b, double[] out, int from, int to) {
    for (int x = from; x < to; x++) {
      out[x] = step(Math.abs(a[x]) - Math.abs(b[x]));
    }
  }

  /* Leaves a pair as it is where `keep` is 1, swaps it where it is 0. */
  private static void swap(double[] a, double[] b, double[] keep, int from, int to) {
    for (int x = from; x < to; x++) {
      double first = keep[x] * a[x] + (1 - keep[x]) * b[x];
      b[x] = (1 - keep[x]) * a[x] + keep[x] * b[x];
      a[x] = first;
    }
  }

  /// 1 if t is not negative, 0 if it is, without a branch.
  private static double step(double t) {
    return Math.max(0, Math.min(1, (t + TINY) * HUGE));
  }
}
