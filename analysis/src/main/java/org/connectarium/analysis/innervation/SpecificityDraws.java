package org.connectarium.analysis.innervation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.connectarium.analysis.inference.Interval;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.synapses.TargetCounts;
import org.connectarium.analysis.synapses.UncertainCounts;

/// How far the shares of specific axons are certain. In each draw synapses are real with their
/// probabilities, and axons are drawn with replacement; rate, threshold and specific axons follow
/// anew. The classes in which axons are looked for stay those of the whole population.
///
/// @param draws number of draws
/// @param targets one entry per class
/// @param any of axons that are specific for at least one class
/// @param stability of each row the share of draws of synapses in which it is specific, class by
///     class; empty if all synapses are certain
public record SpecificityDraws(
    int draws, List<Spread> targets, Spread any, List<List<Double>> stability) {

  /// Keeps copies.
  public SpecificityDraws {
    targets = List.copyOf(targets);
    stability = List.copyOf(stability);
  }

  /// Percentile intervals, 95 %, of a class; NaN to NaN where no axons are looked for.
  ///
  /// @param share95 of the share of specific axons, over axons and synapses
  /// @param excess95 of [TargetSpecificity#excessShare], over axons and synapses; of any: NaN
  /// @param uncertain95 of the share, over synapses alone
  public record Spread(Interval share95, Interval excess95, Interval uncertain95) {}

  static SpecificityDraws of(
      UncertainCounts counts,
      Specificity found,
      SpecificityOptions options,
      int draws,
      long seed,
      Workers workers) {
    int classes = found.targets().size();
    List<Draw> drawn =
        workers.map(draws, draw -> draw(counts, found, options, Seeds.random(seed, draw)));
    List<Spread> targets = new ArrayList<>();
    List<List<Double>> stability = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      targets.add(found.targets().get(c).qualifies() ? spread(drawn, c, counts) : nothing());
      if (!counts.isCertain() && draws > 0) {
        stability.add(stability(drawn, c, found.counts().rows()));
      }
    }
    boolean looked = found.targets().stream().anyMatch(TargetSpecificity::qualifies);
    return new SpecificityDraws(
        draws, targets, looked ? spread(drawn, classes, counts) : nothing(), stability);
  }

  /// What one draw gives: per class, and at the end for any.
  private record Draw(
      List<Double> share, List<Double> excess, List<Double> uncertain, List<BitSet> specific) {}

  private static Draw draw(
      UncertainCounts counts,
      Specificity found,
      SpecificityOptions options,
      SplittableRandom random) {
    TargetCounts real = counts.drawn(random);
    List<Double> uncertain = List.of();
    List<BitSet> specific = List.of();
    if (!counts.isCertain()) {
      Specificity again = found.repeated(real, options);
      uncertain = shares(again);
      specific = onAllRows(again, real);
    }
    Specificity again = found.repeated(real.resampled(random), options);
    return new Draw(
        shares(again),
        again.targets().stream().map(TargetSpecificity::excessShare).toList(),
        uncertain,
        specific);
  }

  private static List<Double> shares(Specificity specificity) {
    List<Double> shares = new ArrayList<>();
    specificity.targets().forEach(target -> shares.add(target.share()));
    shares.add(specificity.share());
    return shares;
  }

  /// The specific rows, numbered as before those without synapses were left out.
  private static List<BitSet> onAllRows(Specificity again, TargetCounts real) {
    List<BitSet> specific = new ArrayList<>();
    for (int c = 0; c < again.targets().size(); c++) {
      BitSet rows = new BitSet();
      int kept = 0;
      for (int row = 0; row < real.rows(); row++) {
        if (real.synapses(row) > 0) {
          rows.set(row, again.isSpecific(kept++, c));
        }
      }
      specific.add(rows);
    }
    return specific;
  }

  private static Spread spread(List<Draw> drawn, int column, UncertainCounts counts) {
    Interval none = new Interval(Double.NaN, Double.NaN);
    return new Spread(
        interval(drawn.stream().map(d -> d.share().get(column)).toList()),
        column < counts.classes().size()
            ? interval(drawn.stream().map(d -> d.excess().get(column)).toList())
            : none,
        counts.isCertain()
            ? none
            : interval(drawn.stream().map(d -> d.uncertain().get(column)).toList()));
  }

  private static Spread nothing() {
    Interval none = new Interval(Double.NaN, Double.NaN);
    return new Spread(none, none, none);
  }

  private static Interval interval(List<Double> values) {
    return Interval.percentile(values.stream().mapToDouble(v -> v).toArray(), 0.95);
  }

  private static List<Double> stability(List<Draw> drawn, int column, int rows) {
    double[] times = new double[rows];
    for (Draw draw : drawn) {
      draw.specific().get(column).stream().forEach(row -> times[row]++);
    }
    return Arrays.stream(times).map(t -> t / drawn.size()).boxed().toList();
  }
}
