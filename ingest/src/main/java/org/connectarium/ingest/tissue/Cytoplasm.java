package org.connectarium.ingest.tissue;

import org.connectarium.ingest.noise.HashNoise;

/// What lies inside cell bodies and inside mitochondria, position by position.
final class Cytoplasm {
  static final double MITOCHONDRIAL_MEMBRANE_NM = 11;
  private static final double ENVELOPE_NM = 35;
  private static final double PITCH_NM = 850;

  private final long seed;

  Cytoplasm(long seed) {
    this.seed = seed;
  }

  /// Material at a position of a cell body, away from its membrane.
  Material of(Landmarks.Soma s, double x, double y, double z) {
    double wander = 1 + 0.07 * HashNoise.smooth(s.hash(), x / 1800, y / 1800, z / 1800);
    double d = length(x - s.x(), y - s.y(), z - s.z()) - s.nucleusNm() * wander;
    if (d < 0) {
      return d < -ENVELOPE_NM ? Material.NUCLEUS : Material.NUCLEAR_ENVELOPE;
    }
    double depth = mitochondrion(x, y, z);
    if (depth > 0) {
      return depth < MITOCHONDRIAL_MEMBRANE_NM ? Material.MITOCHONDRIAL_MEMBRANE : crista(x, y, z);
    }
    double sheet = HashNoise.smooth(seed + 31, x / 260, y / 260, z / 170);
    return Math.abs(sheet) < 0.06 ? Material.ENDOPLASMIC_RETICULUM : Material.SOMA_CYTOPLASM;
  }

  /// Membrane folds and what lies between them, inside a mitochondrion.
  Material crista(double x, double y, double z) {
    double fold = HashNoise.smooth(seed + 29, x / 75, y / 75, z / 75);
    return Math.abs(fold) < 0.11 ? Material.MITOCHONDRIAL_MEMBRANE : Material.MITOCHONDRION;
  }

  /* Depth inside the mitochondrion of a lattice cell, negative outside; three of four cells hold
   * one. */
  private double mitochondrion(double x, double y, double z) {
    long ix = (long) Math.floor(x / PITCH_NM);
    long iy = (long) Math.floor(y / PITCH_NM);
    long iz = (long) Math.floor(z / PITCH_NM);
    long h = HashNoise.bits(seed + 30, ix, iy, iz);
    if ((h & 3) == 0) {
      return -1;
    }
    double dx = x - (ix + 0.35 + 0.3 * part(h >>> 2)) * PITCH_NM;
    double dy = y - (iy + 0.35 + 0.3 * part(h >>> 10)) * PITCH_NM;
    double dz = z - (iz + 0.35 + 0.3 * part(h >>> 18)) * PITCH_NM;
    return 130 + 130 * part(h >>> 26) - length(dx, dy, dz);
  }

  private static double part(long bits) {
    return (bits & 0xff) / 255.0;
  }

  private static double length(double x, double y, double z) {
    return Math.sqrt(x * x + y * y + z * z);
  }
}
