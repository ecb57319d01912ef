package org.connectarium.ingest.tissue;

import java.util.Arrays;

/// The lattice of sites of one tile, 100 nm apart, and who has taken them. A site in the *core* of
/// an object is closed to all others; one in its *zone* is dear to them.
///
/// The outermost layer is closed to all, so that paths of neighbouring tiles keep apart.
final class Sites {
  static final int N = 100;
  static final double PITCH_NM = Tiles.EDGE_NM / N;
  private static final short CLOSED = -1;

  /// Stands for an object whose sites are closed to all, also to other parts of its own cell.
  static final int NOBODY = CLOSED - 1;

  private final double lowX;
  private final double lowY;
  private final double lowZ;

  /// Object + 1 that owns a site's core or zone; 0 is free. Shape (z, y, x).
  final short[] core = new short[N * N * N];

  final short[] zone = new short[N * N * N];

  /// In the core of an axon, but not on its middle line. Shape (z, y, x).
  private final boolean[] skin = new boolean[N * N * N];

  Sites(Tiles.Index tile) {
    this.lowX = Tiles.lowNm(tile.x());
    this.lowY = Tiles.lowNm(tile.y());
    this.lowZ = Tiles.lowNm(tile.z());
    closeRim();
  }

  /// Frees all sites.
  void clear() {
    Arrays.fill(core, (short) 0);
    Arrays.fill(zone, (short) 0);
    closeRim();
  }

  /// Makes the layers next to the faces dear to all, for things that should not lean over them.
  void avoidRim(int layers) {
    for (int site = 0; site < zone.length; site++) {
      int x = site % N;
      int y = site / N % N;
      int z = site / (N * N);
      int least =
          Math.min(
              Math.min(Math.min(x, N - 1 - x), Math.min(y, N - 1 - y)), Math.min(z, N - 1 - z));
      if (least < layers) {
        zone[site] = CLOSED;
      }
    }
  }

  private void closeRim() {
    for (int b = 0; b < N; b++) {
      for (int a = 0; a < N; a++) {
        for (int side : new int[] {0, N - 1}) {
          core[(side * N + b) * N + a] = CLOSED;
          core[(b * N + side) * N + a] = CLOSED;
          core[(b * N + a) * N + side] = CLOSED;
        }
      }
    }
  }

  double x(int site) {
    return lowX + (site % N + 0.5) * PITCH_NM;
  }

  double y(int site) {
    return lowY + (site / N % N + 0.5) * PITCH_NM;
  }

  double z(int site) {
    int layer = site / (N * N);
    return lowZ + (layer + 0.5) * PITCH_NM;
  }

  /// The open site nearest to a position.
  int at(double[] p) {
    return (index(p[2] - lowZ) * N + index(p[1] - lowY)) * N + index(p[0] - lowX);
  }

  private static int index(double offset) {
    return Math.clamp((int) Math.floor(offset / PITCH_NM), 1, N - 2);
  }

  boolean isFree(int site) {
    return core[site] == 0;
  }

  boolean isFreeFor(int site, int object) {
    return core[site] == 0 || core[site] == object + 1;
  }

  boolean isSkin(int site) {
    return skin[site];
  }

  /// Marks the outer shell of the core of an axon, painted before, as skin: another thin axon can
  /// pass there without cutting or being cut.
  void paintSkin(Strand s, double moreNm) {
    short owner = (short) (s.object() + 1);
    for (int i = 0; i < s.nodes(); i++) {
      visit(
          s.node(i),
          s.radiusNm()[i] + moreNm,
          site -> {
            skin[site] |= core[site] == owner;
            return true;
          });
    }
    for (int i = 0; i < s.nodes(); i++) {
      skin[at(s.node(i))] = false;
      visit(
          s.node(i),
          Math.max(s.radiusNm()[i] - 15, 65),
          site -> {
            skin[site] &= core[site] != owner;
            return true;
          });
    }
  }

  /// Distance of a position from the nearest face of the tile.
  double rimNm(double[] p) {
    double a = Math.min(p[0] - lowX, lowX + Tiles.EDGE_NM - p[0]);
    double b = Math.min(p[1] - lowY, lowY + Tiles.EDGE_NM - p[1]);
    double c = Math.min(p[2] - lowZ, lowZ + Tiles.EDGE_NM - p[2]);
    return Math.min(a, Math.min(b, c));
  }

  /// Whether all sites of a ball are free for an object.
  boolean ballIsFree(double[] p, double radiusNm, int object) {
    return visit(p, radiusNm, site -> isFreeFor(site, object));
  }

  /// Takes the free sites of a ball as core, those of a larger ball as zone.
  void paint(int object, double px, double py, double pz, double coreNm, double zoneNm) {
    double[] p = {px, py, pz};
    short owner = (short) (object + 1);
    visit(
        p,
        zoneNm,
        site -> {
          if (zone[site] == 0) {
            zone[site] = owner;
          }
          return true;
        });
    visit(
        p,
        coreNm,
        site -> {
          if (core[site] == 0) {
            core[site] = owner;
          }
          return true;
        });
  }

  void paint(Strand s, double moreCoreNm, double moreZoneNm) {
    for (int i = 0; i < s.nodes(); i++) {
      double r = s.radiusNm()[i];
      paint(s.object(), s.x()[i], s.y()[i], s.z()[i], r + moreCoreNm, r + moreZoneNm);
    }
  }

  private interface Visitor {
    /* false stops the visit */
    boolean at(int site);
  }

  private boolean visit(double[] p, double radiusNm, Visitor visitor) {
    double cx = (p[0] - lowX) / PITCH_NM - 0.5;
    double cy = (p[1] - lowY) / PITCH_NM - 0.5;
    double cz = (p[2] - lowZ) / PITCH_NM - 0.5;
    double r = radiusNm / PITCH_NM;
    int z1 = Math.min(N - 1, (int) Math.floor(cz + r));
    int y1 = Math.min(N - 1, (int) Math.floor(cy + r));
    int x1 = Math.min(N - 1, (int) Math.floor(cx + r));
    for (int z = Math.max(0, (int) Math.ceil(cz - r)); z <= z1; z++) {
      for (int y = Math.max(0, (int) Math.ceil(cy - r)); y <= y1; y++) {
        double left = r * r - (z - cz) * (z - cz) - (y - cy) * (y - cy);
        for (int x = Math.max(0, (int) Math.ceil(cx - r)); x <= x1; x++) {
          if ((x - cx) * (x - cx) <= left && !visitor.at((z * N + y) * N + x)) {
            return false;
          }
        }
      }
    }
    return true;
  }
}
