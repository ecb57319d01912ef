package org.connectarium.analysis.innervation;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.connectarium.analysis.inference.Interval;

/// The probability q that a synapse hits a class, estimated from no more than whether each axon
/// hits it at all, so that a few specific axons do not raise it:
///
/// max over q of Σ (k = 0) n ln (1 − q) + Σ (k > 0) ln (1 − (1 − q)ⁿ)
///
/// Interval by the profile of the likelihood, 95 %. Assumes that synapses of an axon are
/// independent under the null and that q is the same for all axons.
///
/// Method: A. Motta and others, *Dense connectomic reconstruction in layer 4 of the somatosensory
/// cortex*, Science 366, 2019,
/// [doi:10.1126/science.aay3134](https://doi.org/10.1126/science.aay3134).
///
/// @param rate q, 0…1
/// @param rate95 interval of q
/// @param axons number of axons
/// @param hitting axons that hit the class at least once
public record FirstHitRate(double rate, Interval rate95, int axons, int hitting) {
  /// Half the 95 % quantile of chi-squared with one degree of freedom.
  private static final double DROP = 1.920729410347062;

  private static final double LEAST = 1e-18;
  private static final double MOST = 1e3;

  /// Estimates the rate.
  ///
  /// @param n synapses of each axon, 1 or more
  /// @param k those onto the class, 0…n
  /// @throws IllegalArgumentException if lengths differ, there is no axon, or k is not in 0…n
  public static FirstHitRate of(int[] n, int[] k) {
    SynapseNumbers numbers = SynapseNumbers.of(n);
    int[] missing = new int[numbers.distinct()];
    int hitting = 0;
    if (n.length != k.length || n.length == 0) {
      throw new IllegalArgumentException(
          "as many k as n, and at least one, are needed but were " + k.length + ", " + n.length);
    }
    for (int i = 0; i < n.length; i++) {
      if (k[i] < 0 || k[i] > n[i]) {
        throw new IllegalArgumentException("axon " + i + " hits " + k[i] + " times with " + n[i]);
      }
      missing[numbers.group(i)] += k[i] == 0 ? 1 : 0;
      hitting += k[i] == 0 ? 0 : 1;
    }
    double best = negativeLog(numbers, missing);
    double top = logLikelihood(numbers, missing, best);
    UnivariateFunction drop = logU -> logLikelihood(numbers, missing, Math.exp(logU)) - top + DROP;
    double at = Math.log(Math.clamp(best, LEAST, MOST));
    double lower = hitting == 0 ? 0 : root(drop, Math.log(LEAST), at);
    double upper = hitting == n.length ? MOST : root(drop, at, Math.log(MOST));
    return new FirstHitRate(rate(best), new Interval(rate(lower), rate(upper)), n.length, hitting);
  }

  private static double root(UnivariateFunction drop, double from, double to) {
    return Math.exp(new BrentSolver(1e-12, 1e-12).solve(1000, drop, from, to));
  }

  /// q from u.
  private static double rate(double u) {
    return u >= MOST ? 1 : -Math.expm1(-u);
  }

  /// u = −ln (1 − q), by Newton's method on the derivative, which falls and is convex in u: from
  /// the left it converges without overshoot.
  private static double negativeLog(SynapseNumbers numbers, int[] missing) {
    double missed = 0;
    int hitting = 0;
    for (int g = 0; g < numbers.distinct(); g++) {
      missed += (double) missing[g] * numbers.synapses(g);
      hitting += numbers.axons(g) - missing[g];
    }
    if (hitting == 0) {
      return 0;
    }
    if (missed == 0) {
      return MOST;
    }
    double u = 0.05;
    for (int round = 0; round < 200; round++) {
      double slope = -missed;
      double bend = 0;
      for (int g = 0; g < numbers.distinct(); g++) {
        int hit = numbers.axons(g) - missing[g];
        if (hit > 0) {
          double n = numbers.synapses(g);
          double e = Math.expm1(Math.min(n * u, 700));
          slope += hit * n / e;
          bend -= hit * n / e * n * (1 + 1 / e); // in this order nothing overflows
        }
      }
      double next = Math.max(u / 10, u - slope / bend);
      if (Math.abs(next - u) <= 1e-14 * u) {
        return next;
      }
      u = Math.min(next, MOST);
    }
    return u;
  }

  private static double logLikelihood(SynapseNumbers numbers, int[] missing, double u) {
    double sum = 0;
    for (int g = 0; g < numbers.distinct(); g++) {
      double nu = numbers.synapses(g) * u;
      int hit = numbers.axons(g) - missing[g];
      sum -= missing[g] * nu;
      sum += hit == 0 ? 0 : hit * Math.log(-Math.expm1(-nu));
    }
    return sum;
  }
}
