package org.connectarium.analysis.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.connectarium.analysis.inference.FalseDiscovery;
import org.connectarium.analysis.inference.Interval;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.uncertainty.Uncertainty;

/// A statistic of two data sets: how large the difference is, and whether chance explains it.
///
/// The units of a sample are what was drawn independently: neurites or cells, not their synapses.
///
/// - p: values are dealt to the two samples anew; exact if both come from one distribution. Where
///   only the statistic is the same but the spread differs, it is not exact; see the interval.
/// - interval: values of each sample are drawn with replacement (percentiles)
/// - seeded; the number of threads changes nothing
///
/// B. Efron, R. Tibshirani, *An Introduction to the Bootstrap*, Chapman & Hall 1993; N. Cliff,
/// *Dominance statistics*, Psychological Bulletin 114, 1993,
/// [doi:10.1037/0033-2909.114.3.494](https://doi.org/10.1037/0033-2909.114.3.494); L. V. Hedges,
/// *Distribution theory for Glass's estimator of effect size*, J. Educational Statistics 6, 1981,
/// [doi:10.3102/10769986006002107](https://doi.org/10.3102/10769986006002107).
///
/// @param first statistic of the first sample
/// @param second of the second
/// @param difference second minus first
/// @param difference95 its interval
/// @param p two-sided
/// @param hedgesG difference of means in pooled standard deviations, corrected for small samples
/// @param cliffDelta chance that a value of the second is larger minus chance that it is smaller
/// @param cliffDelta95 its interval
public record Comparison(
    double first,
    double second,
    double difference,
    Interval difference95,
    double p,
    double hedgesG,
    double cliffDelta,
    Interval cliffDelta95) {
  private static final int PER_ITEM = 50;

  /// Number of draws.
  ///
  /// @param shuffles for p
  /// @param draws for intervals
  /// @param seed of both
  public record Options(int shuffles, int draws, long seed) {
    /// Refuses numbers below 1.
    public Options {
      if (shuffles < 1 || draws < 1) {
        throw new IllegalArgumentException(
            "shuffles and draws must be 1 or more but were " + shuffles + ", " + draws);
      }
    }

    /// 9,999 shuffles, 2,000 draws.
    public static Options defaults() {
      return new Options(9999, 2000, 0);
    }
  }

  /// A pair of data sets in a table of many.
  ///
  /// @param first name of the first
  /// @param second name of the second
  /// @param comparison of the two
  /// @param q false discovery rate over all pairs of the table, after Benjamini and Hochberg
  public record Pair(String first, String second, Comparison comparison, double q) {}

  /// Compares two samples.
  ///
  /// @throws IllegalArgumentException if a sample has fewer than 2 values, or one that is no
  ///     number
  public static Comparison of(
      double[] first, double[] second, Statistic statistic, Options options, Workers workers) {
    check("first", first);
    check("second", second);
    double a = statistic.of(first.clone());
    double b = statistic.of(second.clone());
    double[] ranked = first.clone();
    Arrays.sort(ranked);
    double[] differences = new double[options.draws()];
    double[] deltas = new double[options.draws()];
    List<double[][]> drawn =
        workers.map(items(options.draws()), item -> draws(item, first, second, statistic, options));
    for (int item = 0; item < drawn.size(); item++) {
      double[][] part = drawn.get(item);
      System.arraycopy(part[0], 0, differences, item * PER_ITEM, part[0].length);
      System.arraycopy(part[1], 0, deltas, item * PER_ITEM, part[1].length);
    }
    int reached =
        workers
            .map(
                items(options.shuffles()),
                item -> reached(item, first, second, statistic, options, Math.abs(b - a)))
            .stream()
            .mapToInt(Integer::intValue)
            .sum();
    return new Comparison(
        a,
        b,
        b - a,
        Interval.percentile(differences, 0.95),
        (1.0 + reached) / (1.0 + options.shuffles()),
        hedgesG(first, second),
        cliffDelta(ranked, second),
        Interval.percentile(deltas, 0.95));
  }

  /// Compares every pair of data sets.
  ///
  /// @param names of the data sets
  /// @param samples one per name
  public static List<Pair> sideBySide(
      List<String> names,
      List<double[]> samples,
      Statistic statistic,
      Options options,
      Workers workers) {
    if (names.size() != samples.size()) {
      throw new IllegalArgumentException(
          "one name per sample is needed but there were " + names + " for " + samples.size());
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        Comparison comparison = of(samples.get(i), samples.get(j), statistic, options, workers);
        pairs.add(new Pair(names.get(i), names.get(j), comparison, Double.NaN));
      }
    }
    double[] q =
        FalseDiscovery.benjaminiHochberg(
            pairs.stream().mapToDouble(pair -> pair.comparison().p()).toArray());
    return IntStream.range(0, pairs.size())
        .mapToObj(
            i ->
                new Pair(
                    pairs.get(i).first(), pairs.get(i).second(), pairs.get(i).comparison(), q[i]))
        .toList();
  }

  /// How far the difference is certain where the values of a sample follow from uncertain things:
  /// the interval, 95 %, over draws of these.
  ///
  /// @param first values of the first sample in a draw
  /// @param second of the second
  public static Interval uncertain95(
      Function<SplittableRandom, double[]> first,
      Function<SplittableRandom, double[]> second,
      Statistic statistic,
      Options options,
      Workers workers) {
    return Uncertainty.overDraws(
            options.draws(),
            options.seed(),
            workers,
            random ->
                new double[] {
                  -statistic.of(first.apply(random)) + statistic.of(second.apply(random))
                })
        .getFirst()
        .interval95();
  }

  private static void check(String which, double[] sample) {
    if (sample.length < 2 || Arrays.stream(sample).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException(
          "the "
              + which
              + " sample needs 2 numbers or more but "
              + (sample.length < 2 ? "has " + sample.length : "holds a value that is no number"));
    }
  }

  private static int items(int draws) {
    return (draws + PER_ITEM - 1) / PER_ITEM;
  }

  private static double[][] draws(
      int item, double[] first, double[] second, Statistic statistic, Options options) {
    int from = item * PER_ITEM;
    int count = Math.min(options.draws(), from + PER_ITEM) - from;
    double[][] result = new double[2][count];
    for (int i = 0; i < count; i++) {
      SplittableRandom random = Seeds.random(~options.seed(), from + i);
      double[] a = drawn(first, random);
      double[] b = drawn(second, random);
      result[0][i] = statistic.of(b) - statistic.of(a);
      Arrays.sort(a);
      result[1][i] = cliffDelta(a, b);
    }
    return result;
  }

  private static double[] drawn(double[] sample, SplittableRandom random) {
    double[] values = new double[sample.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = sample[random.nextInt(sample.length)];
    }
    return values;
  }

  private static int reached(
      int item,
      double[] first,
      double[] second,
      Statistic statistic,
      Options options,
      double difference) {
    int count = 0;
    double near = difference - 1e-12 * Math.abs(difference);
    for (int i = item * PER_ITEM; i < Math.min(options.shuffles(), (item + 1) * PER_ITEM); i++) {
      double[] all = Arrays.copyOf(first, first.length + second.length);
      System.arraycopy(second, 0, all, first.length, second.length);
      SplittableRandom random = Seeds.random(options.seed(), i);
      for (int k = 0; k < first.length; k++) {
        int j = k + random.nextInt(all.length - k);
        double swap = all[k];
        all[k] = all[j];
        all[j] = swap;
      }
      double a = statistic.of(Arrays.copyOf(all, first.length));
      double b = statistic.of(Arrays.copyOfRange(all, first.length, all.length));
      count += Math.abs(b - a) >= near ? 1 : 0;
    }
    return count;
  }

  private static double hedgesG(double[] first, double[] second) {
    double meanA = Statistic.MEAN.of(first);
    double meanB = Statistic.MEAN.of(second);
    double squares = 0;
    for (double v : first) {
      squares += (v - meanA) * (v - meanA);
    }
    for (double v : second) {
      squares += (v - meanB) * (v - meanB);
    }
    double freedom = first.length + second.length - 2.0;
    return (meanB - meanA) / Math.sqrt(squares / freedom) * (1 - 3 / (4 * freedom - 1));
  }

  /// By binary search in the sorted first sample.
  private static double cliffDelta(double[] sortedFirst, double[] second) {
    double sum = 0;
    for (double v : second) {
      sum += below(sortedFirst, v, false) + below(sortedFirst, v, true) - sortedFirst.length;
    }
    return sum / ((double) sortedFirst.length * second.length);
  }

  /// How many sorted values are smaller than v, or not larger.
  private static int below(double[] sorted, double v, boolean orSame) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < v || (orSame && sorted[middle] == v)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
