package org.connectarium.app.dataset;

import java.nio.file.Path;
import java.util.Optional;
import org.connectarium.graph.bolt.ServerAddress;

/// A Neo4j server that keeps the graph in place of a database in the workspace.
///
/// @param passwordFile a file whose first line is the password; empty = asked for elsewhere
public record GraphServer(ServerAddress address, Optional<Path> passwordFile) {
  private static final String NO_USER = "none";

  /// What is left open is as in another description, or a default.
  ///
  /// @param user `none` for a server that asks for no password
  /// @param others where to look for what is not given
  /// @throws IllegalArgumentException if the server is no address
  public static GraphServer of(
      String server,
      Optional<String> user,
      Optional<String> database,
      Optional<Path> passwordFile,
      Optional<GraphServer> others) {
    String name =
        user.map(u -> u.equals(NO_USER) ? "" : u)
            .or(() -> others.map(o -> o.address().user()))
            .orElse(Defaults.SERVER_USER);
    String data = database.or(() -> others.map(o -> o.address().database())).orElse("");
    return new GraphServer(
        new ServerAddress(server, name, data),
        passwordFile.or(() -> others.flatMap(GraphServer::passwordFile)));
  }
}
