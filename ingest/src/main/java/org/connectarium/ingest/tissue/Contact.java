package org.connectarium.ingest.tissue;

/// The disc of a synapse: where the density and the cleft are drawn, and the vesicles before it.
///
/// @param pre index of the sending cell
/// @param post index of the receiving cell
/// @param x middle, nm
/// @param y middle, nm
/// @param z middle, nm
/// @param nx direction from pre to post
/// @param ny direction from pre to post
/// @param nz direction from pre to post
/// @param radiusNm radius of the disc
/// @param cloudNm radius of the ball of vesicles, which lies that far before the disc
/// @param touchNm how far from the middle the two cells touch, 0 if nothing keeps them apart beyond
record Contact(
    int pre,
    int post,
    double x,
    double y,
    double z,
    double nx,
    double ny,
    double nz,
    double radiusNm,
    double cloudNm,
    double touchNm) {
  Contact renumbered(int[] index) {
    return new Contact(index[pre], index[post], x, y, z, nx, ny, nz, radiusNm, cloudNm, touchNm);
  }

  double reachNm() {
    return Math.max(radiusNm + 120, 2.1 * cloudNm);
  }

  boolean isNear(double[] lowNm, double[] highNm) {
    double r = Math.max(reachNm(), Sheaths.REACH_NM);
    return x > lowNm[0] - r
        && x < highNm[0] + r
        && y > lowNm[1] - r
        && y < highNm[1] + r
        && z > lowNm[2] - r
        && z < highNm[2] + r;
  }
}
