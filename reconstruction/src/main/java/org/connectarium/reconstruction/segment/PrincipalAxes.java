package org.connectarium.reconstruction.segment;

/// The principal axes of a cloud of points: the longest one as a unit vector whose component of
/// greatest size is positive, and the standard deviations along all three in nm.
///
/// Of axes of equal length (within rounding) any may come out, as for a ball. A single point has
/// no length and the axis x.
///
/// @param x of the longest axis
/// @param y of the longest axis
/// @param z of the longest axis
/// @param longestNm standard deviation along it
/// @param middleNm standard deviation along the second axis
/// @param shortestNm standard deviation along the third axis
public record PrincipalAxes(
    double x, double y, double z, double longestNm, double middleNm, double shortestNm) {
  private static final int MOST_SWEEPS = 32;

  /// The axes of a covariance, by Jacobi's rotations.
  ///
  /// @param covarianceNm2 xx, yy, zz, xy, xz, yz
  public static PrincipalAxes of(double[] covarianceNm2) {
    double[] c = covarianceNm2;
    double[][] m = {{c[0], c[3], c[4]}, {c[3], c[1], c[5]}, {c[4], c[5], c[2]}};
    double[][] axes = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    for (int sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(m); sweep++) {
      rotate(m, axes, 0, 1);
      rotate(m, axes, 0, 2);
      rotate(m, axes, 1, 2);
    }
    int longest = m[1][1] > m[0][0] ? 1 : 0;
    longest = m[2][2] > m[longest][longest] ? 2 : longest;
    int shortest = m[1][1] < m[2][2] ? 1 : 2;
    shortest = m[0][0] < m[shortest][shortest] ? 0 : shortest;
    if (longest == shortest) {
      return axes(m, axes, 0, 1, 2);
    }
    return axes(m, axes, longest, 3 - longest - shortest, shortest);
  }

  private static PrincipalAxes axes(double[][] m, double[][] axes, int one, int two, int three) {
    double[] v = {axes[0][one], axes[1][one], axes[2][one]};
    int greatest = Math.abs(v[1]) > Math.abs(v[0]) ? 1 : 0;
    greatest = Math.abs(v[2]) > Math.abs(v[greatest]) ? 2 : greatest;
    double sign = v[greatest] < 0 ? -1 : 1;
    return new PrincipalAxes(
        sign * v[0],
        sign * v[1],
        sign * v[2],
        deviation(m[one][one]),
        deviation(m[two][two]),
        deviation(m[three][three]));
  }

  private static double deviation(double variance) {
    return Math.sqrt(Math.max(0, variance));
  }

  private static boolean isDiagonal(double[][] m) {
    double off = Math.abs(m[0][1]) + Math.abs(m[0][2]) + Math.abs(m[1][2]);
    return off <= 1e-14 * (Math.abs(m[0][0]) + Math.abs(m[1][1]) + Math.abs(m[2][2]));
  }

  /* Turns axes p and q so that the entry (p, q) becomes 0. */
  private static void rotate(double[][] m, double[][] axes, int p, int q) {
    if (m[p][q] == 0) {
      return;
    }
    double theta = (m[q][q] - m[p][p]) / (2 * m[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
    double cosine = 1 / Math.hypot(t, 1);
    double sine = t * cosine;
    for (int k = 0; k < 3; k++) {
      double kp = m[k][p];
      double kq = m[k][q];
      m[k][p] = cosine * kp - sine * kq;
      m[k][q] = sine * kp + cosine * kq;
    }
    for (int k = 0; k < 3; k++) {
      double pk = m[p][k];
      double qk = m[q][k];
      m[p][k] = cosine * pk - sine * qk;
      m[q][k] = sine * pk + cosine * qk;
      double ap = axes[k][p];
      double aq = axes[k][q];
      axes[k][p] = cosine * ap - sine * aq;
      axes[k][q] = sine * ap + cosine * aq;
    }
  }
}
