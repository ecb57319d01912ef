package org.connectarium.analysis.size.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.connectarium.analysis.size.LogNormalMixture;
import org.connectarium.analysis.size.MixtureFit;
import org.connectarium.analysis.size.SynapseSize;
import org.connectarium.analysis.synapses.graph.RowValues;
import org.connectarium.analysis.synapses.graph.SynapseUsageProcedures;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedure `connectome.size.mixtures`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class MixtureProcedures {
  private static final String MOST = "mostComponents";
  private static final String STARTS = "starts";
  private static final String MIN_SYNAPSES = "minSynapses";
  private static final int DRAWS = 100;
  private static final int ENOUGH = 30;

  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// A row of `mixtures`.
  public record MixtureRow(
      @Description(DistributionProcedures.AXON_CLASS) @Nullable String axonClass,
      @Description(DistributionProcedures.TARGET_CLASS) @Nullable String targetClass,
      @Description(DistributionProcedures.KIND) @Nullable String kind,
      @Description("Synapses of known size.") long synapses,
      @Description("Components that BIC chooses; 0: too few synapses to fit.") long components,
      @Description("BIC with 1, 2, … components; smaller is better.") List<Double> bic,
      @Description("Share of draws in which BIC chooses as many.") @Nullable Double chosenAgain,
      @Description("Number of the component, from that of small synapses on.") long component,
      @Description("Share of synapses.") @Nullable Double weight,
      @Description("Lower end of its interval, 95 %.") @Nullable Double weightLow,
      @Description("Upper end.") @Nullable Double weightHigh,
      @Description("Mean of log10 of the size.") @Nullable Double meanLog10,
      @Description("Lower end of its interval, 95 %.") @Nullable Double meanLow,
      @Description("Upper end.") @Nullable Double meanHigh,
      @Description("Standard deviation of log10 of the size.") @Nullable Double sdLog10,
      @Description("Lower end of its interval, 95 %.") @Nullable Double sdLow,
      @Description("Upper end.") @Nullable Double sdHigh,
      @Description("Seed of starts and draws.") long seed,
      @Description(SynapseUsageProcedures.USAGE) Map<String, Object> usage) {}

  @Procedure(name = "connectome.size.mixtures", mode = Mode.READ)
  @Description("Log-normal mixtures of the sizes of synapses, a row per population and component.")
  public Stream<MixtureRow> mixtures(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  "mostComponents (4), starts (10), draws (100; for intervals, 0: none), minSynapses"
                      + " (30; smaller populations are not fitted), seed (0), threads (2), "
                      + Population.BY_DESCRIPTION
                      + ", "
                      + SizeOptions.SHARED
                      + ".")
          Map<String, Object> options) {
    SizeOptions o =
        new SizeOptions(
            options,
            MOST,
            STARTS,
            SizeOptions.DRAWS,
            MIN_SYNAPSES,
            SizeOptions.SEED,
            Population.BY);
    MixtureFit.Options ours = MixtureFit.Options.defaults();
    MixtureFit.Options fit =
        new MixtureFit.Options(
            o.count(MOST, ours.mostComponents()),
            o.count(STARTS, ours.starts()),
            o.count(SizeOptions.DRAWS, DRAWS),
            o.seed());
    int enough = Math.max(3, o.count(MIN_SYNAPSES, ENOUGH));
    SizedSynapses synapses = SizedSynapses.read(transaction, terminationGuard::check, dataset, o);
    List<MixtureRow> rows = new ArrayList<>();
    for (Population population : Population.of(synapses, o)) {
      double[] sizes = population.sizes();
      if (sizes.length < enough || SynapseSize.distribution(sizes).deviationLog10() == 0) {
        rows.add(unfitted(population, fit, synapses));
      } else {
        MixtureFit found = SynapseSize.mixture(sizes, fit, o.workers(terminationGuard));
        for (int c = 0; c < found.best().components().size(); c++) {
          rows.add(row(population, fit, found, c, synapses));
        }
      }
    }
    return rows.stream();
  }

  private static MixtureRow row(
      Population population,
      MixtureFit.Options options,
      MixtureFit fit,
      int component,
      SizedSynapses synapses) {
    LogNormalMixture.Component c = fit.best().components().get(component);
    MixtureFit.Intervals i = fit.intervals().get(component);
    return new MixtureRow(
        population.axonClass(),
        population.targetClass(),
        population.kind(),
        fit.best().sizes(),
        fit.best().components().size(),
        fit.ranked().stream()
            .sorted(Comparator.comparingInt(m -> m.components().size()))
            .map(LogNormalMixture::bic)
            .toList(),
        RowValues.orNull(fit.chosenAgain()),
        component + 1,
        c.weight(),
        RowValues.orNull(i.weight().lower()),
        RowValues.orNull(i.weight().upper()),
        c.mean(),
        RowValues.orNull(i.mean().lower()),
        RowValues.orNull(i.mean().upper()),
        c.deviation(),
        RowValues.orNull(i.deviation().lower()),
        RowValues.orNull(i.deviation().upper()),
        options.seed(),
        synapses.usage());
  }

  private static MixtureRow unfitted(
      Population population, MixtureFit.Options options, SizedSynapses synapses) {
    return new MixtureRow(
        population.axonClass(),
        population.targetClass(),
        population.kind(),
        population.sizes().length,
        0,
        List.of(),
        null,
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        options.seed(),
        synapses.usage());
  }
}
