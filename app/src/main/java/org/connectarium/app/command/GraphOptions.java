package org.connectarium.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.connectarium.app.dataset.Dataset;
import org.connectarium.app.dataset.GraphServer;
import org.connectarium.app.graph.GraphPlace;
import org.connectarium.app.workspace.Stage;
import org.connectarium.app.workspace.Workspace;
import org.connectarium.graph.bolt.ServerAddress;
import org.connectarium.ingest.volume.BadInputException;
import picocli.CommandLine.Option;

/// The options that say where the graph is kept; each goes before the key of DATASET.yaml. Use with
/// `@Mixin`.
final class GraphOptions {
  static final String PASSWORD_VARIABLE = "CONNECTARIUM_NEO4J_PASSWORD";

  @Option(
      names = "--server",
      paramLabel = "BOLT",
      description = "Neo4j server with our plug-in that keeps the graph: bolt://127.0.0.1:7687")
  private Optional<String> server = Optional.empty();

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "User of the server; default: neo4j.")
  private Optional<String> user = Optional.empty();

  @Option(
      names = "--database",
      paramLabel = "NAME",
      description = "Database of the server; default: the user's own.")
  private Optional<String> database = Optional.empty();

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "Password of the server in its first line; default: $"
              + PASSWORD_VARIABLE
              + ", or a question.")
  private Optional<Path> passwordFile = Optional.empty();

  @Option(
      names = "--replace",
      description =
          "Remove another segmentation that the server holds when this one is loaded;"
              + " of tables: another state of the data set.")
  private boolean replace;

  /// Where the graph of a run is. Connects to a server, so that what is wrong with it is said at
  /// once and not after hours of work.
  ///
  /// @param last stage of the run; one before the load needs no graph
  GraphPlace place(Workspace workspace, Dataset dataset, Stage last) throws IOException {
    Optional<GraphServer> named = named(dataset.graph());
    if (last.compareTo(Stage.LOAD) < 0 || named.isEmpty()) {
      return GraphPlace.inWorkspace(workspace.neo4j());
    }
    ServerAddress address = named.get().address();
    String password = address.user().isEmpty() ? "" : password(named.get());
    GraphPlace place = GraphPlace.inServer(address, password, replace);
    place.open().close();
    return place;
  }

  /// Where the graph for tables is, which belong to no stage: the server of these options, else the
  /// folder.
  GraphPlace placeOfTables(Workspace workspace) throws IOException {
    Optional<GraphServer> named = server.isPresent() ? named(Optional.empty()) : Optional.empty();
    if (named.isEmpty()) {
      return GraphPlace.inWorkspace(workspace.neo4j());
    }
    ServerAddress address = named.get().address();
    String password = address.user().isEmpty() ? "" : password(named.get());
    return GraphPlace.inServer(address, password, replace);
  }

  /// Whether a server is named here.
  boolean isInServer() {
    return server.isPresent();
  }

  /// Whether what is there may be removed.
  boolean mayReplace() {
    return replace;
  }

  /* The server of these options, else that of the description. */
  private Optional<GraphServer> named(Optional<GraphServer> given) {
    Optional<String> uri = server.or(() -> given.map(g -> g.address().uri()));
    if (uri.isEmpty()) {
      refuseWithoutServer();
    }
    try {
      return uri.map(u -> GraphServer.of(u, user, database, passwordFile, given));
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--server " + e.getMessage(), e);
    }
  }

  /// Refuses these options where a stage does not touch the graph.
  void refuseFor(Stage stage) {
    if (server.isPresent() || replace) {
      throw new BadInputException(
          "'%s' does not touch the graph; --server and --replace are for load, agglomerate and run"
              .formatted(stage.label()));
    }
  }

  private void refuseWithoutServer() {
    if (replace || user.isPresent() || database.isPresent() || passwordFile.isPresent()) {
      throw new BadInputException(
          "--user, --database, --password-file and --replace are for a graph in a server; name it"
              + " with --server, or the key graph of DATASET.yaml");
    }
  }

  private static String password(GraphServer kept) throws IOException {
    if (kept.passwordFile().isPresent()) {
      Path file = kept.passwordFile().get();
      return Files.readString(file).lines().findFirst().orElse("").strip();
    }
    String variable = System.getenv(PASSWORD_VARIABLE);
    if (variable != null) {
      return variable;
    }
    String user = kept.address().user();
    String uri = kept.address().uri();
    return Optional.ofNullable(System.console())
        .filter(terminal -> terminal.isTerminal())
        .map(terminal -> terminal.readPassword("Password of %s at %s: ", user, uri))
        .map(String::new)
        .orElseThrow(
            () ->
                new BadInputException(
                    "no password for user %s at %s; set %s, or name a file with --password-file"
                        .formatted(user, uri, PASSWORD_VARIABLE)));
  }
}
