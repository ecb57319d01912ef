package org.connectarium.analysis.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.connectarium.analysis.synapses.TargetCounts;

/// How much of the variance of synapse fractions over axons their availabilities explain.
///
/// R² = 1 − Σ (residual² − β) / Σ ((s − mean)² − β). Uncorrected β = 0. Corrected β = a (1 − a) /
/// n, the variance that n synapses drawn with the availability a have by chance and that nothing
/// can explain; where hardly any variance is left, the corrected value says nothing.
///
/// @param classes one entry per class
/// @param rSquared over all classes: sums over classes in both sums, uncorrected
/// @param corrected the same, corrected
public record Predictability(List<OfClass> classes, double rSquared, double corrected) {

  /// Keeps a copy.
  public Predictability {
    classes = List.copyOf(classes);
  }

  /// One class.
  ///
  /// @param name of the class
  /// @param rSquared uncorrected
  /// @param corrected for binomial variance
  public record OfClass(String name, double rSquared, double corrected) {}

  static Predictability of(TargetCounts counts, double[][] available, Predictor predictor) {
    int n = counts.rows();
    int width = counts.classes().size();
    check(counts, available);
    double[][] logistic =
        predictor == Predictor.MULTINOMIAL ? MultinomialLogit.shares(counts, available) : available;
    List<OfClass> classes = new ArrayList<>();
    double[] all = new double[3]; // residual, variance, binomial variance
    for (int c = 0; c < width; c++) {
      double[] fraction = new double[n];
      for (int i = 0; i < n; i++) {
        fraction[i] = (double) counts.count(i, c) / counts.synapses(i);
      }
      double[] predicted = predicted(fraction, logistic, c, predictor);
      double mean = Arrays.stream(fraction).average().orElseThrow();
      double[] sums = new double[3];
      for (int i = 0; i < n; i++) {
        double a = available[i][c];
        sums[0] += (fraction[i] - predicted[i]) * (fraction[i] - predicted[i]);
        sums[1] += (fraction[i] - mean) * (fraction[i] - mean);
        sums[2] += a * (1 - a) / counts.synapses(i);
      }
      for (int k = 0; k < 3; k++) {
        all[k] += sums[k];
      }
      classes.add(
          new OfClass(
              counts.classes().get(c),
              1 - sums[0] / sums[1],
              1 - (sums[0] - sums[2]) / (sums[1] - sums[2])));
    }
    return new Predictability(
        classes, 1 - all[0] / all[1], 1 - (all[0] - all[2]) / (all[1] - all[2]));
  }

  private static void check(TargetCounts counts, double[][] available) {
    if (available.length != counts.rows() || available.length < 2) {
      throw new IllegalArgumentException(
          "availabilities of each of 2 axons or more are needed but there were "
              + available.length
              + " for "
              + counts.rows());
    }
    for (int i = 0; i < available.length; i++) {
      if (available[i].length != counts.classes().size()
          || Math.abs(Arrays.stream(available[i]).sum() - 1) > 1e-6) {
        throw new IllegalArgumentException(
            "availabilities must be one per class and sum to 1 but row "
                + i
                + " was "
                + Arrays.toString(available[i]));
      }
    }
  }

  /// @param available of a multinomial model: what it has fitted
  private static double[] predicted(
      double[] fraction, double[][] available, int column, Predictor predictor) {
    return switch (predictor) {
      case AVAILABILITY, MULTINOMIAL ->
          Arrays.stream(available).mapToDouble(a -> a[column]).toArray();
      case SAME_CLASS -> fitted(fraction, available, new int[] {column});
      case ALL_CLASSES -> fitted(fraction, available, others(available[0].length));
    };
  }

  /// All columns but the last, which the sum of 1 gives away.
  private static int[] others(int width) {
    int[] columns = new int[width - 1];
    Arrays.setAll(columns, i -> i);
    return columns;
  }

  /// Least squares with a constant; by singular values, so that classes nobody can reach do no
  /// harm.
  private static double[] fitted(double[] fraction, double[][] available, int[] columns) {
    int k = columns.length + 1;
    double[][] square = new double[k][k];
    double[] right = new double[k];
    double[] row = new double[k];
    for (int i = 0; i < fraction.length; i++) {
      fill(row, available[i], columns);
      for (int a = 0; a < k; a++) {
        right[a] += row[a] * fraction[i];
        for (int b = 0; b < k; b++) {
          square[a][b] += row[a] * row[b];
        }
      }
    }
    RealVector weights =
        new SingularValueDecomposition(new Array2DRowRealMatrix(square))
            .getSolver()
            .solve(new ArrayRealVector(right));
    double[] predicted = new double[fraction.length];
    for (int i = 0; i < predicted.length; i++) {
      fill(row, available[i], columns);
      for (int a = 0; a < k; a++) {
        predicted[i] += weights.getEntry(a) * row[a];
      }
    }
    return predicted;
  }

  private static void fill(double[] row, double[] available, int[] columns) {
    row[0] = 1;
    for (int a = 0; a < columns.length; a++) {
      row[a + 1] = available[columns[a]];
    }
  }
}
