package org.connectarium.graph.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.store.GraphStore;
import org.connectarium.graph.store.OpenFailure;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/// A running Neo4j Community server on the graph of a workspace: Bolt, HTTP and Neo4j Browser,
/// with the procedures `connectome.*` and `gds.*`. The folder is the one that [GraphStore] writes.
///
/// Safe by default: loopback only, a generated password, limits on time and memory of a query,
/// no reading of local files from Cypher, no usage reports.
public final class GraphServer implements AutoCloseable {
  private final DatabaseManagementService service;
  private final GraphDatabaseService database;
  private final Optional<String> newPassword;

  private GraphServer(
      DatabaseManagementService service,
      GraphDatabaseService database,
      Optional<String> newPassword) {
    this.service = service;
    this.database = database;
    this.newPassword = newPassword;
  }

  /// Starts the server; it answers when this returns.
  ///
  /// @throws GraphException if there is no graph in the folder, another process has it open, a
  ///     newer version made it, or a port is taken
  public static GraphServer start(Path home, ServerOptions options) {
    if (!GraphStore.exists(home)) {
      throw new GraphException("There is no graph in " + home + "; run the pipeline first");
    }
    requireFree(options.listenAddress(), options.httpPort(), "HTTP");
    requireFree(options.listenAddress(), options.boltPort(), "Bolt");
    try {
      Optional<String> newPassword = Password.prepare(home, options);
      DatabaseManagementService service =
          new CommunityServer().start(ServerConfig.of(home, options));
      return complete(service, newPassword);
    } catch (RuntimeException failure) {
      throw OpenFailure.of(home, failure);
    }
  }

  /// The password of user `neo4j` if it was made by this start: show it once, it is stored
  /// nowhere in clear. Empty if an earlier one stays valid, or without authentication.
  public Optional<String> newPassword() {
    return newPassword;
  }

  /// The port that HTTP and Neo4j Browser (`/browser/`) answer on.
  public int httpPort() {
    return port(ConnectorType.HTTP);
  }

  public int boltPort() {
    return port(ConnectorType.BOLT);
  }

  /// The database, for code in the same process.
  public GraphDatabaseService database() {
    return database;
  }

  @Override
  public void close() {
    service.shutdown();
  }

  private static GraphServer complete(
      DatabaseManagementService service, Optional<String> newPassword) {
    try {
      GraphDatabaseService database = service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
      GraphSchema.migrate(database);
      GdsProcedures.register(resolve(database, GlobalProcedures.class));
      return new GraphServer(service, database, newPassword);
    } catch (RuntimeException failure) {
      service.shutdown();
      throw failure;
    }
  }

  private int port(ConnectorType connector) {
    var address = resolve(database, ConnectorPortRegister.class).getLocalAddress(connector);
    if (address == null) {
      throw new IllegalStateException("The server has no " + connector + " connector");
    }
    return address.getPort();
  }

  private static <T> T resolve(GraphDatabaseService database, Class<T> type) {
    return ((GraphDatabaseAPI) database).getDependencyResolver().resolveDependency(type);
  }

  private static void requireFree(String address, int port, String what) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
    } catch (BindException taken) {
      throw new GraphException(
          "%s port %d on %s is taken; stop what uses it or choose another port"
              .formatted(what, port, address),
          taken);
    } catch (IOException failure) {
      throw new GraphException(
          "Cannot listen on " + address + ":" + port + ": " + failure.getMessage(), failure);
    }
  }
}
