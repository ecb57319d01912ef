package org.connectarium.analysis.size;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Expectation maximisation of a normal mixture over binned numbers, with its steps lengthened.
///
/// A. Dempster, N. Laird, D. Rubin, *Maximum likelihood from incomplete data via the EM
/// algorithm*, J. Royal Statistical Society B 39, 1977; R. Varadhan, C. Roland, *Simple and
/// globally convergent methods for accelerating the convergence of any EM algorithm*,
/// Scandinavian J. of Statistics 35, 2008,
/// [doi:10.1111/j.1467-9469.2007.00585.x](https://doi.org/10.1111/j.1467-9469.2007.00585.x)
/// (scheme S3, on logarithms of weights and deviations; a long step that lowers the likelihood is
/// taken back).
final class Expectation {
  private static final int ROUNDS = 200;

  /// Gain of the mean logarithm of the likelihood per number and round at which rounds end.
  private static final double GAIN = 1e-8;

  /// Smallest deviation of a component, as share of that of all numbers: below, likelihood has no
  /// maximum.
  private static final double LEAST_DEVIATION = 0.02;

  private static final double LEAST_WEIGHT = 1e-12;

  private final BinnedLogs logs;
  private final int components;
  private final double floor;
  private final double[] mass;
  private final double[] first;
  private final double[] second;
  private final double[] density;

  /// Logarithms of weights, then means, then logarithms of deviations.
  private double[] theta;

  private double logLikelihood;

  private Expectation(BinnedLogs logs, int components) {
    this.logs = logs;
    this.components = components;
    floor = LEAST_DEVIATION * logs.deviation();
    mass = new double[components];
    first = new double[components];
    second = new double[components];
    density = new double[components];
    theta = new double[3 * components];
  }

  /// Starts at evenly spread quantiles, or for later starts at random ones.
  static LogNormalMixture start(
      BinnedLogs logs, int components, int start, SplittableRandom random) {
    double all = logs.deviation();
    Expectation em = new Expectation(logs, components);
    for (int c = 0; c < components; c++) {
      double share = start == 0 ? (c + 0.5) / components : random.nextDouble();
      double deviation = all * (start == 0 ? 1.0 / components : random.nextDouble(0.2, 1));
      em.set(c, 1.0 / components, logs.quantile(share), deviation);
    }
    return em.run();
  }

  /// Starts at what was found before.
  static LogNormalMixture from(BinnedLogs logs, LogNormalMixture found) {
    Expectation em = new Expectation(logs, found.components().size());
    for (int c = 0; c < em.components; c++) {
      LogNormalMixture.Component component = found.components().get(c);
      em.set(c, component.weight(), component.mean(), component.deviation());
    }
    return em.run();
  }

  private void set(int c, double weight, double mean, double deviation) {
    theta[c] = Math.log(Math.max(LEAST_WEIGHT, weight));
    theta[components + c] = mean;
    theta[2 * components + c] = Math.log(Math.max(floor, deviation));
  }

  private LogNormalMixture run() {
    double[] one = new double[theta.length];
    double[] two = new double[theta.length];
    double[] far = new double[theta.length];
    logLikelihood = step(theta, one);
    for (int round = 0; round < ROUNDS; round++) {
      double before = logLikelihood;
      step(one, two);
      lengthen(theta, one, two, far);
      double[] next = new double[theta.length];
      double reached = step(far, next);
      if (reached >= before) {
        theta = far.clone();
      } else {
        theta = two.clone();
        reached = step(theta, next);
      }
      logLikelihood = reached;
      one = next;
      if (reached - before < GAIN * logs.size) {
        break;
      }
    }
    List<LogNormalMixture.Component> found = new ArrayList<>();
    for (int c = 0; c < components; c++) {
      found.add(
          new LogNormalMixture.Component(
              Math.exp(theta[c]), theta[components + c], Math.exp(theta[2 * components + c])));
    }
    return LogNormalMixture.of(found, logs.size, logLikelihood);
  }

  /// Goes on from zero in the direction of one and two, as far as their distances suggest.
  private void lengthen(double[] zero, double[] one, double[] two, double[] far) {
    double direct = 0;
    double bend = 0;
    for (int i = 0; i < zero.length; i++) {
      double r = one[i] - zero[i];
      double v = two[i] - one[i] - r;
      direct += r * r;
      bend += v * v;
    }
    double length = bend == 0 ? 1 : Math.max(1, Math.sqrt(direct / bend));
    double weights = 0;
    for (int i = 0; i < zero.length; i++) {
      double r = one[i] - zero[i];
      double v = two[i] - one[i] - r;
      far[i] = zero[i] + 2 * length * r + length * length * v;
      if (i < components) {
        far[i] = Math.clamp(far[i], Math.log(LEAST_WEIGHT), 0);
        weights += Math.exp(far[i]);
      }
    }
    for (int c = 0; c < components; c++) {
      far[c] -= Math.log(weights);
      far[2 * components + c] = Math.max(Math.log(floor), far[2 * components + c]);
    }
  }

  /// One step of expectation and maximisation.
  ///
  /// @return natural logarithm of the likelihood of `from`, at the means of bins
  private double step(double[] from, double[] to) {
    double[] scale = new double[components];
    double[] per = new double[components];
    for (int c = 0; c < components; c++) {
      per[c] = Math.exp(-from[2 * components + c]);
      scale[c] = Math.exp(from[c]) * per[c] / Math.sqrt(2 * Math.PI);
      mass[c] = 0;
      first[c] = 0;
      second[c] = 0;
    }
    double total = 0;
    for (int i = 0; i < logs.bins(); i++) {
      if (logs.count[i] > 0) {
        double x = logs.mean[i];
        double sum = 0;
        for (int c = 0; c < components; c++) {
          double z = (x - from[components + c]) * per[c];
          density[c] = scale[c] * Math.exp(-0.5 * z * z);
          sum += density[c];
        }
        if (sum < Double.MIN_NORMAL) { // far from all: belongs to the widest
          density[widest(per)] = Double.MIN_NORMAL;
          sum = Double.MIN_NORMAL;
        }
        total += logs.count[i] * Math.log(sum);
        for (int c = 0; c < components; c++) {
          double share = density[c] / sum;
          double d = x - from[components + c];
          mass[c] += share * logs.count[i];
          first[c] += share * logs.count[i] * d;
          second[c] += share * (logs.count[i] * d * d + logs.scatter[i]);
        }
      }
    }
    for (int c = 0; c < components; c++) {
      double shift = mass[c] > 0 ? first[c] / mass[c] : 0;
      double square = mass[c] > 0 ? second[c] / mass[c] - shift * shift : 0;
      to[c] = Math.log(Math.max(LEAST_WEIGHT, mass[c] / logs.size));
      to[components + c] = from[components + c] + shift;
      to[2 * components + c] = Math.log(Math.max(floor, Math.sqrt(Math.max(0, square))));
    }
    return total;
  }

  private static int widest(double[] per) {
    int best = 0;
    for (int c = 1; c < per.length; c++) {
      best = per[c] < per[best] ? c : best;
    }
    return best;
  }
}
