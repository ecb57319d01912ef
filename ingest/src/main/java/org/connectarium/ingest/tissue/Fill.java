package org.connectarium.ingest.tissue;

import org.connectarium.ingest.noise.HashNoise;

/// How far neurites grow into the space that nobody has taken; what is left then is glia. Differs
/// from place to place, so that glia is here a sheet and there a thick process.
final class Fill {
  private static final double LENGTH_NM = 700;
  private static final double WANDER = 0.7;
  private static final double LEAST_NM = 20;

  private final long seed;
  private final double meanNm;

  Fill(long seed, TissueParameters p) {
    this.seed = HashNoise.mix(seed ^ 0x66696c6cL);
    this.meanNm = p.geometry().fillNm();
  }

  /// The distance at a position in the tissue, nm; below [Scene#REACH_NM].
  double at(double x, double y, double z) {
    double noise = HashNoise.smooth(seed, x / LENGTH_NM, y / LENGTH_NM, z / LENGTH_NM);
    return Math.clamp(meanNm * (1 + WANDER * noise), LEAST_NM, Scene.REACH_NM - 5);
  }
}
