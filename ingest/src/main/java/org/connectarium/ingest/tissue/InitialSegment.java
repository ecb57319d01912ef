package org.connectarium.ingest.tissue;

/// The beginning of the axon of a cell body, from inside the body to its blunt end, in its place in
/// the tissue.
///
/// @param soma the cell it belongs to
/// @param strand its middle line
/// @param balls what it is made of, of owner 0
/// @param organelles its microtubules and mitochondria, of owner 0
record InitialSegment(Landmarks.Soma soma, Strand strand, Balls balls, Capsules organelles) {
  static InitialSegment of(
      Landmarks.Soma soma, Strand strand, TissueParameters.Mitochondria mitochondria) {
    Balls balls = new Balls();
    balls.add(strand, -1);
    Capsules organelles = new Capsules();
    new Organelles(new Dice(soma.hash() + 9), mitochondria, organelles).fill(strand);
    return new InitialSegment(soma, strand, balls, organelles);
  }

  /// Radius that no ball of any exceeds.
  static final double LARGEST_NM = 500;

  /// Whether a ball of it has its middle in a box given by its corners.
  boolean meets(double[] lowNm, double[] highNm) {
    for (int i = 0; i < balls.n; i++) {
      if (isIn(i, lowNm, highNm)) {
        return true;
      }
    }
    return false;
  }

  boolean isIn(int i, double[] lowNm, double[] highNm) {
    return balls.x[i] >= lowNm[0]
        && balls.x[i] <= highNm[0]
        && balls.y[i] >= lowNm[1]
        && balls.y[i] <= highNm[1]
        && balls.z[i] >= lowNm[2]
        && balls.z[i] <= highNm[2];
  }
}
