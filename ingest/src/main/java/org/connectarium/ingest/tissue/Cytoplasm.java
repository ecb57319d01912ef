package org.connectarium.ingest.tissue;

import org.connectarium.ingest.noise.HashNoise;

/// What lies inside cell bodies, mitochondria and cytoplasm, position by position.
final class Cytoplasm {
  static final double MITOCHONDRIAL_MEMBRANE_NM = 18;
  private static final double ENVELOPE_NM = 35;
  private static final double PITCH_NM = 850;
  private static final double COMPARTMENT_PITCH_NM = 210;
  private static final double COMPARTMENT_WALL_NM = 9;
  private static final double COMPARTMENTS = 0.45;
  private static final double DENSE = 0.3;

  /// No material of a cell, so none of its compartments.
  static final Material NO_COMPARTMENT = Material.EXTRACELLULAR;

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

  /// Small compartments with a membrane of their own (endosomes, tubules, stray vesicles).
  ///
  /// @return [#NO_COMPARTMENT] where there is none
  Material compartment(double x, double y, double z) {
    long ix = (long) Math.floor(x / COMPARTMENT_PITCH_NM);
    long iy = (long) Math.floor(y / COMPARTMENT_PITCH_NM);
    long iz = (long) Math.floor(z / COMPARTMENT_PITCH_NM);
    long h = HashNoise.bits(seed + 32, ix, iy, iz);
    if (part(h) > COMPARTMENTS) {
      return NO_COMPARTMENT;
    }
    double wide = part(h >>> 8);
    double radius = 20 + 65 * wide * wide;
    double play = COMPARTMENT_PITCH_NM - 2 * radius;
    double dx = x - ix * COMPARTMENT_PITCH_NM - radius - play * part(h >>> 16);
    double dy = y - iy * COMPARTMENT_PITCH_NM - radius - play * part(h >>> 24);
    double dz = z - iz * COMPARTMENT_PITCH_NM - radius - play * part(h >>> 32);
    double squash = 1 + 2 * part(h >>> 40); // along one axis, so that some are flat and some round
    double d =
        radius - length((h & 1) == 0 ? dx * squash : dx, dy, (h & 1) == 0 ? dz : dz * squash);
    if (d < 0) {
      return NO_COMPARTMENT;
    }
    if (part(h >>> 48) < DENSE) {
      return Material.ENDOPLASMIC_RETICULUM;
    }
    return d < COMPARTMENT_WALL_NM ? Material.VESICLE_MEMBRANE : Material.VESICLE;
  }

  /// Membrane folds and what lies between them, inside a mitochondrion.
  Material crista(double x, double y, double z) {
    double fold = HashNoise.smooth(seed + 29, x / 75, y / 75, z / 75);
    return Math.abs(fold) < 0.15 ? Material.MITOCHONDRIAL_MEMBRANE : Material.MITOCHONDRION;
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
