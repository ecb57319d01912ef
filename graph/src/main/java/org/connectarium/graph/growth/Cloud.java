package org.connectarium.graph.growth;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.connectarium.graph.columns.SegmentColumns;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/// First principal axis of all voxels of several segments, from their sizes, centroids and
/// covariances (parallel-axis theorem).
///
/// @param x first axis, a unit vector of either sign
/// @param straightness share of the variance along it, 0…1; 0 if there is no variance
record Cloud(double x, double y, double z, double straightness) {

  static Cloud of(SegmentColumns segments, IntArrayList members) {
    double voxels = 0;
    double[] mean = new double[3];
    for (int i = 0; i < members.size(); i++) {
      int s = members.get(i);
      voxels += segments.voxels()[s];
      for (int a = 0; a < 3; a++) {
        mean[a] += segments.voxels()[s] * (double) segments.centroidNm()[3 * s + a];
      }
    }
    for (int a = 0; a < 3; a++) {
      mean[a] /= voxels;
    }
    double[][] sum = new double[3][3];
    for (int i = 0; i < members.size(); i++) {
      int s = members.get(i);
      double share = segments.voxels()[s] / voxels;
      int at = 6 * s; // xx, xy, xz, yy, yz, zz
      for (int a = 0; a < 3; a++) {
        double da = segments.centroidNm()[3 * s + a] - mean[a];
        for (int b = a; b < 3; b++) {
          double db = segments.centroidNm()[3 * s + b] - mean[b];
          sum[a][b] += share * (segments.covarianceNm2()[at++] + da * db);
          sum[b][a] = sum[a][b];
        }
      }
    }
    double variance = sum[0][0] + sum[1][1] + sum[2][2];
    if (!(variance > 0)) {
      return new Cloud(1, 0, 0, 0);
    }
    EigenDecomposition axes = new EigenDecomposition(new Array2DRowRealMatrix(sum, false));
    double[] first = axes.getEigenvector(0).toArray();
    return new Cloud(first[0], first[1], first[2], axes.getRealEigenvalue(0) / variance);
  }

  /// Place of a contact along the axis, nm.
  double along(float[] positionNm, int contact) {
    return x * positionNm[3 * contact]
        + y * positionNm[3 * contact + 1]
        + z * positionNm[3 * contact + 2];
  }
}
