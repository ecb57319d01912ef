package org.connectarium.analysis.innervation;

import java.util.List;
import java.util.stream.IntStream;
import org.connectarium.analysis.inference.Interval;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.synapses.TargetCounts;
import org.connectarium.analysis.synapses.UncertainCounts;
import org.connectarium.analysis.uncertainty.Uncertainty;
import org.connectarium.analysis.uncertainty.Uncertainty.Spread;

/// Rates of hits by chance for each class, by all models.
///
/// @param targets one entry per class
/// @param variationP of so much variation between axons by a multinomial; see
///     [DirichletMultinomial#variationP]
public record ClassRates(List<ClassRate> targets, double variationP) {

  /// Keeps a copy.
  public ClassRates {
    targets = List.copyOf(targets);
  }

  /// Of one class.
  ///
  /// @param target name of the class
  /// @param firstHit rate from whether axons hit at all
  /// @param pooled rate from all synapses
  /// @param uncertain95 interval of the first-hit rate over uncertain synapses; NaN if all are
  ///     certain, or without draws
  /// @param fits the models with their best parameters, the best model first
  /// @param dirichletWeight of the class in a [DirichletMultinomial] of all classes
  public record ClassRate(
      String target,
      FirstHitRate firstHit,
      FirstHitRate pooled,
      Interval uncertain95,
      List<CountModelFit> fits,
      double dirichletWeight) {

    /// Keeps a copy.
    public ClassRate {
      fits = List.copyOf(fits);
    }

    /// The model with the smallest BIC.
    public CountModel best() {
      return fits.getFirst().model();
    }

    /// BIC of a model.
    public double bic(Class<? extends CountModel> model) {
      return fits.stream()
          .filter(fit -> model.isInstance(fit.model()))
          .mapToDouble(CountModelFit::bic)
          .findFirst()
          .orElse(Double.NaN);
    }

    /// How alike two synapses of an axon are by the beta-binomial.
    public double correlation() {
      return fits.stream()
          .map(CountModelFit::model)
          .filter(CountModel.BetaBinomial.class::isInstance)
          .mapToDouble(model -> ((CountModel.BetaBinomial) model).correlation())
          .findFirst()
          .orElse(0);
    }
  }

  static ClassRates of(UncertainCounts uncertain, int draws, long seed, Workers workers) {
    TargetCounts counts = uncertain.counts();
    int[] n = counts.totals();
    DirichletMultinomial joint = DirichletMultinomial.of(counts);
    List<Spread> spreads =
        Uncertainty.overDraws(
            uncertain.isCertain() ? 0 : draws,
            seed,
            workers,
            random -> firstHits(uncertain.drawn(random)));
    return new ClassRates(
        IntStream.range(0, counts.classes().size())
            .mapToObj(
                c ->
                    new ClassRate(
                        counts.classes().get(c),
                        FirstHitRate.of(n, counts.column(c)),
                        RateEstimate.POOLED.of(n, counts.column(c)),
                        spreads.isEmpty()
                            ? new Interval(Double.NaN, Double.NaN)
                            : spreads.get(c).interval95(),
                        CountModelFit.ranked(counts, c),
                        joint.weights().get(c)))
            .toList(),
        joint.variationP());
  }

  private static double[] firstHits(TargetCounts drawn) {
    TargetCounts real = drawn.select(row -> drawn.synapses(row) > 0);
    int[] n = real.totals();
    return IntStream.range(0, real.classes().size())
        .mapToDouble(c -> FirstHitRate.of(n, real.column(c)).rate())
        .toArray();
  }
}
