package org.connectarium.analysis.innervation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.connectarium.analysis.inference.Interval;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.synapses.TargetCounts;

/// How the shares of specific axons change if synapses that were detected wrongly are taken out:
/// in each run, each count loses a binomial number at the measured rate of false positives, and
/// the whole analysis is repeated.
///
/// @param runs number of repeats
/// @param targets one entry per class
/// @param any share of axons that are specific for at least one class
public record CorrectedRepeats(int runs, List<Spread> targets, Spread any) {

  /// Keeps a copy.
  public CorrectedRepeats {
    targets = List.copyOf(targets);
  }

  /// Share of specific axons over the runs.
  ///
  /// @param target class, or `any`
  /// @param uncorrected share without correction
  /// @param least smallest
  /// @param median middle
  /// @param most largest
  /// @param mean average
  public record Spread(
      String target, double uncorrected, double least, double median, double most, double mean) {}

  /// Counts of one kind of synapse, such as those on shafts, with how often each is wrong.
  ///
  /// @param counts rows and classes must be the same in all parts
  /// @param falseRates one per class, 0…1
  public record Part(TargetCounts counts, List<Double> falseRates) {
    /// Refuses rates that do not fit.
    public Part {
      falseRates = List.copyOf(falseRates);
      if (falseRates.size() != counts.classes().size()
          || falseRates.stream().anyMatch(r -> !(r >= 0 && r <= 1))) {
        throw new IllegalArgumentException(
            "one rate in 0…1 per class of "
                + counts.classes()
                + " is needed but there were "
                + falseRates);
      }
    }
  }

  static CorrectedRepeats of(
      List<Part> parts, int runs, SpecificityOptions options, Workers workers) {
    check(parts, runs);
    SpecificityOptions quick = options.withDraws(gateDraws(options), options.seed());
    Specificity plain = Specificity.of(sum(parts, -1), quick, workers);
    List<Specificity> repeats =
        workers.map(runs, run -> Specificity.of(sum(parts, run), quick, Workers.of(1)));
    List<Spread> spreads = new ArrayList<>();
    for (int c = 0; c < plain.targets().size(); c++) {
      int column = c;
      spreads.add(
          spread(
              plain.targets().get(c).target(),
              plain.targets().get(c).share(),
              repeats.stream().mapToDouble(s -> s.targets().get(column).share()).toArray()));
    }
    double[] any = repeats.stream().mapToDouble(Specificity::share).toArray();
    return new CorrectedRepeats(runs, spreads, spread("any", plain.share(), any));
  }

  private static int gateDraws(SpecificityOptions options) {
    return options.gate() == SpecificityOptions.Gate.SIMULATED ? options.draws() : 0;
  }

  private static void check(List<Part> parts, int runs) {
    if (parts.isEmpty() || runs < 1) {
      throw new IllegalArgumentException(
          "at least one part and one run are needed but were " + parts.size() + ", " + runs);
    }
    TargetCounts first = parts.getFirst().counts();
    for (Part part : parts) {
      if (part.counts().rows() != first.rows()
          || !part.counts().classes().equals(first.classes())) {
        throw new IllegalArgumentException("all parts need the same rows and classes");
      }
    }
  }

  /// The sum of parts; corrected with the run as seed unless the run is negative. Axons that lose
  /// all their synapses are left out.
  private static TargetCounts sum(List<Part> parts, int run) {
    TargetCounts first = parts.getFirst().counts();
    int classes = first.classes().size();
    int[][] rows = new int[first.rows()][classes];
    for (int row = 0; row < rows.length; row++) {
      SplittableRandom random = Seeds.random(run, row);
      for (Part part : parts) {
        for (int c = 0; c < classes; c++) {
          int count = part.counts().count(row, c);
          rows[row][c] +=
              run < 0 ? count : count - Seeds.binomial(random, count, part.falseRates().get(c));
        }
      }
    }
    return TargetCounts.of(
        first.classes(),
        Arrays.stream(rows).filter(r -> Arrays.stream(r).sum() > 0).toArray(int[][]::new));
  }

  private static Spread spread(String target, double uncorrected, double[] shares) {
    Arrays.sort(shares);
    return new Spread(
        target,
        uncorrected,
        shares[0],
        Interval.quantile(shares, 0.5),
        shares[shares.length - 1],
        Arrays.stream(shares).average().orElseThrow());
  }
}
