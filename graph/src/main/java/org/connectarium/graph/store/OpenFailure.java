package org.connectarium.graph.store;

import java.nio.file.Path;
import org.connectarium.graph.GraphException;
import org.neo4j.io.locker.FileLockException;

/// Turns what Neo4j throws when a store does not open into one line.
public final class OpenFailure {
  private OpenFailure() {}

  /// The reason why the store in `home` did not open; `failure` stays its cause.
  public static GraphException of(Path home, RuntimeException failure) {
    if (failure instanceof GraphException clear) {
      return clear;
    }
    Throwable root = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FileLockException) {
        GraphException elsewhere = elsewhere(home);
        elsewhere.initCause(failure);
        return elsewhere;
      }
      root = cause;
    }
    return new GraphException(
        "Cannot open the graph in " + home + ": " + root.getMessage(), failure);
  }

  static GraphException elsewhere(Path home) {
    return new GraphException(
        "The graph in " + home + " is open in another process; stop that `run` or `serve` first");
  }
}
