package org.connectarium.ingest.tissue;

/// The cubes that are planned one by one. Tile (0, 0, 0) begins a little before the origin, so
/// that small boxes at the origin lie in one tile.
final class Tiles {
  static final double EDGE_NM = 10_000;
  static final double ORIGIN_NM = -1600;
  static final double MIDDLE_NM = ORIGIN_NM + EDGE_NM / 2;

  private Tiles() {}

  record Index(long x, long y, long z) {
    long along(int axis) {
      return axis == 0 ? x : axis == 1 ? y : z;
    }
  }

  /// Position of the low face of a tile.
  static double lowNm(long tile) {
    return ORIGIN_NM + tile * EDGE_NM;
  }

  static long of(double nm) {
    return (long) Math.floor((nm - ORIGIN_NM) / EDGE_NM);
  }
}
