package org.connectarium.analysis.innervation.graph;

import static org.connectarium.analysis.synapses.graph.RowValues.orNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.innervation.CoInnervation;
import org.connectarium.analysis.innervation.CoInnervation.Share;
import org.connectarium.analysis.innervation.CorrectedRepeats;
import org.connectarium.analysis.innervation.Innervation;
import org.connectarium.analysis.innervation.Specificity;
import org.connectarium.analysis.innervation.SpecificityOptions;
import org.connectarium.analysis.innervation.graph.Populations.Population;
import org.connectarium.analysis.synapses.SynapseTable;
import org.connectarium.analysis.synapses.TargetCounts;
import org.connectarium.analysis.synapses.graph.SynapseUsageProcedures;
import org.connectarium.analysis.uncertainty.Uncertainty.Spread;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedures `connectome.innervation.coInnervation` and `corrected`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class CoInnervationProcedures {
  private static final String SPECIFIC_FOR = "specificFor";
  private static final String FALSE_RATES = "falseRates";
  private static final String RUNS = "runs";

  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// A row of `coInnervation`.
  public record CoRow(
      @Description(InnervationProcedures.AXON_CLASS) String axonClass,
      @Description("Classes that the axons are specific for, all at once.")
          List<String> specificFor,
      @Description("Specific axons that have synapses onto other classes.") long axons,
      @Description("Another class.") String target,
      @Description("Mean fraction onto it, without synapses onto the classes specific for.")
          @Nullable Double mean,
      @Description("Standard error of the mean; null for fewer than 2 axons.")
          @Nullable Double standardError,
      @Description("The same mean over all axons of the population.") @Nullable Double meanOfAll,
      @Description("95 % interval of the mean over uncertain synapses; null if certain.")
          @Nullable Double uncertainLow,
      @Description("Its upper end.") @Nullable Double uncertainHigh,
      @Description("Seed of the draws.") long seed,
      @Description(SynapseUsageProcedures.USAGE) Map<String, Object> usage) {}

  /// A row of `corrected`.
  public record CorrectedRow(
      @Description(InnervationProcedures.AXON_CLASS) String axonClass,
      @Description("Target class, or any for axons that are specific for one of them.")
          String target,
      @Description("Share of specific axons without correction.") double uncorrected,
      @Description("Smallest share of the runs.") double least,
      @Description("Middle of the runs.") double median,
      @Description("Largest share of the runs.") double most,
      @Description("Mean of the runs.") double mean,
      @Description("Runs; the number of each is its seed.") long runs,
      @Description(SynapseUsageProcedures.USAGE) Map<String, Object> usage) {}

  @Procedure(name = "connectome.innervation.coInnervation", mode = Mode.READ)
  @Description("Where axons that are specific for a class put their other synapses.")
  public Stream<CoRow> coInnervation(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  "specificFor (each class alone; a list: axons specific for all of these), "
                      + InnervationOptions.SPECIFICITY
                      + ".")
          Map<String, Object> options) {
    InnervationOptions o = InnervationOptions.withSpecificity(options, SPECIFIC_FOR);
    Workers workers = new Workers(o.threads(), terminationGuard::check);
    Populations read = Populations.read(transaction, dataset, o, workers);
    return read.all().stream().flatMap(p -> rows(read, p, o, workers));
  }

  private static Stream<CoRow> rows(
      Populations read, Population population, InnervationOptions o, Workers workers) {
    SpecificityOptions how = o.specificity();
    TargetCounts counts = population.counts().counts();
    Specificity found = Innervation.specificity(counts, how, workers);
    List<List<String>> groups =
        o.all()
            .texts(SPECIFIC_FOR)
            .map(List::of)
            .orElseGet(() -> counts.classes().stream().map(List::of).toList());
    return groups.stream()
        .filter(group -> !found.specificForAll(group).isEmpty())
        .flatMap(
            group -> {
              CoInnervation co =
                  Innervation.coInnervation(counts, found.specificForAll(group), group);
              List<Spread> spreads =
                  Innervation.coInnervationDraws(
                      population.counts(), found, group, how, o.draws(), o.seed(), workers);
              return IntStream.range(0, co.others().size())
                  .mapToObj(
                      i -> {
                        Share share = co.others().get(i);
                        return new CoRow(
                            population.axonClass(),
                            group,
                            co.axons(),
                            share.target(),
                            orNull(share.mean()),
                            orNull(share.standardError()),
                            orNull(share.meanOfAll()),
                            spreads.isEmpty() ? null : orNull(spreads.get(i).interval95().lower()),
                            spreads.isEmpty() ? null : orNull(spreads.get(i).interval95().upper()),
                            o.seed(),
                            read.usage());
                      });
            });
  }

  @Procedure(name = "connectome.innervation.corrected", mode = Mode.READ)
  @Description("Shares of specific axons if synapses that were detected wrongly are taken out.")
  public Stream<CorrectedRow> corrected(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  "falseRates (needed; share of wrong ones by target class, or a map of such maps by"
                      + " kind of synapse; 0 where not named), runs (20), "
                      + InnervationOptions.SPECIFICITY
                      + ".")
          Map<String, Object> options) {
    InnervationOptions o = InnervationOptions.withSpecificity(options, FALSE_RATES, RUNS);
    FalseRates rates = new FalseRates(o.all().map(FALSE_RATES));
    int runs = o.synapses().count(RUNS, 20);
    Workers workers = new Workers(o.threads(), terminationGuard::check);
    Populations read = Populations.read(transaction, dataset, o, workers);
    return read.all().stream()
        .flatMap(
            population -> {
              CorrectedRepeats repeats =
                  Innervation.correctedRepeats(
                      parts(read.synapses().table(), population, rates),
                      runs,
                      o.specificity(),
                      workers);
              return Stream.concat(repeats.targets().stream(), Stream.of(repeats.any()))
                  .map(
                      s ->
                          new CorrectedRow(
                              population.axonClass(),
                              s.target(),
                              s.uncorrected(),
                              s.least(),
                              s.median(),
                              s.most(),
                              s.mean(),
                              runs,
                              read.usage()));
            });
  }

  private static List<CorrectedRepeats.Part> parts(
      SynapseTable table, Population population, FalseRates rates) {
    TargetCounts rows = population.counts().counts();
    List<CorrectedRepeats.Part> parts = new ArrayList<>();
    rates
        .byKind(rows.classes())
        .forEach(
            (kinds, ofTargets) ->
                parts.add(
                    new CorrectedRepeats.Part(
                        table.targetCounts(1, i -> kinds.contains(table.kind(i))).forRowsOf(rows),
                        ofTargets)));
    return parts;
  }
}
