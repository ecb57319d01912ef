package org.connectarium.ingest.tissue;

import org.connectarium.ingest.noise.HashNoise;

/// Small waves in all surfaces: where in the smooth tissue a position of the rough one lies. The
/// shift is the same for all cells and slopes stay below one, so nothing is cut or joined by it.
final class Roughness {
  private static final double LENGTH_NM = 270;
  private static final double LONG_NM = 620;
  private static final double LONG_SHARE = 2.5;

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

  /// The shift along an axis, 0…2.
  double at(int axis, double x, double y, double z) {
    double near = HashNoise.smooth(seed + axis, x / LENGTH_NM, y / LENGTH_NM, z / LENGTH_NM);
    double far = HashNoise.smooth(seed + 3 + axis, x / LONG_NM, y / LONG_NM, z / LONG_NM);
    return amplitudeNm * (near + LONG_SHARE * far);
  }
}
