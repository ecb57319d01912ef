package org.connectarium.reconstruction.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A reliability diagram: how often rows of a predicted probability are positive.
///
/// The expected calibration error is the sum over the bins of (weight of the bin / all weight) ·
/// |mean probability − share of positives|.
///
/// @param bins that hold rows, from low to high probability
/// @param calibrationError expected calibration error, 0 … 1
public record Reliability(List<Bin> bins, double calibrationError) {
  private static final double LEAST = 1e-15;

  public Reliability {
    bins = List.copyOf(bins);
  }

  /// One bin.
  ///
  /// @param weight summed weight of its rows
  /// @param probability weighted mean of the predictions
  /// @param positive weighted share of positives
  public record Bin(double weight, double probability, double positive) {}

  /// Bins of equal width: bin k of n holds k/n ≤ p < (k+1)/n, and the last one also p = 1.
  ///
  /// @throws IllegalArgumentException if lengths differ, there are no rows, or a probability is
  ///     outside 0 … 1
  public static Reliability equalWidth(
      double[] probability, boolean[] positive, float[] weight, int bins) {
    check(probability, positive, weight, bins);
    Sums[] sums = new Sums[bins];
    for (int k = 0; k < bins; k++) {
      sums[k] = new Sums();
    }
    for (int i = 0; i < probability.length; i++) {
      int k = Math.min(bins - 1, (int) (probability[i] * bins));
      sums[k].add(probability[i], positive[i], weight[i]);
    }
    return of(List.of(sums));
  }

  /// Bins of equal mass: rows in the order of their probability; a bin is full when all rows so far
  /// hold its share of the weight. Rows of equal probability stay in one bin.
  ///
  /// @throws IllegalArgumentException as [#equalWidth]
  public static Reliability equalMass(
      double[] probability, boolean[] positive, float[] weight, int bins) {
    check(probability, positive, weight, bins);
    int[] order =
        IntStream.range(0, probability.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> probability[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double all = Weighted.sum(positive, weight, true) + Weighted.sum(positive, weight, false);
    List<Sums> sums = new ArrayList<>();
    sums.add(new Sums());
    double done = 0;
    for (int k = 0; k < order.length; k++) {
      int i = order[k];
      boolean tied = k > 0 && probability[i] == probability[order[k - 1]];
      if (!tied && done >= all * sums.size() / bins) {
        sums.add(new Sums());
      }
      sums.getLast().add(probability[i], positive[i], weight[i]);
      done += weight[i];
    }
    return of(sums);
  }

  /// Brier score: weighted mean of (p − label)².
  public static double brier(double[] probability, boolean[] positive, float[] weight) {
    check(probability, positive, weight, 1);
    double sum = 0;
    double all = 0;
    for (int i = 0; i < probability.length; i++) {
      double miss = probability[i] - (positive[i] ? 1 : 0);
      sum += weight[i] * miss * miss;
      all += weight[i];
    }
    return sum / all;
  }

  /// Log loss: weighted mean of −ln p over positives and −ln (1 − p) over the others, in nats;
  /// probabilities below 10⁻¹⁵ count as 10⁻¹⁵.
  public static double logLoss(double[] probability, boolean[] positive, float[] weight) {
    check(probability, positive, weight, 1);
    double sum = 0;
    double all = 0;
    for (int i = 0; i < probability.length; i++) {
      sum -=
          weight[i] * Math.log(Math.max(LEAST, positive[i] ? probability[i] : 1 - probability[i]));
      all += weight[i];
    }
    return sum / all;
  }

  private static Reliability of(List<Sums> sums) {
    double all = sums.stream().mapToDouble(s -> s.weight).sum();
    double error = 0;
    List<Bin> bins = new ArrayList<>();
    for (Sums s : sums) {
      if (s.weight > 0) {
        bins.add(new Bin(s.weight, s.probability / s.weight, s.positive / s.weight));
        error += Math.abs(s.probability - s.positive) / all;
      }
    }
    return new Reliability(bins, error);
  }

  private static void check(double[] probability, boolean[] positive, float[] weight, int bins) {
    Weighted.checkLengths(probability, positive, weight);
    if (probability.length == 0 || bins < 1) {
      throw new IllegalArgumentException("A reliability diagram needs rows and bins");
    }
    for (double p : probability) {
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException("A probability is " + p + "; it must be 0 to 1");
      }
    }
  }

  private static final class Sums {
    private double weight;
    private double probability;
    private double positive;

    void add(double p, boolean isPositive, double w) {
      weight += w;
      probability += w * p;
      positive += isPositive ? w : 0;
    }
  }
}
