package org.connectarium.ingest.tissue;

import java.util.Arrays;

/// The sites of a tile that lie in or near cell bodies, initial segments and vessels.
final class Obstacles {
  private static final int COARSE = 5;
  private static final double NEAR_NM = 900;

  private final Balls segments;
  private int[] site = new int[0];
  private int[] object = new int[0];
  private float[] clearanceNm = new float[0];
  private int n;

  /// @param segments initial segments in planned space
  Obstacles(Sites sites, Landmarks landmarks, Warp warp, Cast cast, Balls segments) {
    this.segments = segments;
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

  /* The nearest landmarks of the middle of a block are taken for those of all its sites. */
  private void addBlock(
      int x0, int y0, int z0, Sites sites, Landmarks landmarks, Warp warp, Cast cast) {
    int half = COARSE / 2;
    double[] q = warped(warp, sites, ((z0 + half) * Sites.N + y0 + half) * Sites.N + x0 + half);
    Landmarks.Soma soma = landmarks.nearestSoma(q[0], q[1], q[2]);
    Landmarks.Vessel vessel = landmarks.nearestVessel(q[0], q[1], q[2]);
    double shiftX = q[0] - sites.x(((z0 + half) * Sites.N + y0 + half) * Sites.N + x0 + half);
    double shiftY = q[1] - sites.y(((z0 + half) * Sites.N + y0 + half) * Sites.N + x0 + half);
    double shiftZ = q[2] - sites.z(((z0 + half) * Sites.N + y0 + half) * Sites.N + x0 + half);
    double vesselY = vessel.yAt(q[0]);
    double vesselZ = vessel.zAt(q[0]);
    for (int z = z0; z < z0 + COARSE; z++) {
      for (int y = y0; y < y0 + COARSE; y++) {
        for (int x = x0; x < x0 + COARSE; x++) {
          int s = (z * Sites.N + y) * Sites.N + x;
          double px = sites.x(s) + shiftX;
          double py = sites.y(s) + shiftY;
          double pz = sites.z(s) + shiftZ;
          double fromVessel = Math.hypot(py - vesselY, pz - vesselZ) - vessel.radiusNm();
          double fromSoma = soma.exists() ? soma.clearance(px, py, pz) : Double.MAX_VALUE;
          double clearance = Math.min(fromSoma, fromVessel);
          if (clearance < NEAR_NM) {
            add(s, fromSoma < fromVessel ? cast.soma(soma) : cast.vessel(vessel), clearance);
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
    for (int i = 0; i < segments.n; i++) {
      double coreNm = segments.radiusNm[i] + marginNm;
      sites.paint(Sites.NOBODY, segments.x[i], segments.y[i], segments.z[i], coreNm, 0);
    }
    for (int i = 0; i < n; i++) {
      if (clearanceNm[i] < marginNm && sites.core[site[i]] == 0) {
        sites.core[site[i]] = (short) (object[i] + 1);
      }
    }
  }
}
