package org.connectarium.ingest.phantom;

import org.connectarium.ingest.noise.HashNoise;

/// The shapes of the cells. A cursor: [#moveTo] a position, then read what is there. One per
/// thread.
///
/// ```
/// position ─ bent by noise ─► bundle (a large cell of a first diagram, with its own direction)
///                              └─► cell (of a second diagram, in the bundle's own coordinates)
/// ```
final class Cells {
  private static final double BUNDLE_NM = 1500;
  private static final double ELONGATION = 6;
  private static final double THINNEST_NM = 190;
  private static final double THICKEST_NM = 420;

  private static final double BEND_NM = 260;
  private static final double BEND_LENGTH_NM = 1100;
  private static final double RIPPLE_NM = 42;
  private static final double RIPPLE_LENGTH_NM = 230;

  private final long seed;
  private final PowerDiagram bundles;
  private final PowerDiagram tubes = new PowerDiagram();

  private long cell;
  private double membraneNm;

  Cells(long seed) {
    this.seed = seed;
    this.bundles = new PowerDiagram();
  }

  void moveTo(double xNm, double yNm, double zNm) {
    double x = xNm + bend(1, xNm, yNm, zNm);
    double y = yNm + bend(2, xNm, yNm, zNm);
    double z = zNm + bend(3, xNm, yNm, zNm);
    bundles.moveTo(seed, x, y, z, BUNDLE_NM, BUNDLE_NM, BUNDLE_NM);
    long bundle = bundles.cell();

    /* the bundle's own axes: w along it, u and v across */
    double cosine = 2 * HashNoise.unit(HashNoise.mix(bundle + 1)) - 1;
    double sine = Math.sqrt(1 - cosine * cosine);
    double turn = 2 * Math.PI * HashNoise.unit(HashNoise.mix(bundle + 2));
    double c = Math.cos(turn);
    double s = Math.sin(turn);
    double u = -s * x + c * y;
    double v = -cosine * c * x - cosine * s * y + sine * z;
    double w = sine * c * x + sine * s * y + cosine * z;
    double part = HashNoise.unit(HashNoise.mix(bundle + 3));
    double widthNm = THINNEST_NM + part * (THICKEST_NM - THINNEST_NM);
    tubes.moveTo(bundle, u, v, w, widthNm, widthNm, ELONGATION * widthNm);

    cell = tubes.cell() & Long.MAX_VALUE;
    membraneNm = Math.min(bundles.faceNm(), tubes.faceNm());
  }

  private double bend(int axis, double x, double y, double z) {
    return BEND_NM
            * HashNoise.smooth(
                seed + axis, x / BEND_LENGTH_NM, y / BEND_LENGTH_NM, z / BEND_LENGTH_NM)
        + RIPPLE_NM
            * HashNoise.smooth(
                seed - axis, x / RIPPLE_LENGTH_NM, y / RIPPLE_LENGTH_NM, z / RIPPLE_LENGTH_NM);
  }

  /// Id of the cell here, positive.
  long cell() {
    return cell;
  }

  /// Distance to the nearest face of the cell, in nm of the tissue before it was bent.
  double membraneNm() {
    return membraneNm;
  }

  /// How far from the middle of the cell, where its half width is about 0.5.
  double fromMiddle() {
    return tubes.fromSeed();
  }
}
