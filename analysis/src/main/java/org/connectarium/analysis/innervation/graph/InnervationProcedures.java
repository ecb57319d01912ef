package org.connectarium.analysis.innervation.graph;

import static org.connectarium.analysis.synapses.graph.RowValues.orNull;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.connectarium.analysis.inference.Interval;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.innervation.ClassFractions;
import org.connectarium.analysis.innervation.ClassFractions.ClassFraction;
import org.connectarium.analysis.innervation.Innervation;
import org.connectarium.analysis.innervation.graph.Populations.Population;
import org.connectarium.analysis.synapses.TargetCounts;
import org.connectarium.analysis.synapses.UncertainCounts;
import org.connectarium.analysis.synapses.graph.SynapseUsageProcedures;
import org.connectarium.analysis.uncertainty.CertainCount;
import org.connectarium.analysis.uncertainty.Uncertainty;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedures `connectome.innervation.counts` and `fractions`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class InnervationProcedures {
  static final String AXON_CLASS = "Class of the axons, empty for none, or all.";
  static final String TARGET = "Target class.";

  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// A row of `counts`.
  public record CountRow(
      @Description(AXON_CLASS) String axonClass,
      @Description("Id of the axon.") Object axonId,
      @Description(TARGET) String target,
      @Description("Synapses of the axon.") long synapses,
      @Description("Those onto the class.") long hits,
      @Description("Sum of the probabilities of these.") double expectedHits,
      @Description("95 % interval of the real ones among them, exact.") double hitsLow,
      @Description("Its upper end.") double hitsHigh,
      @Description("Hits over synapses.") double fraction,
      @Description("95 % interval of the fraction of real ones, exact; null if none can be real.")
          @Nullable Double fractionLow,
      @Description("Its upper end.") @Nullable Double fractionHigh,
      @Description(SynapseUsageProcedures.USAGE) Map<String, Object> usage) {}

  /// A row of `fractions`.
  public record FractionRow(
      @Description(AXON_CLASS) String axonClass,
      @Description(TARGET) String target,
      @Description("Axons of the population.") long axons,
      @Description("Their synapses.") long synapses,
      @Description("Those onto the class.") long hits,
      @Description("Hits over synapses, all axons together.") double pooled,
      @Description("Mean of the fractions of axons.") double mean,
      @Description("95 % interval of the mean, axons and uncertain synapses drawn; null without.")
          @Nullable Double meanLow,
      @Description("Its upper end.") @Nullable Double meanHigh,
      @Description("95 % interval of the mean, uncertain synapses alone drawn; null without.")
          @Nullable Double uncertainLow,
      @Description("Its upper end.") @Nullable Double uncertainHigh,
      @Description("Median of the fractions of axons.") double median,
      @Description("Seed of the draws.") long seed,
      @Description(SynapseUsageProcedures.USAGE) Map<String, Object> usage) {}

  @Procedure(name = "connectome.innervation.counts", mode = Mode.READ)
  @Description("Synapses of each axon onto each target class, and what is certain of them.")
  public Stream<CountRow> counts(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(
              value = "options",
              defaultValue = "{}",
              description = InnervationOptions.POPULATION + ".")
          Map<String, Object> options) {
    InnervationOptions o = InnervationOptions.ofPopulation(options);
    Populations read =
        Populations.read(transaction, dataset, o, new Workers(1, terminationGuard::check));
    return read.all().stream()
        .flatMap(
            population ->
                IntStream.range(0, population.counts().counts().rows())
                    .boxed()
                    .flatMap(row -> rows(read, population, row)));
  }

  private Stream<CountRow> rows(Populations read, Population population, int row) {
    terminationGuard.check();
    UncertainCounts uncertain = population.counts();
    TargetCounts counts = uncertain.counts();
    return IntStream.range(0, counts.classes().size())
        .mapToObj(
            c -> {
              CertainCount hits = Uncertainty.count(uncertain.probabilities(row, c));
              Interval share =
                  Uncertainty.share95(
                      hits, Uncertainty.count(uncertain.otherProbabilities(row, c)));
              return new CountRow(
                  population.axonClass(),
                  read.id(population, row),
                  counts.classes().get(c),
                  counts.synapses(row),
                  counts.count(row, c),
                  hits.mean(),
                  hits.interval95().lower(),
                  hits.interval95().upper(),
                  (double) counts.count(row, c) / counts.synapses(row),
                  orNull(share.lower()),
                  orNull(share.upper()),
                  read.usage());
            });
  }

  @Procedure(name = "connectome.innervation.fractions", mode = Mode.READ)
  @Description("Fractions of synapses onto each target class, over the axons of each class.")
  public Stream<FractionRow> fractions(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(value = "options", defaultValue = "{}", description = InnervationOptions.DRAWS + ".")
          Map<String, Object> options) {
    InnervationOptions o = InnervationOptions.withDraws(options);
    Workers workers = new Workers(o.threads(), terminationGuard::check);
    Populations read = Populations.read(transaction, dataset, o, workers);
    return read.all().stream().flatMap(p -> rows(read, p, o, workers));
  }

  private static Stream<FractionRow> rows(
      Populations read, Population population, InnervationOptions o, Workers workers) {
    ClassFractions fractions =
        Innervation.fractions(population.counts(), o.draws(), o.seed(), workers);
    List<ClassFraction> targets = fractions.targets();
    return targets.stream()
        .map(
            f ->
                new FractionRow(
                    population.axonClass(),
                    f.target(),
                    fractions.axons(),
                    fractions.synapses(),
                    f.hits(),
                    (double) f.hits() / fractions.synapses(),
                    f.mean(),
                    orNull(f.mean95().lower()),
                    orNull(f.mean95().upper()),
                    orNull(f.uncertain95().lower()),
                    orNull(f.uncertain95().upper()),
                    f.median(),
                    o.seed(),
                    read.usage()));
  }
}
