package org.connectarium.ingest.tissue;

import org.connectarium.ingest.noise.HashNoise;

/// Bends planned space a little, so that the faces of tiles are nowhere flat. Everything is planned
/// unbent and moved by this at the end; slopes stay below 0.25, so nothing folds.
final class Warp {
  static final double AMPLITUDE_NM = 280;
  private static final double LENGTH_NM = 4000;
  private final long seed;

  Warp(long seed) {
    this.seed = HashNoise.mix(seed ^ 0x77617270L);
  }

  double x(double x, double y, double z) {
    return x + noise(1, x, y, z);
  }

  double y(double x, double y, double z) {
    return y + noise(2, x, y, z);
  }

  double z(double x, double y, double z) {
    return z + noise(3, x, y, z);
  }

  /// The position in planned space of a position in the tissue, to a thousandth of a nm.
  double[] unbent(double x, double y, double z) {
    double[] q = {x, y, z};
    for (int i = 0; i < 12; i++) {
      q =
          new double[] {
            x - noise(1, q[0], q[1], q[2]),
            y - noise(2, q[0], q[1], q[2]),
            z - noise(3, q[0], q[1], q[2])
          };
    }
    return q;
  }

  private double noise(int axis, double x, double y, double z) {
    return AMPLITUDE_NM
        * HashNoise.smooth(seed + axis, x / LENGTH_NM, y / LENGTH_NM, z / LENGTH_NM);
  }
}
