package org.connectarium.analysis.innervation;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.special.Gamma;
import org.connectarium.analysis.synapses.TargetCounts;

/// Counts whose rates vary from axon to axon as a Dirichlet distribution, fitted by maximum
/// likelihood. Its marginal for a class is a [CountModel.BetaBinomial]. With two classes it is
/// itself a beta-binomial.
///
/// Method: fixed point of T. Minka, *Estimating a Dirichlet distribution*, 2000, until the
/// logarithm of the likelihood gains less than 10⁻⁹, at most 10,000 rounds. Weights are held
/// below 10⁶ in sum: beyond, the model is a multinomial.
///
/// @param weights one per class, in the order of columns; classes that nobody hits have 0
/// @param logLikelihood natural, without the multinomial coefficients
/// @param multinomialLogLikelihood the same of the multinomial with pooled shares
public record DirichletMultinomial(
    List<Double> weights, double logLikelihood, double multinomialLogLikelihood) {
  private static final double MOST = 1e6;
  private static final int ROUNDS = 10_000;
  private static final double GAIN = 1e-9;

  /// Keeps a copy.
  public DirichletMultinomial {
    weights = List.copyOf(weights);
  }

  /// Fits the counts.
  ///
  /// @throws IllegalArgumentException if there are no synapses
  public static DirichletMultinomial of(TargetCounts counts) {
    int classes = counts.classes().size();
    // reached[c][j]: axons with more than j synapses onto c; reachedAll the same of all synapses
    long[][] reached = new long[classes][];
    double[] pooled = new double[classes];
    long all = counts.synapses();
    if (all == 0) {
      throw new IllegalArgumentException("there are no synapses to fit");
    }
    for (int c = 0; c < classes; c++) {
      int[] column = counts.column(c);
      reached[c] = exceeding(column);
      pooled[c] = Arrays.stream(column).asLongStream().sum() / (double) all;
    }
    long[] reachedAll = exceeding(counts.totals());
    double multinomial = 0;
    for (double share : pooled) {
      multinomial += share == 0 ? 0 : all * share * Math.log(share);
    }
    double[] alpha = new double[classes];
    Arrays.setAll(alpha, c -> 10 * pooled[c]);
    double before = Double.NEGATIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      double sum = Arrays.stream(alpha).sum();
      double now = logLikelihood(alpha, sum, reached, reachedAll);
      if (now - before < GAIN || sum > MOST) {
        before = now;
        break;
      }
      before = now;
      double below = inverseSum(reachedAll, sum);
      for (int c = 0; c < classes; c++) {
        alpha[c] *= alpha[c] == 0 ? 1 : inverseSum(reached[c], alpha[c]) / below;
      }
    }
    return new DirichletMultinomial(Arrays.stream(alpha).boxed().toList(), before, multinomial);
  }

  /// The model of one class against all others.
  ///
  /// @throws IllegalArgumentException if nobody hits the class, or nobody another
  public CountModel marginal(int column) {
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    double alpha = weights.get(column);
    if (alpha == 0) {
      return new CountModel.Binomial(0);
    }
    return sum - alpha > 0
        ? new CountModel.BetaBinomial(alpha, sum - alpha)
        : new CountModel.Binomial(1);
  }

  /// p of at least this gain over the multinomial if there were no variation between axons: half
  /// the tail of chi-squared with one degree of freedom, since no variation is the end of the
  /// range.
  public double variationP() {
    double gain = Math.max(0, 2 * (logLikelihood - multinomialLogLikelihood));
    return gain == 0 ? 1 : 0.5 * Gamma.regularizedGammaQ(0.5, gain / 2);
  }

  private static long[] exceeding(int[] values) {
    long[] histogram = new long[Arrays.stream(values).max().orElse(0) + 1];
    for (int v : values) {
      histogram[v]++;
    }
    long[] above = new long[histogram.length - 1];
    long sum = 0;
    for (int j = histogram.length - 1; j > 0; j--) {
      sum += histogram[j];
      above[j - 1] = sum;
    }
    return above;
  }

  /// Σ over axons of ψ(count + a) − ψ(a).
  private static double inverseSum(long[] reached, double a) {
    double sum = 0;
    for (int j = 0; j < reached.length; j++) {
      sum += reached[j] / (a + j);
    }
    return sum;
  }

  private static double logLikelihood(
      double[] alpha, double sum, long[][] reached, long[] reachedAll) {
    double value = 0;
    for (int c = 0; c < alpha.length; c++) {
      for (int j = 0; j < reached[c].length; j++) {
        value += reached[c][j] * Math.log(alpha[c] + j);
      }
    }
    for (int j = 0; j < reachedAll.length; j++) {
      value -= reachedAll[j] * Math.log(sum + j);
    }
    return value;
  }
}
