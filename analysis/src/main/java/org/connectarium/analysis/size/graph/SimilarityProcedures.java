package org.connectarium.analysis.size.graph;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.size.PairSimilarity;
import org.connectarium.analysis.size.SizePairs;
import org.connectarium.analysis.size.SynapseSize;
import org.connectarium.analysis.size.UncertainPairs;
import org.connectarium.analysis.synapses.graph.RowValues;
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

/// The procedure `connectome.size.similarity`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class SimilarityProcedures {
  private static final int SHUFFLES = 1000;

  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// The row of `similarity`.
  public record SimilarityRow(
      @Description("Pairs of synapses.") long pairs,
      @Description("Mean coefficient of variation of a pair.") double meanCv,
      @Description("The same of pairs by chance.") double meanCvByChance,
      @Description("Mean of log10 (larger / smaller) of a pair.") double meanLog10Ratio,
      @Description("The same over all pairs that these synapses can form.")
          double meanLog10RatioByChance,
      @Description("Largest excess of the distribution over that of one shuffle.")
          double ksStatistic,
      @Description("Its p, one-sided two-sample test of Kolmogorov and Smirnov.") double ksP,
      @Description("Probability of so large an excess over all shuffles by chance.") double p,
      @Description("Share of pairs that are more alike than chance allows.") double learnedFraction,
      @Description("Lower end of its interval, 95 %, by draws of pairs.")
          @Nullable Double learnedLow,
      @Description("Upper end.") @Nullable Double learnedHigh,
      @Description("Coefficient of variation where the excess is largest.") double atCv,
      @Description("Share of pairs with a larger coefficient than that.") double unlearnedFraction,
      @Description("Connections with 1, 2, … synapses of known size.") List<Long> multiplicities,
      @Description("Number of shuffles.") long shuffles,
      @Description("Seed of shuffles and draws.") long seed,
      @Description(
              "Spread of pairs, meanCv, meanLog10Ratio, learnedFraction over draws of uncertain"
                  + " synapses; empty without draws.")
          Map<String, Object> overSynapses,
      @Description(SynapseUsageProcedures.USAGE) Map<String, Object> usage) {}

  @Procedure(name = "connectome.size.similarity", mode = Mode.READ)
  @Description("Whether the two synapses of a pair are more alike in size than by chance.")
  public Stream<SimilarityRow> similarity(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  "shuffles (1000), draws (100; in which uncertain synapses are real with their"
                      + " probability, if there are any), seed (0), threads (2), "
                      + SizeOptions.PAIRING_DESCRIPTION
                      + ", "
                      + SizeOptions.SHARED
                      + ".")
          Map<String, Object> options) {
    SizeOptions o =
        new SizeOptions(
            options,
            SizeOptions.SHUFFLES,
            SizeOptions.DRAWS,
            SizeOptions.SEED,
            SizeOptions.PAIRING);
    int shuffles = o.count(SizeOptions.SHUFFLES, SHUFFLES);
    Workers workers = o.workers(terminationGuard);
    SizedSynapses synapses = SizedSynapses.read(transaction, terminationGuard::check, dataset, o);
    SizePairs pairs = synapses.pairs(o.pairing());
    PairSimilarity found = SynapseSize.similarity(pairs, shuffles, o.seed(), workers);
    int draws = synapses.read().usage().uncertain() == 0 ? 0 : o.count(SizeOptions.DRAWS, 100);
    List<UncertainPairs> uncertain =
        SynapseSize.uncertainPairs(
            synapses.table(), o.pairing(), synapses.counted(), draws, o.seed(), workers);
    return Stream.of(row(found, uncertain, shuffles, o.seed(), synapses));
  }

  private static SimilarityRow row(
      PairSimilarity found,
      List<UncertainPairs> uncertain,
      int shuffles,
      long seed,
      SizedSynapses synapses) {
    Map<String, Object> spreads = new LinkedHashMap<>();
    uncertain.forEach(
        u -> spreads.put(ProcedureOptions.word(u.quantity()), Spreads.of(u.spread())));
    return new SimilarityRow(
        found.pairs(),
        found.meanCv(),
        found.meanCvByChance(),
        found.meanLog10Ratio(),
        found.meanLog10RatioByChance(),
        found.test().statistic(),
        found.test().p(),
        found.p(),
        found.learnedFraction(),
        RowValues.orNull(found.learned95().lower()),
        RowValues.orNull(found.learned95().upper()),
        found.atCv(),
        found.unlearnedFraction(),
        Arrays.stream(SizePairs.multiplicities(synapses.table(), synapses.counted()))
            .asLongStream()
            .boxed()
            .toList(),
        shuffles,
        seed,
        spreads,
        synapses.usage());
  }
}
