package org.connectarium.graph.store;

import java.io.IOException;
import java.nio.file.Path;
import org.connectarium.graph.GraphException;

/// What can go wrong with the folder of a store, each as one line.
final class StoreFailure {
  private StoreFailure() {}

  static GraphException cannotCreate(Path home, IOException failure) {
    return new GraphException(
        "Cannot create the graph folder " + home + ": " + failure.getMessage(), failure);
  }
}
