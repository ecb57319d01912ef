package org.connectarium.app.graph;

import java.nio.file.Path;
import java.util.Optional;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.bolt.ServerAddress;
import org.connectarium.graph.bulk.BulkSize;

/// Where the graph of a workspace is kept.
public sealed interface GraphPlace permits EmbeddedPlace, ServerPlace {

  /// A database of the workspace's own.
  ///
  /// @param home its folder
  static GraphPlace inWorkspace(Path home) {
    return new EmbeddedPlace(home);
  }

  /// A Neo4j server with our plug-in.
  ///
  /// @param mayReplace whether a load may remove another segmentation that is there
  static GraphPlace inServer(ServerAddress address, String password, boolean mayReplace) {
    return new ServerPlace(address, password, mayReplace);
  }

  /// The server, empty for a database of the workspace's own.
  Optional<String> server();

  /// Whether a batch was loaded to its end and is still there. Writes nothing.
  ///
  /// @throws GraphException if the graph cannot be reached
  boolean isLoaded(String batch);

  /// The way in for segments and contacts.
  ///
  /// @param size of what will be loaded
  /// @throws GraphException if the graph cannot be reached or opened
  LoadTarget openToLoad(BulkSize size);

  /// The graph for everything after the load.
  ///
  /// @throws GraphException if the graph cannot be reached or opened
  WorkspaceGraph open();
}
