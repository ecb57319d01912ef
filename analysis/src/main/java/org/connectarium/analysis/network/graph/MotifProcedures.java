package org.connectarium.analysis.network.graph;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.motif.Motifs;
import org.connectarium.analysis.motif.Motifs.Chance;
import org.connectarium.analysis.motif.Motifs.Motif;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedure `connectome.network.motifs`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class MotifProcedures {
  private static final String GRAPHS = "graphs";
  private static final String SEED = "seed";
  private static final String ATTEMPTS = "attemptsPerEdge";
  private static final String KEEP_RECIPROCAL = "keepReciprocal";
  private static final String THREADS = "threads";

  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// A row of `motifs`.
  public record MotifRow(
      @Description("Name of the triad, such as 030T.") String triad,
      @Description("How often it occurs.") long count,
      @Description("Mean over random graphs; null without them.") @Nullable Double chanceMean,
      @Description("Standard deviation over random graphs; null for fewer than two.")
          @Nullable Double chanceSd,
      @Description("(count - mean) / deviation; null where that is 0.") @Nullable Double z,
      @Description("Probability of so many or more by chance; null without random graphs.")
          @Nullable Double pHigh,
      @Description("Probability of so few or fewer by chance; null without random graphs.")
          @Nullable Double pLow) {
    static MotifRow of(Motif m) {
      return new MotifRow(
          m.triad().label(),
          m.count(),
          orNull(m.mean()),
          orNull(m.deviation()),
          orNull(m.z()),
          orNull(m.pHigh()),
          orNull(m.pLow()));
    }

    private static @Nullable Double orNull(OptionalDouble value) {
      return value.isPresent() ? value.getAsDouble() : null;
    }
  }

  @Procedure(name = "connectome.network.motifs", mode = Mode.READ)
  @Description("Counts of the sixteen triads, and how likely they are by chance.")
  public Stream<MotifRow> motifs(
      @Name(value = "dataset", description = NetworkProcedures.DATASET) String dataset,
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  "graphs (100; random ones with the same degrees, 0: counts alone), seed (1),"
                      + " attemptsPerEdge (10; exchanges of ends), keepReciprocal (true; pairs that"
                      + " are connected both ways stay as many at each neuron), threads (2),"
                      + " relationship (SYNAPSES_ONTO; GAP_JUNCTION).")
          Map<String, Object> options) {
    NetworkOptions o =
        new NetworkOptions(options, GRAPHS, SEED, ATTEMPTS, KEEP_RECIPROCAL, THREADS);
    Chance ours = Chance.DEFAULT;
    Chance chance =
        new Chance(
            o.count(GRAPHS, ours.graphs()),
            o.all().count(SEED, ours.seed()),
            o.count(ATTEMPTS, ours.attemptsPerEdge()),
            o.all().flag(KEEP_RECIPROCAL, ours.keepReciprocal()));
    Workers workers = new Workers(o.count(THREADS, 2), terminationGuard::check);
    NetworkReader reader = new NetworkReader(transaction, terminationGuard::check);
    return Motifs.of(o.readUnweighted(reader, dataset).network(), chance, workers).stream()
        .map(MotifRow::of);
  }
}
