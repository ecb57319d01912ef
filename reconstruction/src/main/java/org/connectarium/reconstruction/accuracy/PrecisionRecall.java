package org.connectarium.reconstruction.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The curve of precision and recall over all thresholds.
///
/// Rows of equal score are one point, so their order does not matter. Average precision is the
/// step-wise sum Σ (Rₖ − Rₖ₋₁) · Pₖ from the highest threshold down, without interpolation, as in
/// scikit-learn.
///
/// @param points from the highest threshold, each a score that occurs, to the lowest
/// @param prevalence weighted share of positives: the average precision of scores that say nothing
public record PrecisionRecall(List<OperatingPoint> points, double prevalence) {
  public PrecisionRecall {
    points = List.copyOf(points);
  }

  /// The curve of scores.
  ///
  /// @param scores not NaN; −∞ is a row that no threshold reaches
  /// @param positive label of each
  /// @param weight of each, above 0
  /// @throws IllegalArgumentException if lengths differ, a score is NaN, or nothing is positive
  public static PrecisionRecall of(double[] scores, boolean[] positive, float[] weight) {
    double all = 0;
    double allPositive = 0;
    if (scores.length != positive.length || scores.length != weight.length) {
      throw new IllegalArgumentException(
          scores.length
              + " scores, "
              + positive.length
              + " labels and "
              + weight.length
              + " weights; give as many of each");
    }
    for (int i = 0; i < scores.length; i++) {
      if (Double.isNaN(scores[i])) {
        throw new IllegalArgumentException("Score " + i + " is NaN");
      }
      all += weight[i];
      allPositive += positive[i] ? weight[i] : 0;
    }
    if (!(allPositive > 0)) {
      throw new IllegalArgumentException("Precision and recall need at least one positive row");
    }
    return new PrecisionRecall(points(scores, positive, weight, allPositive), allPositive / all);
  }

  private static List<OperatingPoint> points(
      double[] scores, boolean[] positive, float[] weight, double allPositive) {
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -scores[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    List<OperatingPoint> points = new ArrayList<>();
    double called = 0;
    double right = 0;
    for (int k = 0; k < order.length; k++) {
      int i = order[k];
      if (scores[i] == Double.NEGATIVE_INFINITY) {
        break;
      }
      called += weight[i];
      right += positive[i] ? weight[i] : 0;
      if (k + 1 == order.length || scores[order[k + 1]] < scores[i]) {
        points.add(new OperatingPoint(scores[i], right / called, right / allPositive));
      }
    }
    return points;
  }

  /// Average precision, 0 … 1.
  public double averagePrecision() {
    double sum = 0;
    double before = 0;
    for (OperatingPoint p : points) {
      sum += (p.recall() - before) * p.precision();
      before = p.recall();
    }
    return sum;
  }

  /// The point of largest F1, of several the one with the highest threshold; nothing where no
  /// threshold reaches a row.
  public Optional<OperatingPoint> bestF1() {
    return points.stream().reduce((best, point) -> point.f1() > best.f1() ? point : best);
  }

  /// The point of largest recall whose precision is at least this; of several the one with the
  /// highest threshold.
  public Optional<OperatingPoint> withPrecision(double least) {
    return points.stream()
        .filter(p -> p.precision() >= least)
        .reduce((best, point) -> point.recall() > best.recall() ? point : best);
  }

  /// What a threshold brings; nothing where no row reaches it.
  public Optional<OperatingPoint> at(double threshold) {
    return points.stream()
        .filter(p -> p.threshold() >= threshold)
        .reduce((_, last) -> last)
        .map(p -> new OperatingPoint(threshold, p.precision(), p.recall()));
  }

  /// The curve with fewer points, to draw: the first and the last, and between them those that
  /// first reach evenly spaced lengths along recall and precision together.
  ///
  /// @param most points that stay, two or more; a curve of no more stays as it is
  public PrecisionRecall thinned(int most) {
    if (most < 2) {
      throw new IllegalArgumentException("A curve has two points at least, not " + most);
    }
    if (points.size() <= most) {
      return this;
    }
    double[] length = new double[points.size()];
    for (int i = 1; i < length.length; i++) {
      OperatingPoint a = points.get(i - 1);
      OperatingPoint b = points.get(i);
      length[i] =
          length[i - 1] + Math.hypot(b.recall() - a.recall(), b.precision() - a.precision());
    }
    double step = length[length.length - 1] / (most - 1);
    List<OperatingPoint> kept = new ArrayList<>();
    for (int i = 0; i < length.length - 1; i++) {
      if (kept.size() < most - 1 && length[i] >= kept.size() * step) {
        kept.add(points.get(i));
      }
    }
    kept.add(points.getLast());
    return new PrecisionRecall(kept, prevalence);
  }
}
