package org.connectarium.analysis.size;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.synapses.SynapseTable;
import org.connectarium.analysis.uncertainty.Uncertainty;

/// A number of [PairSimilarity] over draws in which synapses are real with their probabilities.
///
/// Assumes that detections are right or wrong independently of each other.
///
/// @param quantity which number
/// @param spread over the draws; those with fewer than two pairs have only the number of pairs
public record UncertainPairs(Quantity quantity, Uncertainty.Spread spread) {
  private static final int SHUFFLES = 50;

  /// What is followed.
  public enum Quantity {
    /// Number of pairs.
    PAIRS,
    /// Mean coefficient of variation.
    MEAN_CV,
    /// Mean of log10 (larger / smaller).
    MEAN_LOG10_RATIO,
    /// Share of pairs that are more alike than chance allows, by 50 shuffles.
    LEARNED_FRACTION
  }

  static List<UncertainPairs> of(
      SynapseTable table,
      SizePairs.Kind kind,
      IntPredicate counted,
      int draws,
      long seed,
      Workers workers) {
    List<Uncertainty.Spread> spreads =
        Uncertainty.overDraws(
            draws,
            seed,
            workers,
            random -> numbers(SizePairs.of(table, kind, real(table, counted, random)), seed));
    List<Quantity> quantities = Arrays.asList(Quantity.values());
    return IntStream.range(0, spreads.size())
        .mapToObj(i -> new UncertainPairs(quantities.get(i), spreads.get(i)))
        .toList();
  }

  private static IntPredicate real(
      SynapseTable table, IntPredicate counted, SplittableRandom random) {
    boolean[] real = new boolean[table.size()];
    for (int i = 0; i < real.length; i++) {
      float p = table.probability(i);
      real[i] = counted.test(i) && (p == 1 || random.nextDouble() < p);
    }
    return i -> real[i];
  }

  private static double[] numbers(SizePairs pairs, long seed) {
    if (pairs.size() < 2) {
      return new double[] {pairs.size(), Double.NaN, Double.NaN, Double.NaN};
    }
    return new double[] {
      pairs.size(),
      PairSimilarity.mean(pairs.cvs()),
      PairSimilarity.meanLog10Ratio(pairs.sizes()),
      PairSimilarity.learnedFraction(pairs, SHUFFLES, seed)
    };
  }
}
