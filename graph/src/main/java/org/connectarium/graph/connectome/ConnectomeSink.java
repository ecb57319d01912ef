package org.connectarium.graph.connectome;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.sink.RunRow;
import org.neo4j.graphdb.GraphDatabaseService;

/// The way of connectomes of tables into a graph.
///
/// - A data set is whole or not there: while it is written its `(:Connectome)` says `writing`,
///   and procedures refuse to read it. Storing it again removes what an interrupted writing left.
/// - Transactions are bounded and committed here: memory for some 5,000 rows.
/// - Our own reconstruction, whose neurons are agglomerates, is not written through here.
public final class ConnectomeSink {
  private static final int ROWS_PER_TRANSACTION = 5_000;
  private static final int SKELETON_NODES_PER_TRANSACTION = 200_000;

  private final ConnectomeWrites writes;

  /// Into a graph in the same process.
  public ConnectomeSink(GraphDatabaseService database) {
    this(new EmbeddedConnectomeWrites(database));
  }

  /// Into a graph that is written to in another way.
  public ConnectomeSink(ConnectomeWrites writes) {
    this.writes = writes;
  }

  /// A data set of the graph.
  ///
  /// @param complete false: its writing was interrupted
  /// @param inputHash of the run that wrote it
  public record Stored(boolean complete, String inputHash) {}

  /// The data set of a name.
  public Optional<Stored> find(String dataset) {
    return writes.read(Statements.FIND, Map.of("dataset", dataset)).stream()
        .map(
            row ->
                new Stored(
                    "complete".equals(row.get("state")),
                    (String) Objects.requireNonNull(row.get("inputHash"))))
        .findFirst();
  }

  /// Stores a data set; what an interrupted writing of it left is removed.
  ///
  /// @param run that makes it; its key is the property `run` of the `(:Connectome)`
  /// @param ended gives the time at the end, ISO 8601
  /// @throws GraphException if a whole data set of this name is there (remove it first), or
  ///     one that was assembled of agglomerates
  public void store(
      ConnectomeRow connectome, RunRow run, ConnectomeRows rows, Function<RunRow, RunRow> ended) {
    String dataset = connectome.name();
    requireImported(dataset);
    if (find(dataset).filter(Stored::complete).isPresent()) {
      throw new GraphException("Data set \"" + dataset + "\" is in the graph; remove it first");
    }
    writes.write(Statements.BEGIN, Map.of("dataset", dataset, "run", map(run)));
    removeRows(dataset);
    send(dataset, Statements.NEURONS, rows.neurons(), RowMaps::of);
    send(dataset, Statements.SYNAPSES, rows.synapses(), RowMaps::of);
    send(dataset, Statements.CONNECTIONS, rows.connections(), RowMaps::of);
    send(dataset, Statements.GAP_JUNCTIONS, rows.gapJunctions(), RowMaps::of);
    sendSkeletons(dataset, rows.skeletons());
    send(dataset, Statements.FINDINGS, rows.findings(), RowMaps::of);
    writes.write(
        Statements.COMPLETE,
        Map.of(
            "dataset", dataset,
            "run", map(ended.apply(run)),
            "properties", RowMaps.of(connectome, rows)));
  }

  /// Removes a data set, if it is there.
  ///
  /// @throws GraphException if it was not imported but assembled of agglomerates
  public void remove(String dataset) {
    requireImported(dataset);
    if (find(dataset).isPresent()) {
      Map<String, Object> parameters = Map.of("dataset", dataset);
      writes.write("MATCH (c:Connectome {name: $dataset}) SET c.state = 'writing'", parameters);
      removeRows(dataset);
      writes.write(Statements.REMOVAL_OF_NODE, parameters);
    }
  }

  private void requireImported(String dataset) {
    if (!writes.read(Statements.ASSEMBLED, Map.of("dataset", dataset)).isEmpty()) {
      throw new GraphException(
          "Data set \"%s\" was assembled of agglomerates; choose another name, or call"
                  .formatted(dataset)
              + " connectome.synapses.remove first");
    }
  }

  private void removeRows(String dataset) {
    Statements.REMOVAL.forEach(s -> writes.write(s, Map.of("dataset", dataset)));
  }

  private <R> void send(
      String dataset, String statement, List<R> rows, Function<R, Map<String, Object>> toMap) {
    for (int begin = 0; begin < rows.size(); begin += ROWS_PER_TRANSACTION) {
      int end = Math.min(rows.size(), begin + ROWS_PER_TRANSACTION);
      send(dataset, statement, rows.subList(begin, end).stream().map(toMap).toList());
    }
  }

  private void sendSkeletons(String dataset, List<TracedRow> skeletons) {
    List<Map<String, Object>> part = new ArrayList<>();
    int nodes = 0;
    for (TracedRow skeleton : skeletons) {
      part.add(RowMaps.of(skeleton));
      nodes += skeleton.parent().length;
      if (nodes >= SKELETON_NODES_PER_TRANSACTION) {
        send(dataset, Statements.SKELETONS, List.copyOf(part));
        part.clear();
        nodes = 0;
      }
    }
    send(dataset, Statements.SKELETONS, part);
  }

  private void send(String dataset, String statement, List<Map<String, Object>> rows) {
    if (!rows.isEmpty()) {
      writes.write(statement, Map.of("dataset", dataset, "rows", rows));
    }
  }

  private static Map<String, Object> map(RunRow run) {
    Map<String, Object> map = new HashMap<>();
    map.put("id", run.id());
    map.put("stage", run.stage());
    map.put("version", run.version());
    map.put("parameters", run.parametersJson());
    map.put("inputHash", run.inputHash());
    map.put("started", run.startedIso());
    map.put("ended", run.endedIso());
    map.put("seed", run.seed());
    return map;
  }
}
