package org.connectarium.analysis.geometry;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.connectarium.analysis.synapses.TargetCounts;

/// Shares of synapses per class as a multinomial logistic model of availabilities: ln (share of a
/// class / share of the class with most synapses) is linear in the availabilities of all classes
/// but the last, which the sum of 1 gives away. Every synapse counts the same.
///
/// Method: greatest likelihood by Newton's steps, halved where one does not help, until the
/// logarithm of the likelihood gains less than 10⁻⁹ per synapse in 50 steps at most. Where classes
/// are separated completely, weights have no maximum; the shares are those of the last step.
///
/// Cost: axons × classes⁴ operations a step.
final class MultinomialLogit {
  private static final int STEPS = 50;
  private static final double GAIN = 1e-9;

  private final TargetCounts counts;
  private final int classes;
  private final int base; // class that others are compared with
  private final int[] free; // classes with weights of their own
  private final double[][] design; // a 1, then availabilities, centred and scaled

  private MultinomialLogit(TargetCounts counts, double[][] available) {
    this.counts = counts;
    classes = counts.classes().size();
    long[] sums = new long[classes];
    for (int c = 0; c < classes; c++) {
      sums[c] = Arrays.stream(counts.column(c)).asLongStream().sum();
    }
    int most = 0;
    for (int c = 1; c < classes; c++) {
      most = sums[c] > sums[most] ? c : most;
    }
    base = most;
    free = IntStream.range(0, classes).filter(c -> c != base && sums[c] > 0).toArray();
    design = design(available);
  }

  /// The fitted shares, axons × classes; 0 for classes without a synapse.
  static double[][] shares(TargetCounts counts, double[][] available) {
    MultinomialLogit model = new MultinomialLogit(counts, available);
    double[] weights = model.fit();
    double[][] shares = new double[counts.rows()][];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = model.shares(weights, i);
    }
    return shares;
  }

  private static double[][] design(double[][] available) {
    int width = available[0].length;
    double[][] design = new double[available.length][width];
    for (double[] row : design) {
      row[0] = 1;
    }
    for (int j = 0; j + 1 < width; j++) {
      int column = j;
      double mean = Arrays.stream(available).mapToDouble(a -> a[column]).average().orElse(0);
      double squares =
          Arrays.stream(available)
              .mapToDouble(a -> (a[column] - mean) * (a[column] - mean))
              .average()
              .orElse(0);
      double scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
      for (int i = 0; i < design.length; i++) {
        design[i][j + 1] = (available[i][j] - mean) * scale;
      }
    }
    return design;
  }

  private double[] fit() {
    double[] weights = new double[free.length * design[0].length];
    double reached = logLikelihood(weights);
    for (int step = 0; step < STEPS && weights.length > 0; step++) {
      double[] direction = newton(weights);
      double length = 1;
      double[] next = moved(weights, direction, length);
      double there = logLikelihood(next);
      while (!(there >= reached) && length > 1e-6) {
        length /= 2;
        next = moved(weights, direction, length);
        there = logLikelihood(next);
      }
      double gain = there - reached;
      if (gain > 0) {
        weights = next;
        reached = there;
      }
      if (!(gain > GAIN * counts.synapses())) {
        break;
      }
    }
    return weights;
  }

  private static double[] moved(double[] from, double[] direction, double length) {
    double[] to = from.clone();
    Arrays.setAll(to, i -> from[i] + length * direction[i]);
    return to;
  }

  private double[] shares(double[] weights, int row) {
    int width = design[row].length;
    double[] logits = new double[free.length];
    double highest = 0;
    for (int f = 0; f < free.length; f++) {
      for (int j = 0; j < width; j++) {
        logits[f] += weights[f * width + j] * design[row][j];
      }
      highest = Math.max(highest, logits[f]);
    }
    double[] shares = new double[classes];
    shares[base] = Math.exp(-highest);
    double sum = shares[base];
    for (int f = 0; f < free.length; f++) {
      shares[free[f]] = Math.exp(logits[f] - highest);
      sum += shares[free[f]];
    }
    for (int c = 0; c < classes; c++) {
      shares[c] /= sum;
    }
    return shares;
  }

  private double logLikelihood(double[] weights) {
    double log = 0;
    for (int i = 0; i < design.length; i++) {
      double[] shares = shares(weights, i);
      for (int c = 0; c < classes; c++) {
        int count = counts.count(i, c);
        log += count == 0 ? 0 : count * Math.log(Math.max(Double.MIN_NORMAL, shares[c]));
      }
    }
    return log;
  }

  private double[] newton(double[] weights) {
    int width = design[0].length;
    int size = weights.length;
    double[] gradient = new double[size];
    double[][] information = new double[size][size];
    for (int i = 0; i < design.length; i++) {
      double[] shares = shares(weights, i);
      double[] x = design[i];
      int n = counts.synapses(i);
      for (int f = 0; f < free.length; f++) {
        double left = counts.count(i, free[f]) - n * shares[free[f]];
        for (int j = 0; j < width; j++) {
          gradient[f * width + j] += left * x[j];
        }
        for (int g = 0; g <= f; g++) {
          double v = n * shares[free[f]] * ((f == g ? 1 : 0) - shares[free[g]]);
          for (int j = 0; j < width; j++) {
            for (int k = 0; k < width; k++) {
              information[f * width + j][g * width + k] += v * x[j] * x[k];
            }
          }
        }
      }
    }
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < a; b++) {
        information[b][a] = information[a][b];
      }
    }
    RealVector solved =
        new SingularValueDecomposition(new Array2DRowRealMatrix(information, false))
            .getSolver()
            .solve(new ArrayRealVector(gradient, false));
    return solved.toArray();
  }
}
