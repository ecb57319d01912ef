package org.connectarium.analysis.comparison.graph;

import static org.connectarium.analysis.synapses.graph.RowValues.orNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.connectarium.analysis.comparison.NetworkDifference;
import org.connectarium.analysis.comparison.graph.SideBySide.SampleName;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.network.Network;
import org.connectarium.analysis.network.graph.DatasetNetwork;
import org.connectarium.analysis.network.graph.NetworkOptions;
import org.connectarium.analysis.network.graph.NetworkReader;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedures `connectome.comparison.degrees` and `network`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class NetworkComparisonProcedures {
  private static final String DRAWS = "draws";
  private static final String SEED = "seed";
  private static final String THREADS = "threads";
  private static final String SETTINGS =
      "draws (500; for errors and intervals), seed (1), threads (2), "
          + NetworkOptions.SHARED
          + ".";

  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// A row of `network`.
  public record NetworkRow(
      @Description("density, reciprocity, connectionsPerNeuron or weightPerConnection.")
          String quantity,
      @Description("Name of the first data set.") String first,
      @Description("Name of the second data set.") String second,
      @Description("Value of the first.") double firstValue,
      @Description("Its standard error, neurons drawn with replacement.") double firstError,
      @Description("Value of the second.") double secondValue,
      @Description("Its standard error.") double secondError,
      @Description("Second minus first.") double difference,
      @Description("95 % interval of it.") double low,
      @Description("Its upper end.") double high,
      @Description("Second over first; null if that is 0.") @Nullable Double ratio,
      @Description("p of so large a difference, two-sided.") double p,
      @Description("Seed of the draws.") long seed) {}

  @Procedure(name = "connectome.comparison.degrees", mode = Mode.READ)
  @Description("Connections and weights of neurons that have any, of two data sets.")
  public Stream<ComparisonRow> degrees(
      @Name(value = "first", description = ComparisonProcedures.FIRST) String first,
      @Name(value = "second", description = ComparisonProcedures.SECOND) String second,
      @Name(value = "options", defaultValue = "{}", description = ComparisonOptions.TEST + SETTINGS)
          Map<String, Object> options) {
    NetworkOptions o =
        new NetworkOptions(
            options, ComparisonOptions.STATISTIC, ComparisonOptions.SHUFFLES, DRAWS, SEED, THREADS);
    Map<String, Object> usage = new LinkedHashMap<>();
    DatasetNetwork a = read(first, o);
    DatasetNetwork b = read(second, o);
    usage.put("first", usage(a));
    usage.put("second", usage(b));
    return new SideBySide(first, second, usage)
        .rows(
            samples(a.network()),
            samples(b.network()),
            ComparisonOptions.test(
                o.all(),
                o.count(ComparisonOptions.SHUFFLES, 999),
                o.count(DRAWS, 500),
                o.all().count(SEED, 1),
                new Workers(o.count(THREADS, 2), terminationGuard::check)));
  }

  @Procedure(name = "connectome.comparison.network", mode = Mode.READ)
  @Description("Numbers of whole networks, of two data sets, with errors by drawing neurons.")
  public Stream<NetworkRow> network(
      @Name(value = "first", description = ComparisonProcedures.FIRST) String first,
      @Name(value = "second", description = ComparisonProcedures.SECOND) String second,
      @Name(value = "options", defaultValue = "{}", description = SETTINGS)
          Map<String, Object> options) {
    NetworkOptions o = new NetworkOptions(options, DRAWS, SEED, THREADS);
    long seed = o.all().count(SEED, 1);
    Workers workers = new Workers(o.count(THREADS, 2), terminationGuard::check);
    return NetworkDifference.of(
            read(first, o).network(), read(second, o).network(), o.count(DRAWS, 500), seed, workers)
        .stream()
        .map(
            d ->
                new NetworkRow(
                    d.statistic(),
                    first,
                    second,
                    d.first(),
                    d.firstError(),
                    d.second(),
                    d.secondError(),
                    d.second() - d.first(),
                    d.difference95().lower(),
                    d.difference95().upper(),
                    d.first() == 0 ? null : orNull(d.second() / d.first()),
                    d.p(),
                    seed));
  }

  private DatasetNetwork read(String dataset, NetworkOptions o) {
    return o.read(new NetworkReader(transaction, terminationGuard::check), dataset);
  }

  private static Map<String, Object> usage(DatasetNetwork read) {
    return Map.of(
        "neurons", (long) read.network().nodes(),
        "connections", (long) read.network().edges(),
        "selfConnections", (long) read.network().selfEdges());
  }

  private static Map<SampleName, Sample> samples(Network network) {
    int[] nodes =
        IntStream.range(0, network.nodes())
            .filter(v -> network.outDegree(v) + network.inDegree(v) > 0)
            .toArray();
    Map<SampleName, Sample> samples = new LinkedHashMap<>();
    samples.put(
        new SampleName("", "", "outDegree"), Sample.certain(values(nodes, network::outDegree)));
    samples.put(
        new SampleName("", "", "inDegree"), Sample.certain(values(nodes, network::inDegree)));
    samples.put(
        new SampleName("", "", "outStrength"), Sample.certain(values(nodes, network::outStrength)));
    samples.put(
        new SampleName("", "", "inStrength"), Sample.certain(values(nodes, network::inStrength)));
    return samples;
  }

  private static double[] values(int[] nodes, IntToDoubleFunction of) {
    return IntStream.of(nodes).mapToDouble(of).toArray();
  }
}
