package org.connectarium.app.graph;

import org.connectarium.graph.GraphException;
import org.connectarium.graph.sink.GraphSink;

/// A sink that is open for a load.
public final class LoadTarget implements AutoCloseable {
  private final GraphSink sink;
  private final boolean wholeNew;
  private final Runnable makeRoom;
  private final Runnable closeGraph;

  LoadTarget(GraphSink sink, boolean wholeNew, Runnable makeRoom, Runnable closeGraph) {
    this.sink = sink;
    this.wholeNew = wholeNew;
    this.makeRoom = makeRoom;
    this.closeGraph = closeGraph;
  }

  public GraphSink sink() {
    return sink;
  }

  /// Whether a whole new graph is made: then work is left when all rows are sent.
  public boolean isWholeNew() {
    return wholeNew;
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
