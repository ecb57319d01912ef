package org.connectarium.analysis.innervation;

import java.util.Arrays;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.connectarium.analysis.inference.LinearFit;

/// An input ratio of cells against the depth of their somata, after what depends on the other two
/// axes is taken out.
///
/// @param plane ratio = plane intercept + y · … + z · …, fitted to the ratios around their mean
/// @param line ratio minus plane against x, per µm
public record CellGradient(Plane plane, LinearFit line) {

  /// A plane over y and z.
  ///
  /// @param intercept at y = z = 0, of the ratio minus its mean
  /// @param perYUm slope along y
  /// @param perZUm slope along z
  public record Plane(double intercept, double perYUm, double perZUm) {
    double at(double y, double z) {
      return intercept + perYUm * y + perZUm * z;
    }
  }

  static CellGradient of(double[] ratio, double[] xUm, double[] yUm, double[] zUm) {
    int n = ratio.length;
    if (n < 5 || xUm.length != n || yUm.length != n || zUm.length != n) {
      throw new IllegalArgumentException(
          "ratio, x, y and z of 5 cells or more are needed but there were "
              + n
              + ", "
              + xUm.length
              + ", "
              + yUm.length
              + ", "
              + zUm.length);
    }
    double mean = Arrays.stream(ratio).average().orElseThrow();
    double[] centred = Arrays.stream(ratio).map(r -> r - mean).toArray();
    double[][] yz = new double[n][];
    Arrays.setAll(yz, i -> new double[] {yUm[i], zUm[i]});
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.newSampleData(centred, yz);
    double[] b = regression.estimateRegressionParameters();
    Plane plane = new Plane(b[0], b[1], b[2]);
    double[] rest = new double[n];
    Arrays.setAll(rest, i -> ratio[i] - plane.at(yUm[i], zUm[i]));
    return new CellGradient(plane, LinearFit.of(xUm, rest));
  }
}
