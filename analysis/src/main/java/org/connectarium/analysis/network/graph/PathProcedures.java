package org.connectarium.analysis.network.graph;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.path.PathLengths;
import org.connectarium.analysis.path.ShortestPath;
import org.connectarium.analysis.path.ShortestPath.Cost;
import org.connectarium.analysis.path.ShortestPath.Path;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedures `connectome.network.path` and `pathLengths`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class PathProcedures {
  private static final String COST = "cost";
  private static final String SOURCES = "sources";
  private static final String SEED = "seed";
  private static final String THREADS = "threads";
  private static final int MOST_SOURCES = 1000;

  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// A row of `path`.
  public record PathRow(
      @Description("Number of the neuron on the way, from 0.") long step,
      @Description("Its id.") Object neuronId,
      @Description("Cost of the way up to it.") double cost) {}

  /// A row of `pathLengths`.
  public record LengthRow(
      @Description("Connections between two neurons; -1: no way leads from one to the other.")
          long hops,
      @Description("Ordered pairs of neurons.") long pairs,
      @Description("Their share of all pairs that were looked at.") double share) {}

  @Procedure(name = "connectome.network.path", mode = Mode.READ)
  @Description("The shortest or strongest way from one neuron to another; no row if there is none.")
  public Stream<PathRow> path(
      @Name(value = "dataset", description = NetworkProcedures.DATASET) String dataset,
      @Name(value = "from", description = "Id of the first neuron.") Object from,
      @Name(value = "to", description = "Id of the last neuron.") Object to,
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  "cost (hops; inverse: 1 / weight; share: -ln of the weight over all weights that"
                      + " reach the neuron), "
                      + NetworkOptions.SHARED
                      + ".")
          Map<String, Object> options) {
    NetworkOptions o = new NetworkOptions(options, COST);
    Cost cost = o.all().choice(COST, Cost.HOPS);
    NetworkReader reader = new NetworkReader(transaction, terminationGuard::check);
    DatasetNetwork read =
        cost == Cost.HOPS ? o.readUnweighted(reader, dataset) : o.read(reader, dataset);
    Optional<Path> path =
        ShortestPath.find(read.network(), read.number(from), read.number(to), cost);
    return path.stream()
        .flatMap(
            p ->
                IntStream.range(0, p.nodes().size())
                    .mapToObj(
                        i -> new PathRow(i, read.ids().get(p.nodes().get(i)), p.costs().get(i))));
  }

  @Procedure(name = "connectome.network.pathLengths", mode = Mode.READ)
  @Description("How many connections lie between neurons, as a distribution over ordered pairs.")
  public Stream<LengthRow> pathLengths(
      @Name(value = "dataset", description = NetworkProcedures.DATASET) String dataset,
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  "sources (1000; of more neurons than these a sample, 0: all), seed (1), threads"
                      + " (2), relationship (SYNAPSES_ONTO; GAP_JUNCTION).")
          Map<String, Object> options) {
    NetworkOptions o = new NetworkOptions(options, SOURCES, SEED, THREADS);
    Workers workers = new Workers(o.count(THREADS, 2), terminationGuard::check);
    NetworkReader reader = new NetworkReader(transaction, terminationGuard::check);
    return PathLengths.of(
            o.readUnweighted(reader, dataset).network(),
            o.count(SOURCES, MOST_SOURCES),
            o.all().count(SEED, 1),
            workers)
        .stream()
        .map(bin -> new LengthRow(bin.hops(), bin.pairs(), bin.share()));
  }
}
