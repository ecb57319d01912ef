package org.connectarium.analysis.innervation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.connectarium.analysis.inference.Interval;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.synapses.TargetCounts;
import org.connectarium.analysis.synapses.UncertainCounts;
import org.connectarium.analysis.uncertainty.Uncertainty;
import org.connectarium.analysis.uncertainty.Uncertainty.Spread;

/// Fractions of synapses onto each class over the axons of a population.
///
/// @param axons number of axons
/// @param synapses all of theirs
/// @param targets one entry per class
public record ClassFractions(int axons, long synapses, List<ClassFraction> targets) {

  /// Keeps a copy.
  public ClassFractions {
    targets = List.copyOf(targets);
  }

  /// Of one class.
  ///
  /// @param target name of the class
  /// @param hits synapses onto it
  /// @param mean of the fractions of axons
  /// @param mean95 its interval: axons drawn with replacement, synapses by their probability; NaN
  ///     without draws
  /// @param uncertain95 the same with synapses alone drawn; NaN if all are certain
  /// @param median of the fractions of axons
  public record ClassFraction(
      String target,
      long hits,
      double mean,
      Interval mean95,
      Interval uncertain95,
      double median) {}

  static ClassFractions of(UncertainCounts uncertain, int draws, long seed, Workers workers) {
    TargetCounts counts = uncertain.counts();
    if (counts.rows() == 0) {
      throw new IllegalArgumentException("no axon has enough synapses");
    }
    int classes = counts.classes().size();
    double[] means = means(counts);
    List<Spread> spreads =
        Uncertainty.overDraws(draws, seed, workers, random -> drawn(uncertain, random));
    return new ClassFractions(
        counts.rows(),
        counts.synapses(),
        IntStream.range(0, classes)
            .mapToObj(
                c ->
                    new ClassFraction(
                        counts.classes().get(c),
                        Arrays.stream(counts.column(c)).asLongStream().sum(),
                        means[c],
                        interval(spreads, c),
                        uncertain.isCertain()
                            ? new Interval(Double.NaN, Double.NaN)
                            : interval(spreads, classes + c),
                        median(counts, c)))
            .toList());
  }

  private static Interval interval(List<Spread> spreads, int at) {
    return spreads.isEmpty() ? new Interval(Double.NaN, Double.NaN) : spreads.get(at).interval95();
  }

  /// Means of drawn axons, and behind them those of all axons.
  private static double[] drawn(UncertainCounts uncertain, SplittableRandom random) {
    TargetCounts real = uncertain.drawn(random);
    double[] ofDrawn = means(real.resampled(random));
    double[] ofAll = means(real);
    double[] both = Arrays.copyOf(ofDrawn, 2 * ofDrawn.length);
    System.arraycopy(ofAll, 0, both, ofDrawn.length, ofAll.length);
    return both;
  }

  /// Over axons that have a synapse.
  private static double[] means(TargetCounts counts) {
    double[] means = new double[counts.classes().size()];
    int axons = 0;
    for (int row = 0; row < counts.rows(); row++) {
      int of = counts.synapses(row);
      axons += of > 0 ? 1 : 0;
      for (int c = 0; c < means.length; c++) {
        means[c] += of == 0 ? 0 : (double) counts.count(row, c) / of;
      }
    }
    for (int c = 0; c < means.length; c++) {
      means[c] /= axons;
    }
    return means;
  }

  private static double median(TargetCounts counts, int column) {
    double[] fractions = new double[counts.rows()];
    Arrays.setAll(fractions, row -> (double) counts.count(row, column) / counts.synapses(row));
    Arrays.sort(fractions);
    return Interval.quantile(fractions, 0.5);
  }
}
