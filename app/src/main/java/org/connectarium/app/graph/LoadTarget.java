package org.connectarium.app.graph;

import org.connectarium.graph.GraphException;
import org.connectarium.graph.sink.GraphSink;

/// A sink that is open for a load.
public final class LoadTarget implements AutoCloseable {
  private final GraphSink sink;
  private final Runnable makeRoom;
  private final Runnable closeGraph;

  LoadTarget(GraphSink sink, Runnable makeRoom, Runnable closeGraph) {
    this.sink = sink;
    this.makeRoom = makeRoom;
    this.closeGraph = closeGraph;
  }

  public GraphSink sink() {
    return sink;
  }

  /// Removes another segmentation that is there.
  ///
  /// @throws GraphException if it may not be removed
  public void makeRoom() {
    makeRoom.run();
  }

  @Override
  public void close() {
    try {
      sink.close();
    } finally {
      closeGraph.run();
    }
  }
}
