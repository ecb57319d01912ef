package org.connectarium.analysis.size;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.connectarium.analysis.inference.Interval;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.analysis.inference.Workers;

/// Log-normal mixtures of one to several components, and the one that BIC chooses.
///
/// @param ranked the best mixture of each number of components, the smallest BIC first
/// @param intervals for each component of the first of `ranked`, 95 %, by draws with replacement
/// @param chosenAgain share of draws in which the same number of components has the smallest BIC
public record MixtureFit(
    List<LogNormalMixture> ranked, List<Intervals> intervals, double chosenAgain) {

  /// Keeps copies.
  public MixtureFit {
    ranked = List.copyOf(ranked);
    intervals = List.copyOf(intervals);
  }

  /// Of one component.
  ///
  /// @param weight share of sizes
  /// @param mean of log10 of the size
  /// @param deviation of log10 of the size
  public record Intervals(Interval weight, Interval mean, Interval deviation) {}

  /// How to fit.
  ///
  /// @param mostComponents 1…this are tried
  /// @param starts per number of components: the first from quantiles, others at random
  /// @param draws for intervals; 0 to do without
  /// @param seed of starts and draws
  public record Options(int mostComponents, int starts, int draws, long seed) {
    /// Refuses numbers below 1, or 0 for draws.
    public Options {
      if (mostComponents < 1 || starts < 1 || draws < 0) {
        throw new IllegalArgumentException(
            "mostComponents and starts must be 1 or more, draws 0 or more, but were "
                + mostComponents
                + ", "
                + starts
                + ", "
                + draws);
      }
    }

    /// Up to 4 components, 10 starts, 200 draws.
    public static Options defaults() {
      return new Options(4, 10, 200, 0);
    }
  }

  /// The mixture that BIC chooses.
  public LogNormalMixture best() {
    return ranked.getFirst();
  }

  static MixtureFit of(double[] log10, Options options, Workers workers) {
    int most = Math.min(options.mostComponents(), Math.max(1, log10.length / 3));
    BinnedLogs logs = BinnedLogs.of(log10);
    if (!(logs.deviation() > 0)) {
      throw new IllegalArgumentException("sizes must differ to fit a mixture but do not");
    }
    List<LogNormalMixture> found =
        workers.map(
            most * options.starts(),
            item -> {
              int components = 1 + item / options.starts();
              int start = item % options.starts();
              return Expectation.start(logs, components, start, Seeds.random(options.seed(), item));
            });
    List<LogNormalMixture> ranked = new ArrayList<>();
    for (int k = 0; k < most; k++) {
      ranked.add(
          found.subList(k * options.starts(), (k + 1) * options.starts()).stream()
              .max(Comparator.comparingDouble(LogNormalMixture::logLikelihood))
              .orElseThrow());
    }
    ranked.sort(Comparator.comparingDouble(LogNormalMixture::bic));
    List<List<LogNormalMixture>> drawn =
        workers.map(
            options.draws(),
            draw -> {
              BinnedLogs other = drawn(logs, Seeds.random(~options.seed(), draw));
              return ranked.stream().map(m -> Expectation.from(other, m)).toList();
            });
    return new MixtureFit(ranked, intervals(drawn, ranked.getFirst()), again(drawn));
  }

  /// Draws as many numbers with replacement.
  private static BinnedLogs drawn(BinnedLogs logs, SplittableRandom random) {
    double[] counts = new double[logs.bins()];
    int left = logs.size;
    double rest = logs.size;
    for (int i = 0; i < counts.length && left > 0; i++) {
      double share = Math.min(1, logs.count[i] / rest);
      int here = Seeds.binomial(random, left, share);
      counts[i] = here;
      left -= here;
      rest -= logs.count[i];
    }
    return logs.recounted(counts);
  }

  private static List<Intervals> intervals(
      List<List<LogNormalMixture>> drawn, LogNormalMixture best) {
    return IntStream.range(0, best.components().size())
        .mapToObj(
            c ->
                new Intervals(
                    interval(drawn, c, LogNormalMixture.Component::weight),
                    interval(drawn, c, LogNormalMixture.Component::mean),
                    interval(drawn, c, LogNormalMixture.Component::deviation)))
        .toList();
  }

  private static Interval interval(
      List<List<LogNormalMixture>> drawn,
      int component,
      ToDoubleFunction<LogNormalMixture.Component> value) {
    return Interval.percentile(
        drawn.stream()
            .mapToDouble(m -> value.applyAsDouble(m.getFirst().components().get(component)))
            .toArray(),
        0.95);
  }

  private static double again(List<List<LogNormalMixture>> drawn) {
    return drawn.stream()
        .mapToInt(m -> m.stream().allMatch(o -> o.bic() >= m.getFirst().bic()) ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  /// log10 of sizes.
  ///
  /// @throws IllegalArgumentException if one is not above 0
  static double[] logs(double[] sizes) {
    double[] logs = Arrays.stream(sizes).map(Math::log10).toArray();
    for (int i = 0; i < logs.length; i++) {
      if (!Double.isFinite(logs[i])) {
        throw new IllegalArgumentException(
            "sizes must be above 0 but number " + i + " was " + sizes[i]);
      }
    }
    return logs;
  }
}
