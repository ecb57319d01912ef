package org.connectarium.ingest.tissue;

import java.util.Arrays;

/// The sites of a tile that lie in or near cell bodies and vessels.
final class Obstacles {
  private static final int COARSE = 5;
  private static final double NEAR_NM = 900;

  private int[] site = new int[0];
  private int[] object = new int[0];
  private float[] clearanceNm = new float[0];
  private int n;

  Obstacles(Sites sites, Landmarks landmarks, Warp warp, Cast cast) {
    double reach = NEAR_NM + 1.3 * COARSE * Sites.PITCH_NM;
    int half = COARSE / 2;
    for (int z = half; z < Sites.N; z += COARSE) {
      for (int y = half; y < Sites.N; y += COARSE) {
        for (int x = half; x < Sites.N; x += COARSE) {
          double[] p = warped(warp, sites, (z * Sites.N + y) * Sites.N + x);
          if (landmarks.clearance(p[0], p[1], p[2]) < reach) {
            addBlock(x - half, y - half, z - half, sites, landmarks, warp, cast);
          }
        }
      }
    }
  }

  private static double[] warped(Warp warp, Sites sites, int s) {
    double x = sites.x(s);
    double y = sites.y(s);
    double z = sites.z(s);
    return new double[] {warp.x(x, y, z), warp.y(x, y, z), warp.z(x, y, z)};
  }

  private void addBlock(
      int x0, int y0, int z0, Sites sites, Landmarks landmarks, Warp warp, Cast cast) {
    for (int z = z0; z < z0 + COARSE; z++) {
      for (int y = y0; y < y0 + COARSE; y++) {
        for (int x = x0; x < x0 + COARSE; x++) {
          int s = (z * Sites.N + y) * Sites.N + x;
          double[] p = warped(warp, sites, s);
          Landmarks.Soma soma = landmarks.nearestSoma(p[0], p[1], p[2]);
          double vessel = landmarks.vesselClearance(p[0], p[1], p[2]);
          boolean isSoma = soma.exists() && soma.clearance(p[0], p[1], p[2]) < vessel;
          double clearance = isSoma ? soma.clearance(p[0], p[1], p[2]) : vessel;
          if (clearance < NEAR_NM) {
            add(
                s,
                isSoma ? cast.soma(soma) : cast.vessel(landmarks.nearestVessel(p[0], p[1], p[2])),
                clearance);
          }
        }
      }
    }
  }

  private void add(int s, int owner, double clearance) {
    if (n == site.length) {
      int more = Math.max(1024, 2 * n);
      site = Arrays.copyOf(site, more);
      object = Arrays.copyOf(object, more);
      clearanceNm = Arrays.copyOf(clearanceNm, more);
    }
    site[n] = s;
    object[n] = owner;
    clearanceNm[n++] = (float) clearance;
  }

  /// Takes all sites nearer than a margin.
  void paint(Sites sites, double marginNm) {
    for (int i = 0; i < n; i++) {
      if (clearanceNm[i] < marginNm && sites.core[site[i]] == 0) {
        sites.core[site[i]] = (short) (object[i] + 1);
      }
    }
  }
}
