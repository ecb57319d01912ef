package org.connectarium.app.pipeline;

import java.nio.file.Path;
import org.connectarium.graph.bulk.BulkSink;
import org.connectarium.graph.bulk.BulkSize;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.store.GraphStore;
import org.connectarium.graph.store.StoreOptions;

/// Where a load goes: a workspace without a graph gets one in bulk, a graph that is there is
/// changed in transactions.
final class GraphTarget implements AutoCloseable {
  private final GraphSink sink;
  private final Runnable closeStore;

  private GraphTarget(GraphSink sink, Runnable closeStore) {
    this.sink = sink;
    this.closeStore = closeStore;
  }

  static GraphTarget open(Path home, BulkSize size) {
    if (!GraphStore.exists(home)) {
      return new GraphTarget(BulkSink.create(home, StoreOptions.DEFAULT, size), () -> {});
    }
    GraphStore store = GraphStore.open(home);
    return new GraphTarget(GraphSink.embedded(store.database()), store::close);
  }

  GraphSink sink() {
    return sink;
  }

  @Override
  public void close() {
    try {
      sink.close();
    } finally {
      closeStore.run();
    }
  }
}
