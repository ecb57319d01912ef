package org.connectarium.analysis.innervation;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.util.CombinatoricsUtils;

/// How many of the n synapses of an axon hit a class by chance.
public sealed interface CountModel {

  /// Natural logarithm of the probability of k of n.
  double logProbability(int n, int k);

  /// Probability of k + 1 over that of k.
  double ratio(int n, int k);

  /// Mean of k for n synapses.
  double mean(int n);

  /// The largest k to look at; never below n.
  default int highest(int n) {
    return n;
  }

  /// Probabilities of k = 0…[#highest].
  default double[] probabilities(int n) {
    int highest = highest(n);
    double[] p = new double[highest + 1];
    int start = Math.clamp(Math.round(mean(n)), 0, highest);
    p[start] = Math.exp(logProbability(n, start));
    for (int k = start; k < highest; k++) {
      p[k + 1] = p[k] * ratio(n, k);
    }
    for (int k = start; k > 0; k--) {
      double ratio = ratio(n, k - 1);
      p[k - 1] = ratio == 0 ? 0 : p[k] / ratio;
    }
    return p;
  }

  /// Probabilities of k or more, for k = 0…[#highest].
  default double[] tails(int n) {
    return tailsOf(probabilities(n));
  }

  /// Sums from the far end, so that small tails keep their digits.
  static double[] tailsOf(double[] probabilities) {
    double[] tails = new double[probabilities.length];
    double sum = 0;
    for (int k = probabilities.length - 1; k >= 0; k--) {
      sum += probabilities[k];
      tails[k] = Math.min(1, sum);
    }
    tails[0] = 1;
    return tails;
  }

  /// Each synapse hits with the same probability, alone.
  ///
  /// @param rate 0…1
  record Binomial(double rate) implements CountModel {
    /// Refuses a rate outside 0…1.
    public Binomial {
      if (!(rate >= 0 && rate <= 1)) {
        throw new IllegalArgumentException("rate must be in 0…1 but was " + rate);
      }
    }

    @Override
    public double logProbability(int n, int k) {
      return new BinomialDistribution(null, n, rate).logProbability(k);
    }

    @Override
    public double ratio(int n, int k) {
      return (n - k) * rate / ((k + 1) * (1 - rate));
    }

    @Override
    public double mean(int n) {
      return n * rate;
    }
  }

  /// Hits come at a constant rate per synapse, without a limit.
  ///
  /// @param rate hits per synapse, 0 or more
  record Poisson(double rate) implements CountModel {
    /// Refuses a rate below 0.
    public Poisson {
      if (!(rate >= 0) || Double.isInfinite(rate)) {
        throw new IllegalArgumentException("rate must be 0 or more but was " + rate);
      }
    }

    @Override
    public double logProbability(int n, int k) {
      if (n * rate == 0) {
        return k == 0 ? 0 : Double.NEGATIVE_INFINITY;
      }
      return new PoissonDistribution(n * rate).logProbability(k);
    }

    @Override
    public double ratio(int n, int k) {
      return n * rate / (k + 1);
    }

    @Override
    public double mean(int n) {
      return n * rate;
    }

    @Override
    public int highest(int n) {
      double mean = n * rate;
      return Math.max(n, (int) Math.ceil(mean + 12 * Math.sqrt(mean) + 30));
    }
  }

  /// The probability to hit varies from axon to axon as a beta distribution: the marginal of a
  /// Dirichlet-multinomial.
  ///
  /// @param alpha weight of hits, above 0
  /// @param beta weight of all else, above 0
  record BetaBinomial(double alpha, double beta) implements CountModel {
    /// Refuses weights that are not above 0.
    public BetaBinomial {
      if (!(alpha > 0 && beta > 0)) {
        throw new IllegalArgumentException(
            "alpha and beta must be above 0 but were " + alpha + ", " + beta);
      }
    }

    @Override
    public double logProbability(int n, int k) {
      return CombinatoricsUtils.factorialLog(n)
          - CombinatoricsUtils.factorialLog(k)
          - CombinatoricsUtils.factorialLog(n - k)
          + Beta.logBeta(k + alpha, n - k + beta)
          - Beta.logBeta(alpha, beta);
    }

    @Override
    public double ratio(int n, int k) {
      return (n - k) * (k + alpha) / ((k + 1) * (n - k - 1 + beta));
    }

    @Override
    public double mean(int n) {
      return n * alpha / (alpha + beta);
    }

    /// How much more than independent hits two hits of an axon go together, 1 / (α + β + 1): 0
    /// for a binomial.
    public double correlation() {
      return 1 / (alpha + beta + 1);
    }
  }
}
