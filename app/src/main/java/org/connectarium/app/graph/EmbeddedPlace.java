package org.connectarium.app.graph;

import java.nio.file.Path;
import java.util.Optional;
import org.connectarium.graph.bulk.BulkSink;
import org.connectarium.graph.bulk.BulkSize;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.store.GraphStore;
import org.connectarium.graph.store.StoreOptions;

/// A database in the folder of the workspace.
record EmbeddedPlace(Path home) implements GraphPlace {
  @Override
  public Optional<String> server() {
    return Optional.empty();
  }

  /// True: who removes the folder is seen by the record of the stage.
  @Override
  public boolean isLoaded(String batch) {
    return true;
  }

  /// A workspace without a graph gets one in bulk, a graph that is there is changed in
  /// transactions.
  @Override
  public LoadTarget openToLoad(BulkSize size) {
    if (!GraphStore.exists(home)) {
      GraphSink sink = BulkSink.create(home, StoreOptions.DEFAULT, size);
      return new LoadTarget(sink, true, sink::clearSegmentation, () -> {});
    }
    GraphStore store = GraphStore.open(home);
    GraphSink sink = GraphSink.embedded(store.database());
    return new LoadTarget(sink, false, sink::clearSegmentation, store::close);
  }

  @Override
  public WorkspaceGraph open() {
    return new EmbeddedGraph(GraphStore.open(home));
  }
}
