package org.connectarium.reconstruction.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The rising steps that lie nearest to the labels (weighted least squares), by pooling adjacent
/// violators; straight lines between the steps, constant beyond the ends.
///
/// Rows of equal score are one. Probabilities stay 1 / (N + 2) away from 0 and 1, where N is the
/// summed weight, so that no log loss is infinite.
///
/// Method: M. Ayer et al., *An empirical distribution function for sampling with incomplete
/// information*, Annals of Mathematical Statistics 26, 1955,
/// [doi:10.1214/aoms/1177728423](https://doi.org/10.1214/aoms/1177728423).
///
/// @param scores first and last score of each step, ascending
/// @param probabilities at these scores, never falling, 0 … 1
public record Isotonic(List<Double> scores, List<Double> probabilities) implements Calibration {
  public Isotonic {
    scores = List.copyOf(scores);
    probabilities = List.copyOf(probabilities);
    if (scores.isEmpty() || scores.size() != probabilities.size()) {
      throw new IllegalArgumentException(
          "Steps need as many scores as probabilities, but have "
              + scores.size()
              + " and "
              + probabilities.size());
    }
    for (int i = 0; i < scores.size(); i++) {
      double p = probabilities.get(i);
      boolean rises =
          i == 0 || (scores.get(i) > scores.get(i - 1) && p >= probabilities.get(i - 1));
      if (!Double.isFinite(scores.get(i)) || !(p >= 0 && p <= 1) || !rises) {
        throw new IllegalArgumentException(
            "Step " + i + " is wrong: score " + scores.get(i) + ", probability " + p);
      }
    }
  }

  @Override
  public double probability(double score) {
    int low = 0;
    int high = scores.size(); // all before low are <= score, all from high are above
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (scores.get(middle) <= score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0) {
      return probabilities.getFirst();
    }
    if (low == scores.size()) {
      return probabilities.getLast();
    }
    double share = (score - scores.get(low - 1)) / (scores.get(low) - scores.get(low - 1));
    double below = probabilities.get(low - 1);
    return below + share * (probabilities.get(low) - below);
  }

  /// Fits steps.
  ///
  /// @throws IllegalArgumentException if lengths differ, a score is not finite, or a class is empty
  public static Isotonic fit(double[] scores, boolean[] positive, float[] weight) {
    Weighted.checkClasses(scores, positive, weight);
    List<Step> steps = new ArrayList<>();
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> scores[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int k = 0; k < order.length; ) {
      Step step = row(scores, positive, weight, order[k++]);
      while (k < order.length && scores[order[k]] == step.last) {
        step = step.with(row(scores, positive, weight, order[k++]));
      }
      while (!steps.isEmpty() && steps.getLast().mean() >= step.mean()) {
        step = steps.removeLast().with(step);
      }
      steps.add(step);
    }
    double all = steps.stream().mapToDouble(Step::weight).sum();
    return of(steps, 1 / (all + 2));
  }

  private static Step row(double[] scores, boolean[] positive, float[] weight, int i) {
    return new Step(scores[i], scores[i], positive[i] ? weight[i] : 0, weight[i]);
  }

  private static Isotonic of(List<Step> steps, double least) {
    List<Double> at = new ArrayList<>();
    List<Double> p = new ArrayList<>();
    for (Step step : steps) {
      double mean = Math.clamp(step.mean(), least, 1 - least);
      at.add(step.first);
      p.add(mean);
      if (step.last > step.first) {
        at.add(step.last);
        p.add(mean);
      }
    }
    return new Isotonic(at, p);
  }

  private record Step(double first, double last, double positive, double weight) {
    double mean() {
      return positive / weight;
    }

    Step with(Step next) {
      return new Step(first, next.last, positive + next.positive, weight + next.weight);
    }
  }
}
