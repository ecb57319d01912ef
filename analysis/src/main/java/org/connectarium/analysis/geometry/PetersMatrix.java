package org.connectarium.analysis.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.special.Gamma;

/// Synapses between classes of axons and of targets against what the shares of both predict:
/// expected = total × share of the axon class × share of the target class.
///
/// @param logLikelihood natural, of the counts as a multinomial with the expected shares, without
///     the coefficient
/// @param expected counts, row by row
/// @param affinity observed over expected, row by row; NaN where nothing is expected
public record PetersMatrix(double logLikelihood, List<Double> expected, List<Double> affinity) {

  /// Keeps copies.
  public PetersMatrix {
    expected = List.copyOf(expected);
    affinity = List.copyOf(affinity);
  }

  /// One model against a larger one that holds it.
  ///
  /// @param simple name of the model
  /// @param larger name of the one that explains more
  /// @param chiSquared twice the gain of the logarithm of the likelihood
  /// @param freedom parameters that it has more
  /// @param p of so large a gain if the simple model is true
  public record Ratio(String simple, String larger, double chiSquared, int freedom, double p) {}

  static PetersMatrix of(double[][] counts, double[] pre, double[] post) {
    double total = Arrays.stream(counts).flatMapToDouble(Arrays::stream).sum();
    List<Double> expected = new ArrayList<>();
    List<Double> affinity = new ArrayList<>();
    double log = 0;
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts[i].length; j++) {
        double share = pre[i] * post[j];
        expected.add(total * share);
        affinity.add(share == 0 ? Double.NaN : counts[i][j] / (total * share));
        log += counts[i][j] == 0 ? 0 : counts[i][j] * Math.log(share);
      }
    }
    return new PetersMatrix(log, expected, affinity);
  }

  static List<Ratio> ratios(double[][] counts, double[] preLength, double[] postLength) {
    double[] preSynapses = shares(rows(counts));
    double[] postSynapses = shares(columns(counts));
    int freePre = preLength.length - 1;
    int freePost = postLength.length - 1;
    double length = of(counts, preLength, postLength).logLikelihood();
    double pre = of(counts, preSynapses, postLength).logLikelihood();
    double post = of(counts, preLength, postSynapses).logLikelihood();
    double both = of(counts, preSynapses, postSynapses).logLikelihood();
    return List.of(
        ratio("length", "length and pre density", length, pre, freePre),
        ratio("length", "length and post density", length, post, freePost),
        ratio("length", "both densities", length, both, freePre + freePost),
        ratio("length and pre density", "both densities", pre, both, freePost),
        ratio("length and post density", "both densities", post, both, freePre),
        ratio("both densities", "every pair its own", both, free(counts), freePre * freePost));
  }

  private static Ratio ratio(String simple, String larger, double low, double high, int freedom) {
    double chi = Math.max(0, 2 * (high - low));
    double p = freedom == 0 || chi == 0 ? 1 : Gamma.regularizedGammaQ(freedom / 2.0, chi / 2);
    return new Ratio(simple, larger, chi, freedom, p);
  }

  private static double free(double[][] counts) {
    double total = Arrays.stream(counts).flatMapToDouble(Arrays::stream).sum();
    double log = 0;
    for (double[] row : counts) {
      for (double count : row) {
        log += count == 0 ? 0 : count * Math.log(count / total);
      }
    }
    return log;
  }

  private static double[] rows(double[][] counts) {
    return Arrays.stream(counts).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
  }

  private static double[] columns(double[][] counts) {
    double[] sums = new double[counts[0].length];
    for (double[] row : counts) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += row[j];
      }
    }
    return sums;
  }

  static double[] shares(double[] amounts) {
    double sum = Arrays.stream(amounts).sum();
    return Arrays.stream(amounts).map(v -> v / sum).toArray();
  }
}
