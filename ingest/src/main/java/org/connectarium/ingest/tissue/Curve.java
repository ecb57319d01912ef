package org.connectarium.ingest.tissue;

import org.connectarium.ingest.noise.HashNoise;

/// A path being made smooth: corners rounded, nodes evenly spaced, radius wandering along it.
final class Curve {
  private static final int ROUNDS = 3;
  private static final double RADIUS_WANDER = 0.28;
  private static final double RADIUS_LENGTH_NM = 450;

  private final double[][] points;

  /// @param points positions x, y, z in nm; the first and the last stay where they are
  Curve(double[][] points) {
    this.points = points;
    for (int round = 0; round < ROUNDS; round++) {
      round();
    }
  }

  private void round() {
    double[] before = points[0].clone();
    for (int i = 1; i < points.length - 1; i++) {
      double[] here = points[i].clone();
      for (int k = 0; k < 3; k++) {
        points[i][k] = 0.25 * before[k] + 0.5 * here[k] + 0.25 * points[i + 1][k];
      }
      before = here;
    }
  }

  /// A strand along the curve. Its radius wanders with the position, so that it goes on smoothly
  /// in the next tile.
  Strand strand(int object, Strand.Part part, double radiusNm, long hash, int trunk, int node) {
    double total = 0;
    for (int i = 1; i < points.length; i++) {
      total += Strand.distance(points[i - 1], points[i]);
    }
    int n = Math.max(2, (int) Math.ceil(total / Strand.STEP_NM) + 1);
    double step = total / (n - 1);
    double[] x = new double[n];
    double[] y = new double[n];
    double[] z = new double[n];
    float[] r = new float[n];
    int segment = 1;
    double begin = 0;
    for (int i = 0; i < n; i++) {
      double at = Math.min(total, i * step);
      double piece = Strand.distance(points[segment - 1], points[segment]);
      while (segment < points.length - 1 && begin + piece < at) {
        begin += piece;
        segment++;
        piece = Strand.distance(points[segment - 1], points[segment]);
      }
      double t = piece > 0 ? Math.clamp((at - begin) / piece, 0, 1) : 0;
      double[] a = points[segment - 1];
      double[] b = points[segment];
      x[i] = a[0] + t * (b[0] - a[0]);
      y[i] = a[1] + t * (b[1] - a[1]);
      z[i] = a[2] + t * (b[2] - a[2]);
      if (i == n - 1) {
        x[i] = b[0];
        y[i] = b[1];
        z[i] = b[2];
      }
      double wander =
          HashNoise.smooth(
              hash, x[i] / RADIUS_LENGTH_NM, y[i] / RADIUS_LENGTH_NM, z[i] / RADIUS_LENGTH_NM);
      r[i] = (float) (radiusNm * (1 + RADIUS_WANDER * wander));
    }
    return new Strand(object, part, x, y, z, r, trunk, node);
  }
}
