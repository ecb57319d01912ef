package org.connectarium.ingest.phantom;

import org.connectarium.ingest.noise.HashNoise;

/// The power diagram of a jittered lattice: every position belongs to the seed s with the smallest
/// |p − s|² − weight(s), in coordinates where the lattice has unit cells. A cursor.
final class PowerDiagram {
  /// Seeds lie at 0.5 ± 0.3 of their lattice cell, so that the 27 cells around a position decide.
  private static final double JITTER = 0.6;

  private static final double LARGEST_WEIGHT = 0.22;

  private static final int SEEDS = 27;

  private final double[] power = new double[SEEDS];
  private final double[] seedX = new double[SEEDS];
  private final double[] seedY = new double[SEEDS];
  private final double[] seedZ = new double[SEEDS];
  private final double[] weight = new double[SEEDS];
  private final long[] hash = new long[SEEDS];

  private boolean found;
  private long foundSeed;
  private long foundX;
  private long foundY;
  private long foundZ;

  private long cell;
  private double faceNm;
  private double fromSeed;

  void moveTo(
      long seed, double x, double y, double z, double scaleX, double scaleY, double scaleZ) {
    double px = x / scaleX;
    double py = y / scaleY;
    double pz = z / scaleZ;
    findSeeds(seed, (long) Math.floor(px), (long) Math.floor(py), (long) Math.floor(pz));
    int best = 0;
    for (int i = 0; i < SEEDS; i++) {
      power[i] = squared(seedX[i] - px, seedY[i] - py, seedZ[i] - pz) - weight[i];
      if (power[i] < power[best]) {
        best = i;
      }
    }
    cell = hash[best];
    fromSeed = Math.sqrt(squared(seedX[best] - px, seedY[best] - py, seedZ[best] - pz));
    faceNm = nearestFace(best, scaleX, scaleY, scaleZ);
  }

  /* The 27 seeds around a lattice cell; the same ones serve all positions in it. */
  private void findSeeds(long seed, long ix, long iy, long iz) {
    if (found && seed == foundSeed && ix == foundX && iy == foundY && iz == foundZ) {
      return;
    }
    found = true;
    foundSeed = seed;
    foundX = ix;
    foundY = iy;
    foundZ = iz;
    int n = 0;
    for (long cz = iz - 1; cz <= iz + 1; cz++) {
      for (long cy = iy - 1; cy <= iy + 1; cy++) {
        for (long cx = ix - 1; cx <= ix + 1; cx++) {
          long bits = HashNoise.bits(seed, cx, cy, cz);
          hash[n] = bits;
          seedX[n] = cx + place(bits);
          seedY[n] = cy + place(bits >>> 16);
          seedZ[n] = cz + place(bits >>> 32);
          weight[n] = LARGEST_WEIGHT * (bits >>> 48) / 65535;
          n++;
        }
      }
    }
  }

  /* The face towards seed j is where both powers are equal; they differ linearly in between. */
  private double nearestFace(int best, double scaleX, double scaleY, double scaleZ) {
    double nearest = Double.MAX_VALUE;
    for (int j = 0; j < SEEDS; j++) {
      if (j != best) {
        double slope =
            2
                * Math.sqrt(
                    squared(
                        (seedX[j] - seedX[best]) / scaleX,
                        (seedY[j] - seedY[best]) / scaleY,
                        (seedZ[j] - seedZ[best]) / scaleZ));
        nearest = Math.min(nearest, (power[j] - power[best]) / slope);
      }
    }
    return nearest;
  }

  private static double place(long hash) {
    return 0.5 + JITTER * ((hash & 0xffff) / 65535.0 - 0.5);
  }

  private static double squared(double x, double y, double z) {
    return x * x + y * y + z * z;
  }

  /// Hash of the seed whose cell this is.
  long cell() {
    return cell;
  }

  /// Distance to the nearest face of the cell.
  double faceNm() {
    return faceNm;
  }

  /// Distance from the seed, in lattice cells.
  double fromSeed() {
    return fromSeed;
  }
}
