package org.connectarium.analysis.network.graph;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.similarity.PartnerSimilarity;
import org.connectarium.analysis.similarity.PartnerSimilarity.Options;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedure `connectome.network.similarity`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class SimilarityProcedures {
  private static final String SIDE = "side";
  private static final String MEASURE = "measure";
  private static final String PER_NEURON = "perNeuron";
  private static final String MIN_SHARED = "minShared";
  private static final String THREADS = "threads";

  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// A row of `similarity`.
  public record SimilarityRow(
      @Description("Id of a neuron.") Object neuronId,
      @Description("Id of one whose partners are like its own.") Object otherId,
      @Description("Partners that both have.") long shared,
      @Description("Cosine of the angle between both vectors of weights.") double cosine,
      @Description("Shared partners over all partners of both.") double jaccard,
      @Description("Partners that they would share by chance.") double expectedShared,
      @Description("Probability of sharing so many or more by chance, of one pair.") double p) {}

  @Procedure(name = "connectome.network.similarity", mode = Mode.READ)
  @Description("For each neuron those whose inputs, or outputs, are most like its own.")
  public Stream<SimilarityRow> similarity(
      @Name(value = "dataset", description = NetworkProcedures.DATASET) String dataset,
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  "side (inputs; outputs), measure (cosine; jaccard), perNeuron (10; the most alike"
                      + " of each), minShared (2; partners), threads (2), "
                      + NetworkOptions.SHARED
                      + ".")
          Map<String, Object> options) {
    NetworkOptions o = new NetworkOptions(options, SIDE, MEASURE, PER_NEURON, MIN_SHARED, THREADS);
    Options ours = Options.DEFAULT;
    Options asked =
        new Options(
            o.all().choice(SIDE, ours.side()),
            o.all().choice(MEASURE, ours.measure()),
            o.count(PER_NEURON, ours.perNeuron()),
            o.count(MIN_SHARED, ours.minShared()));
    Workers workers = new Workers(o.count(THREADS, 2), terminationGuard::check);
    NetworkReader reader = new NetworkReader(transaction, terminationGuard::check);
    DatasetNetwork read = o.read(reader, dataset);
    List<Object> ids = read.ids();
    return PartnerSimilarity.of(read.network(), asked, workers).stream()
        .map(
            pair ->
                new SimilarityRow(
                    ids.get(pair.node()),
                    ids.get(pair.other()),
                    pair.shared(),
                    pair.cosine(),
                    pair.jaccard(),
                    pair.expectedShared(),
                    pair.p()));
  }
}
