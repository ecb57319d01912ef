package org.connectarium.app.graph;

import java.util.Optional;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.bolt.BoltGraph;
import org.connectarium.graph.bolt.ServerAddress;
import org.connectarium.graph.bulk.BulkSize;
import org.connectarium.graph.sink.GraphSink;

/// A Neo4j server with our plug-in. Others may load into it as well, so nothing is removed there
/// unless the user says so.
record ServerPlace(ServerAddress address, String password, boolean mayReplace)
    implements GraphPlace {
  @Override
  public Optional<String> server() {
    return Optional.of(address.toString());
  }

  @Override
  public boolean isLoaded(String batch) {
    try (BoltGraph graph = connect()) {
      return graph.isLoaded(batch);
    }
  }

  @Override
  public LoadTarget openToLoad(BulkSize size) {
    BoltGraph graph = connect();
    try {
      GraphSink sink = graph.sink();
      return new LoadTarget(sink, false, () -> makeRoom(graph, sink), graph::close);
    } catch (RuntimeException failure) {
      graph.close();
      throw failure;
    }
  }

  @Override
  public WorkspaceGraph open() {
    return new ServedGraph(connect());
  }

  private BoltGraph connect() {
    return BoltGraph.connect(address, password);
  }

  private void makeRoom(BoltGraph graph, GraphSink sink) {
    if (graph.holdsSegmentation()) {
      if (!mayReplace) {
        throw new GraphException(
            "The graph at %s holds another segmentation; load with --replace to remove it, or use"
                    .formatted(address)
                + " another server");
      }
      sink.clearSegmentation();
    }
  }
}
