package org.connectarium.ingest.tissue;

import org.connectarium.ingest.noise.HashNoise;

/// Small waves in all surfaces: where in the smooth tissue a position of the rough one lies. The
/// shift is the same for all cells and slopes stay below one, so nothing is cut or joined by it.
final class Roughness {
  private static final double LENGTH_NM = 270;
  private static final double LONG_NM = 620;
  private static final double LONG_SHARE = 2.5;

  /* slopes below a half leave less than a nanometre after so many */
  private static final int STEPS = 6;

  private final long seed;
  private final double amplitudeNm;

  Roughness(long seed, TissueParameters p) {
    this.seed = HashNoise.mix(seed ^ 0x726f7567L);
    this.amplitudeNm = p.roughNm();
  }

  /// The longest shift along an axis that there can be.
  static double largestNm(TissueParameters p) {
    return (1 + LONG_SHARE) * p.roughNm();
  }

  /// Where a position of the smooth tissue lies in the rough one: what the shift there undoes.
  double[] seen(double[] smooth) {
    double[] q = smooth.clone();
    for (int i = 0; i < STEPS; i++) {
      double x = smooth[0] - at(0, q[0], q[1], q[2]);
      double y = smooth[1] - at(1, q[0], q[1], q[2]);
      double z = smooth[2] - at(2, q[0], q[1], q[2]);
      q[0] = x;
      q[1] = y;
      q[2] = z;
    }
    return q;
  }

  /// The shift along an axis, 0…2.
  double at(int axis, double x, double y, double z) {
    double near = HashNoise.smooth(seed + axis, x / LENGTH_NM, y / LENGTH_NM, z / LENGTH_NM);
    double far = HashNoise.smooth(seed + 3 + axis, x / LONG_NM, y / LONG_NM, z / LONG_NM);
    return amplitudeNm * (near + LONG_SHARE * far);
  }
}
