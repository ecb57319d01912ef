package org.connectarium.analysis.innervation.graph;

import static org.connectarium.analysis.synapses.graph.RowValues.orNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.connectarium.analysis.inference.Interval;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.innervation.ClassRates;
import org.connectarium.analysis.innervation.ClassRates.ClassRate;
import org.connectarium.analysis.innervation.CountModel;
import org.connectarium.analysis.innervation.Innervation;
import org.connectarium.analysis.innervation.NullModel;
import org.connectarium.analysis.innervation.Specificity;
import org.connectarium.analysis.innervation.SpecificityDraws;
import org.connectarium.analysis.innervation.SpecificityDraws.Spread;
import org.connectarium.analysis.innervation.SpecificityOptions;
import org.connectarium.analysis.innervation.TargetSpecificity;
import org.connectarium.analysis.innervation.graph.Populations.Population;
import org.connectarium.analysis.synapses.TargetCounts;
import org.connectarium.analysis.synapses.graph.SynapseUsageProcedures;
import org.connectarium.graph.procedure.ProcedureOptions;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedures `connectome.innervation.rates`, `specificity` and `specificAxons`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class SpecificityProcedures {
  private static final String ANY = "any";

  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// A row of `rates`.
  public record RateRow(
      @Description(InnervationProcedures.AXON_CLASS) String axonClass,
      @Description(InnervationProcedures.TARGET) String target,
      @Description("Axons of the population.") long axons,
      @Description("Those that hit the class.") long hitting,
      @Description("Probability that a synapse hits the class, from whether axons hit it at all.")
          double rate,
      @Description("95 % interval of the rate, by its likelihood.") double rateLow,
      @Description("Its upper end.") double rateHigh,
      @Description("95 % interval of the rate over uncertain synapses; null if all are certain.")
          @Nullable Double uncertainLow,
      @Description("Its upper end.") @Nullable Double uncertainHigh,
      @Description("Synapses onto the class over all synapses.") double pooled,
      @Description("95 % interval of it, exact.") double pooledLow,
      @Description("Its upper end.") double pooledHigh,
      @Description("Model of the counts with the smallest BIC.") String bestModel,
      @Description("BIC of the binomial model.") double bicBinomial,
      @Description("BIC of the Poisson model.") double bicPoisson,
      @Description("BIC of the beta-binomial model; null if no axon hits the class.")
          @Nullable Double bicBetaBinomial,
      @Description("How alike two synapses of an axon are by the beta-binomial; 0: not.")
          double correlation,
      @Description("Weight of the class in the Dirichlet-multinomial of all classes.")
          double dirichletWeight,
      @Description("p of so much variation between axons, all classes, by a multinomial.")
          double variationP,
      @Description("Seed of the draws.") long seed,
      @Description(SynapseUsageProcedures.USAGE) Map<String, Object> usage) {}

  /// A row of `specificity`.
  public record SpecificityRow(
      @Description(InnervationProcedures.AXON_CLASS) String axonClass,
      @Description("Target class, or any for axons that are specific for one of them.")
          String target,
      @Description("Axons of the population.") long axons,
      @Description("Rate q of hits by chance; null for any.") @Nullable Double rate,
      @Description("95 % interval of the rate.") @Nullable Double rateLow,
      @Description("Its upper end.") @Nullable Double rateHigh,
      @Description("How far fractions exceed those by chance, D of Kolmogorov and Smirnov.")
          @Nullable Double ksD,
      @Description("Its p after FocusEM.") @Nullable Double ksP,
      @Description("Its p by draws from the pooled rate; null without.")
          @Nullable Double simulatedP,
      @Description("Whether axons were looked for.") boolean qualifies,
      @Description("p below which an axon is specific; null if none is.")
          @Nullable Double thresholdP,
      @Description("Estimated share of false ones among specific axons; null if there are none.")
          @Nullable Double falseShare,
      @Description("Specific axons.") long specificAxons,
      @Description("Their share of all axons.") double share,
      @Description("95 % interval of the share, axons and uncertain synapses drawn; null without.")
          @Nullable Double shareLow,
      @Description("Its upper end.") @Nullable Double shareHigh,
      @Description("95 % interval of the share, uncertain synapses alone drawn; null without.")
          @Nullable Double uncertainLow,
      @Description("Its upper end.") @Nullable Double uncertainHigh,
      @Description("Share of axons beyond what chance explains; null for any.")
          @Nullable Double excess,
      @Description("95 % interval of it, axons and uncertain synapses drawn; null without.")
          @Nullable Double excessLow,
      @Description("Its upper end.") @Nullable Double excessHigh,
      @Description("Seed of the draws.") long seed,
      @Description(SynapseUsageProcedures.USAGE) Map<String, Object> usage) {}

  /// A row of `specificAxons`.
  public record SpecificAxonRow(
      @Description(InnervationProcedures.AXON_CLASS) String axonClass,
      @Description("Id of the axon.") Object axonId,
      @Description("Target class that it is specific for.") String target,
      @Description("Synapses of the axon.") long synapses,
      @Description("Those onto the class.") long hits,
      @Description("Hits over synapses.") double fraction,
      @Description("Probability of so many hits or more by chance.") double p,
      @Description("q-value after Benjamini and Hochberg, over all axons of the population.")
          double q,
      @Description("Share of draws of uncertain synapses in which it is specific; null if certain.")
          @Nullable Double stability,
      @Description("All classes that it is specific for.") List<String> specificFor,
      @Description(SynapseUsageProcedures.USAGE) Map<String, Object> usage) {}

  @Procedure(name = "connectome.innervation.rates", mode = Mode.READ)
  @Description("How often synapses hit each target class by chance, by several models.")
  public Stream<RateRow> rates(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(value = "options", defaultValue = "{}", description = InnervationOptions.DRAWS + ".")
          Map<String, Object> options) {
    InnervationOptions o = InnervationOptions.withDraws(options);
    Workers workers = new Workers(o.threads(), terminationGuard::check);
    Populations read = Populations.read(transaction, dataset, o, workers);
    return read.all().stream()
        .flatMap(
            population -> {
              ClassRates rates =
                  Innervation.rates(population.counts(), o.draws(), o.seed(), workers);
              return rates.targets().stream()
                  .map(r -> row(population, rates, r, o.seed(), read.usage()));
            });
  }

  private static RateRow row(
      Population population, ClassRates all, ClassRate r, long seed, Map<String, Object> usage) {
    return new RateRow(
        population.axonClass(),
        r.target(),
        r.firstHit().axons(),
        r.firstHit().hitting(),
        r.firstHit().rate(),
        r.firstHit().rate95().lower(),
        r.firstHit().rate95().upper(),
        orNull(r.uncertain95().lower()),
        orNull(r.uncertain95().upper()),
        r.pooled().rate(),
        r.pooled().rate95().lower(),
        r.pooled().rate95().upper(),
        name(r.best()),
        r.bic(CountModel.Binomial.class),
        r.bic(CountModel.Poisson.class),
        orNull(r.bic(CountModel.BetaBinomial.class)),
        r.correlation(),
        r.dirichletWeight(),
        all.variationP(),
        seed,
        usage);
  }

  private static String name(CountModel model) {
    return ProcedureOptions.word(
        switch (model) {
          case CountModel.Binomial _ -> NullModel.BINOMIAL;
          case CountModel.Poisson _ -> NullModel.POISSON;
          case CountModel.BetaBinomial _ -> NullModel.BETA_BINOMIAL;
        });
  }

  @Procedure(name = "connectome.innervation.specificity", mode = Mode.READ)
  @Description("How many axons hit a target class more often than chance explains, class by class.")
  public Stream<SpecificityRow> specificity(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(
              value = "options",
              defaultValue = "{}",
              description = InnervationOptions.SPECIFICITY + ".")
          Map<String, Object> options) {
    InnervationOptions o = InnervationOptions.withSpecificity(options);
    Workers workers = new Workers(o.threads(), terminationGuard::check);
    Populations read = Populations.read(transaction, dataset, o, workers);
    return read.all().stream().flatMap(p -> rows(read, p, o, workers));
  }

  private static Stream<SpecificityRow> rows(
      Populations read, Population population, InnervationOptions o, Workers workers) {
    SpecificityOptions how = o.specificity();
    Specificity found = Innervation.specificity(population.counts().counts(), how, workers);
    SpecificityDraws draws =
        Innervation.specificityDraws(population.counts(), found, how, o.draws(), o.seed(), workers);
    List<SpecificityRow> rows = new ArrayList<>();
    for (int c = 0; c < found.targets().size(); c++) {
      TargetSpecificity t = found.targets().get(c);
      Spread spread = draws.targets().get(c);
      rows.add(
          new SpecificityRow(
              population.axonClass(),
              t.target(),
              t.rate().axons(),
              t.rate().rate(),
              t.rate().rate95().lower(),
              t.rate().rate95().upper(),
              t.test().statistic(),
              t.test().p(),
              orNull(t.simulatedP()),
              t.qualifies(),
              orNull(t.thresholdP()),
              orNull(t.falseShare()),
              t.specificAxons(),
              t.share(),
              orNull(spread.share95().lower()),
              orNull(spread.share95().upper()),
              orNull(spread.uncertain95().lower()),
              orNull(spread.uncertain95().upper()),
              t.excessShare(),
              orNull(spread.excess95().lower()),
              orNull(spread.excess95().upper()),
              o.seed(),
              read.usage()));
    }
    rows.add(any(read, population, found, draws.any(), o.seed()));
    return rows.stream();
  }

  private static SpecificityRow any(
      Populations read, Population population, Specificity found, Spread spread, long seed) {
    Interval share = spread.share95();
    Interval uncertain = spread.uncertain95();
    return new SpecificityRow(
        population.axonClass(),
        ANY,
        found.counts().rows(),
        null,
        null,
        null,
        null,
        null,
        null,
        found.targets().stream().anyMatch(TargetSpecificity::qualifies),
        null,
        null,
        found.specificForAny().cardinality(),
        found.share(),
        orNull(share.lower()),
        orNull(share.upper()),
        orNull(uncertain.lower()),
        orNull(uncertain.upper()),
        null,
        null,
        null,
        seed,
        read.usage());
  }

  @Procedure(name = "connectome.innervation.specificAxons", mode = Mode.READ)
  @Description("The axons that hit a target class more often than chance explains.")
  public Stream<SpecificAxonRow> specificAxons(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(
              value = "options",
              defaultValue = "{}",
              description = InnervationOptions.SPECIFICITY + ".")
          Map<String, Object> options) {
    InnervationOptions o = InnervationOptions.withSpecificity(options);
    Workers workers = new Workers(o.threads(), terminationGuard::check);
    Populations read = Populations.read(transaction, dataset, o, workers);
    return read.all().stream().flatMap(p -> axons(read, p, o, workers));
  }

  private static Stream<SpecificAxonRow> axons(
      Populations read, Population population, InnervationOptions o, Workers workers) {
    SpecificityOptions how = o.specificity();
    TargetCounts counts = population.counts().counts();
    Specificity found = Innervation.specificity(counts, how, workers);
    int draws = population.counts().isCertain() ? 0 : o.draws();
    List<List<Double>> stability =
        Innervation.specificityDraws(population.counts(), found, how, draws, o.seed(), workers)
            .stability();
    return IntStream.range(0, counts.classes().size())
        .boxed()
        .flatMap(
            c -> {
              double[] q = found.qValues(c);
              return IntStream.range(0, counts.rows())
                  .filter(row -> found.isSpecific(row, c))
                  .mapToObj(
                      row ->
                          new SpecificAxonRow(
                              population.axonClass(),
                              read.id(population, row),
                              counts.classes().get(c),
                              counts.synapses(row),
                              counts.count(row, c),
                              (double) counts.count(row, c) / counts.synapses(row),
                              found.p(row, c),
                              q[row],
                              stability.isEmpty() ? null : stability.get(c).get(row),
                              found.classesOf(row),
                              read.usage()));
            });
  }
}
