package org.connectarium.analysis.inference;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/// A straight line through points by least squares, with what it can be trusted for.
///
/// Assumes independent residuals of equal variance for the interval and p of the slope. The rank
/// correlation assumes neither; its p is that of t with n − 2 degrees of freedom.
///
/// @param points that were fitted; those with a NaN are left out
/// @param intercept value at x = 0
/// @param slope change of y per unit of x
/// @param slopeError standard error of the slope
/// @param slope95 interval of the slope, 95 %
/// @param rSquared share of the variance explained
/// @param p of a slope at least this far from 0, two-sided
/// @param spearman rank correlation
/// @param spearmanP its p, two-sided
/// @param meanX mean of x
/// @param meanY mean of y
/// @param residualDeviation standard deviation of residuals, n − 2 in the denominator
/// @param sumSquaresX Σ (x − meanX)²
public record LinearFit(
    int points,
    double intercept,
    double slope,
    double slopeError,
    Interval slope95,
    double rSquared,
    double p,
    double spearman,
    double spearmanP,
    double meanX,
    double meanY,
    double residualDeviation,
    double sumSquaresX) {

  /// Fits y to x.
  ///
  /// @throws IllegalArgumentException if lengths differ, or fewer than 3 points are left, or all
  ///     x are the same
  public static LinearFit of(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "as many x as y are needed but were " + x.length + ", " + y.length);
    }
    double[] keptX = new double[x.length];
    double[] keptY = new double[x.length];
    int n = 0;
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
        keptX[n] = x[i];
        keptY[n++] = y[i];
      }
    }
    keptX = Arrays.copyOf(keptX, n);
    keptY = Arrays.copyOf(keptY, n);
    SimpleRegression line = new SimpleRegression();
    for (int i = 0; i < n; i++) {
      line.addData(keptX[i], keptY[i]);
    }
    if (n < 3 || !(line.getXSumSquares() > 0)) {
      throw new IllegalArgumentException(
          "a line needs 3 points with different x but there were " + n + " points");
    }
    double half = line.getSlopeConfidenceInterval(0.05);
    double spearman = new SpearmansCorrelation().correlation(keptX, keptY);
    double mse = line.getMeanSquareError();
    return new LinearFit(
        n,
        line.getIntercept(),
        line.getSlope(),
        line.getSlopeStdErr(),
        new Interval(line.getSlope() - half, line.getSlope() + half),
        line.getRSquare(),
        line.getSlopeStdErr() == 0 ? (line.getSlope() == 0 ? 1 : 0) : line.getSignificance(),
        spearman,
        correlationP(spearman, n),
        mean(keptX),
        mean(keptY),
        Math.sqrt(mse),
        line.getXSumSquares());
  }

  /// The value of the line at x.
  public double at(double x) {
    return intercept + slope * x;
  }

  /// Interval of the mean of y at x, 95 %.
  public Interval meanAt95(double x) {
    double t = new TDistribution(points - 2).inverseCumulativeProbability(0.975);
    double d = x - meanX;
    double half = t * residualDeviation * Math.sqrt(1.0 / points + d * d / sumSquaresX);
    return new Interval(at(x) - half, at(x) + half);
  }

  private static double correlationP(double r, int n) {
    if (Double.isNaN(r)) {
      return Double.NaN;
    }
    double t = r * Math.sqrt((n - 2) / Math.max(Double.MIN_NORMAL, (1 - r) * (1 + r)));
    return 2 * new TDistribution(n - 2).cumulativeProbability(-Math.abs(t));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += v;
    }
    return sum / values.length;
  }
}
