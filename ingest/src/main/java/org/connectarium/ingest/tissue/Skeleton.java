package org.connectarium.ingest.tissue;

/// The planted middle lines of one neurite.
///
/// @param neuriteId the neurite
/// @param xNm nodes, in nm
/// @param yNm nodes, in nm
/// @param zNm nodes, in nm
/// @param radiusNm radius at each node, in nm
/// @param parent index of the node before each node, −1 where a piece begins
@SuppressWarnings("ArrayRecordComponent")
public record Skeleton(
    long neuriteId, double[] xNm, double[] yNm, double[] zNm, float[] radiusNm, int[] parent) {

  /// Length of all pieces together, in µm.
  public double lengthUm() {
    double sum = 0;
    for (int i = 0; i < parent.length; i++) {
      int p = parent[i];
      if (p >= 0) {
        sum += Math.hypot(Math.hypot(xNm[i] - xNm[p], yNm[i] - yNm[p]), zNm[i] - zNm[p]);
      }
    }
    return sum / 1000;
  }
}
