package org.connectarium.analysis.innervation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.connectarium.analysis.inference.Interval;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.synapses.TargetCounts;
import org.connectarium.analysis.synapses.UncertainCounts;
import org.connectarium.analysis.uncertainty.Uncertainty;
import org.connectarium.analysis.uncertainty.Uncertainty.Spread;

/// Shares of specific axons of two populations side by side. Axons are looked for in the classes
/// that pass the gate in one of them.
///
/// - p: axons are dealt to the two populations anew, and rate, threshold and specific axons follow
///   anew: exact if both are one population
/// - interval: axons of each are drawn with replacement, synapses by their probabilities
///
/// @param targets one entry per class
/// @param any of axons that are specific for at least one class
public record SpecificityDifference(List<Shares> targets, Shares any) {

  /// Keeps a copy.
  public SpecificityDifference {
    targets = List.copyOf(targets);
  }

  /// Of one class.
  ///
  /// @param target its name, or `any`
  /// @param qualifies whether axons were looked for; else all else is 0, p 1 and intervals NaN
  /// @param first share of the first population
  /// @param second share of the second
  /// @param difference95 interval of second minus first
  /// @param uncertain95 the same, synapses alone drawn; NaN if all are certain
  /// @param p two-sided
  /// @param cohensH effect size, 2 asin √ second − 2 asin √ first
  public record Shares(
      String target,
      boolean qualifies,
      double first,
      double second,
      Interval difference95,
      Interval uncertain95,
      double p,
      double cohensH) {}

  static SpecificityDifference of(
      UncertainCounts first,
      UncertainCounts second,
      SpecificityOptions options,
      int shuffles,
      int draws,
      Workers workers) {
    BitSet passed = Specificity.of(first.counts(), options, workers).passed();
    passed.or(Specificity.of(second.counts(), options, workers).passed());
    double[] a = shares(first.counts(), options, passed);
    double[] b = shares(second.counts(), options, passed);
    TargetCounts both = first.counts().and(second.counts());
    int axons = first.counts().rows();
    List<double[]> dealt =
        passed.isEmpty()
            ? List.of()
            : workers.map(
                shuffles,
                i -> dealt(both, axons, options, passed, Seeds.random(options.seed(), i)));
    List<Spread> spreads =
        Uncertainty.overDraws(
            passed.isEmpty() ? 0 : draws,
            ~options.seed(),
            workers,
            random -> drawn(first, second, options, passed, random));
    boolean certain = first.isCertain() && second.isCertain();
    List<Shares> targets = new ArrayList<>();
    for (int c = 0; c < a.length; c++) {
      boolean any = c == a.length - 1;
      boolean looked = any ? !passed.isEmpty() : passed.get(c);
      int column = c;
      double difference = b[c] - a[c];
      long reached =
          dealt.stream().filter(d -> Math.abs(d[column]) >= Math.abs(difference) - 1e-12).count();
      targets.add(
          new Shares(
              any ? "any" : first.classes().get(c),
              looked,
              a[c],
              b[c],
              looked && draws > 0 ? spreads.get(c).interval95() : none(),
              looked && draws > 0 && !certain ? spreads.get(a.length + c).interval95() : none(),
              looked ? (1.0 + reached) / (1 + shuffles) : 1,
              2 * Math.asin(Math.sqrt(b[c])) - 2 * Math.asin(Math.sqrt(a[c]))));
    }
    return new SpecificityDifference(targets.subList(0, targets.size() - 1), targets.getLast());
  }

  /// Share of each class and, at the end, of any.
  private static double[] shares(TargetCounts counts, SpecificityOptions options, BitSet passed) {
    Specificity found = Specificity.of(counts, options, passed);
    return IntStream.rangeClosed(0, found.targets().size())
        .mapToDouble(
            c -> c < found.targets().size() ? found.targets().get(c).share() : found.share())
        .toArray();
  }

  private static double[] difference(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> b[i] - a[i]).toArray();
  }

  private static double[] dealt(
      TargetCounts both,
      int axons,
      SpecificityOptions options,
      BitSet passed,
      SplittableRandom random) {
    int[] rows = IntStream.range(0, both.rows()).toArray();
    Seeds.shuffle(random, rows);
    return difference(
        shares(both.take(Arrays.copyOf(rows, axons)), options, passed),
        shares(both.take(Arrays.copyOfRange(rows, axons, rows.length)), options, passed));
  }

  /// Differences over axons and synapses, and behind them those over synapses alone.
  private static double[] drawn(
      UncertainCounts first,
      UncertainCounts second,
      SpecificityOptions options,
      BitSet passed,
      SplittableRandom random) {
    TargetCounts a = first.drawn(random);
    TargetCounts b = second.drawn(random);
    double[] axons =
        difference(
            shares(a.resampled(random), options, passed),
            shares(b.resampled(random), options, passed));
    double[] all = Arrays.copyOf(axons, 2 * axons.length);
    if (!first.isCertain() || !second.isCertain()) {
      double[] synapses = difference(shares(a, options, passed), shares(b, options, passed));
      System.arraycopy(synapses, 0, all, axons.length, axons.length);
    }
    return all;
  }

  private static Interval none() {
    return new Interval(Double.NaN, Double.NaN);
  }
}
