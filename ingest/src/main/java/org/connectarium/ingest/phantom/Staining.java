package org.connectarium.ingest.phantom;

import org.connectarium.ingest.noise.HashNoise;

/// How dark things are, before the microscope. Tuned to the FIB-SEM images of a fly's medulla: 98
/// on the borders of cells, 132 inside, standard deviation about 30.
final class Staining {
  /// Standard deviation of the noise of one voxel.
  static final double NOISE = 6;

  static final long NOISE_SALT = 0x6e6f697365L;

  private static final double CYTOPLASM = 145;
  private static final double MEMBRANE = 72;
  private static final double MEMBRANE_NM = 12;
  private static final double MITOCHONDRION = 88;
  private static final double MITOCHONDRION_EDGE = 68;
  private static final double VESICLE = 100;
  private static final double VESICLE_LATTICE_NM = 80;
  private static final double VESICLE_NM = 22;

  private final long seed;
  private final Cells cells;

  Staining(long seed, Cells cells) {
    this.seed = seed;
    this.cells = cells;
  }

  /// Grey value at a position, 0 = black, 255 = white.
  float greyAt(double xNm, double yNm, double zNm) {
    cells.moveTo(xNm, yNm, zNm);
    long cell = cells.cell();
    double own = HashNoise.unit(HashNoise.mix(cell + 1)) - 0.5;
    double grey =
        CYTOPLASM
            + 44 * own
            + 9 * HashNoise.smooth(seed + 11, xNm / 55, yNm / 55, zNm / 55)
            + 8 * HashNoise.smooth(seed + 12, xNm / 28, yNm / 28, zNm / 28);
    if (HashNoise.unit(HashNoise.mix(cell + 2)) < 0.4) {
      grey = Math.min(grey, vesicle(grey, xNm, yNm, zNm));
    }
    if (HashNoise.unit(HashNoise.mix(cell + 3)) < 0.3) {
      grey = mitochondrion(grey, xNm, yNm, zNm);
    }
    double depth = cells.membraneNm() / MEMBRANE_NM;
    double stain = Math.exp(-depth * depth);
    return (float) (grey + (MEMBRANE - grey) * stain);
  }

  /// Id of the cell at the position last asked for.
  long cell() {
    return cells.cell();
  }

  private double mitochondrion(double grey, double xNm, double yNm, double zNm) {
    double radius = 0.33;
    double r = cells.fromMiddle();
    if (r > radius || cells.membraneNm() < 30) {
      return grey;
    }
    if (r > 0.9 * radius) {
      return MITOCHONDRION_EDGE;
    }
    return MITOCHONDRION + 14 * HashNoise.smooth(seed + 13, xNm / 30, yNm / 30, zNm / 30);
  }

  /* At most one vesicle per cell of a lattice, in half of them. */
  private double vesicle(double grey, double xNm, double yNm, double zNm) {
    long ix = (long) Math.floor(xNm / VESICLE_LATTICE_NM);
    long iy = (long) Math.floor(yNm / VESICLE_LATTICE_NM);
    long iz = (long) Math.floor(zNm / VESICLE_LATTICE_NM);
    long hash = HashNoise.bits(seed + 14, ix, iy, iz);
    if ((hash & 1) == 0) {
      return grey;
    }
    double dx = xNm - (ix + middle(hash >>> 1)) * VESICLE_LATTICE_NM;
    double dy = yNm - (iy + middle(hash >>> 17)) * VESICLE_LATTICE_NM;
    double dz = zNm - (iz + middle(hash >>> 33)) * VESICLE_LATTICE_NM;
    double r2 = (dx * dx + dy * dy + dz * dz) / (VESICLE_NM * VESICLE_NM);
    return grey + (VESICLE - grey) * Math.exp(-r2 * r2);
  }

  private static double middle(long hash) {
    return 0.35 + 0.3 * (hash & 0xffff) / 65535;
  }
}
