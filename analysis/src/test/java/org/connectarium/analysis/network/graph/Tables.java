package org.connectarium.analysis.network.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.connectarium.graph.connectome.ConnectionRow;
import org.connectarium.graph.connectome.ConnectomeRow;
import org.connectarium.graph.connectome.ConnectomeRows;
import org.connectarium.graph.connectome.ConnectomeSink;
import org.connectarium.graph.connectome.Finding;
import org.connectarium.graph.connectome.NeuronRow;
import org.connectarium.graph.connectome.SourceId;
import org.connectarium.graph.connectome.SynapseRow;
import org.connectarium.graph.sink.RunRow;
import org.neo4j.graphdb.GraphDatabaseService;

/// Data sets for tests.
final class Tables {
  private static final RunRow RUN =
      new RunRow("run-1", "import-connectome", "0.1.0", "{}", "cafe", "", "", 0);

  private Tables() {}

  /// `tiny`: 1 → 2 (3 synapses), 1 → d3 (1), 2 → d3 (2), d3 → 1 (1), 2 → 2 (4), and 5 alone. 1 and
  /// 2 are of class axon, d3 of class dendrite; a gap junction joins 1 and 2.
  static void tiny(GraphDatabaseService database) {
    SourceId one = new SourceId.Whole(1);
    SourceId two = new SourceId.Whole(2);
    SourceId three = new SourceId.Word("d3");
    store(
        database,
        "tiny",
        new ConnectomeRows(
            List.of(
                NeuronRow.of(one).withClass("axon"),
                NeuronRow.of(two).withClass("axon"),
                NeuronRow.of(three).withClass("dendrite"),
                NeuronRow.of(new SourceId.Whole(5))),
            List.of(
                new SynapseRow(
                    one,
                    Optional.of(one),
                    List.of(two),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    Map.of(),
                    Map.of())),
            List.of(
                connection(one, two, 3),
                connection(one, three, 1),
                connection(two, three, 2),
                connection(three, one, 1),
                connection(two, two, 4)),
            List.of(new ConnectionRow(one, two, OptionalLong.empty(), Map.of())),
            List.of(),
            List.of(new Finding("connections", "selfConnection", "keep", 1, List.of(6L), "2"))));
  }

  /// A data set of random connections, without counts.
  static void random(GraphDatabaseService database, String name, int neurons, int connections) {
    List<NeuronRow> nodes = new ArrayList<>();
    for (int v = 0; v < neurons; v++) {
      nodes.add(NeuronRow.of(new SourceId.Whole(v)));
    }
    List<ConnectionRow> edges = new ArrayList<>();
    for (int e = 0; e < connections; e++) {
      int from = e % neurons;
      int to = (int) ((from + 1 + e / neurons * 7L) % neurons);
      edges.add(
          new ConnectionRow(
              new SourceId.Whole(from), new SourceId.Whole(to), OptionalLong.empty(), Map.of()));
    }
    store(
        database,
        name,
        new ConnectomeRows(nodes, List.of(), edges, List.of(), List.of(), List.of()));
  }

  private static ConnectionRow connection(SourceId pre, SourceId post, long count) {
    return new ConnectionRow(pre, post, OptionalLong.of(count), Map.of());
  }

  private static void store(GraphDatabaseService database, String name, ConnectomeRows rows) {
    new ConnectomeSink(database)
        .store(new ConnectomeRow(name, "", "", "", "", ""), RUN, rows, run -> run);
  }
}
