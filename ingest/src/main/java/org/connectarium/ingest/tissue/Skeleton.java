package org.connectarium.ingest.tissue;

import java.util.Arrays;

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

  /// The same, shifted.
  public Skeleton moved(double byXNm, double byYNm, double byZNm) {
    return new Skeleton(
        neuriteId, shifted(xNm, byXNm), shifted(yNm, byYNm), shifted(zNm, byZNm), radiusNm, parent);
  }

  private static double[] shifted(double[] values, double by) {
    return Arrays.stream(values).map(v -> v + by).toArray();
  }

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
