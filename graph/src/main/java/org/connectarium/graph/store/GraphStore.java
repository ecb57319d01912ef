package org.connectarium.graph.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.connectors.HttpsConnector;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;

/// The graph of a workspace as an embedded Neo4j database: no network, no usage reports, nothing
/// on the console, bounded memory. Its folder is laid out as a Neo4j home, so that `GraphServer`
/// opens the same files.
///
/// Opening brings the schema to the newest version. One process at a time.
public final class GraphStore implements AutoCloseable {
  private static final long LOOK_AT_DISK_SECONDS = 5;
  private static final long FREE_TO_OPEN_BYTES = 16L << 20;

  private final Path home;
  private final DatabaseManagementService service;
  private final GraphDatabaseService database;

  private GraphStore(Path home, DatabaseManagementService service, GraphDatabaseService database) {
    this.home = home;
    this.service = service;
    this.database = database;
  }

  /// Opens or creates the store in a folder with the default options.
  ///
  /// @throws GraphException as [#open(Path, StoreOptions)]
  public static GraphStore open(Path home) {
    return open(home, StoreOptions.DEFAULT);
  }

  /// Opens or creates the store in a folder. One whose making was killed holds nothing yet and is
  /// made anew.
  ///
  /// @throws GraphException if another process has it open, a newer version made it, or the
  ///     folder cannot be written
  public static GraphStore open(Path home, StoreOptions options) {
    return exists(home) ? openStore(home, options) : create(home, options);
  }

  /// True if the folder holds a store that was made to its end.
  public static boolean exists(Path home) {
    return MakingMark.isStore(home);
  }

  private static GraphStore openStore(Path home, StoreOptions options) {
    GraphStore store = start(home, options);
    try {
      GraphSchema.migrate(store.database);
      return store;
    } catch (RuntimeException failure) {
      store.closeAfter(failure);
      throw DiskSpace.explained(failure);
    }
  }

  private static GraphStore create(Path home, StoreOptions options) {
    try (MakingMark mark = MakingMark.set(home)) {
      GraphStore store = openStore(home, options);
      try {
        mark.lift();
      } catch (IOException failure) {
        store.closeAfter(failure);
        throw failure;
      }
      return store;
    } catch (IOException failure) {
      throw StoreFailure.cannotCreate(home, failure);
    }
  }

  /// The database, for everything that works on it.
  public GraphDatabaseService database() {
    return database;
  }

  /// Ends the database. On a full disk Neo4j tries for ever to write what its cache holds; then
  /// the store is left as a kill would leave it, and the next opening recovers it.
  ///
  /// @throws GraphException if the disk is full
  @Override
  public void close() {
    FutureTask<Boolean> end = new FutureTask<>(service::shutdown, true);
    Thread.ofPlatform().daemon().name("graph-close").start(end);
    boolean ended = false;
    while (!ended) {
      try {
        ended = end.get(LOOK_AT_DISK_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException _) {
        if (DiskSpace.isFull(home)) {
          throw DiskSpace.full(home);
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      } catch (ExecutionException e) {
        throw new GraphException("Cannot close the graph in " + home + ": " + e.getMessage(), e);
      }
    }
  }

  private void closeAfter(Exception failure) {
    try {
      close();
    } catch (GraphException also) {
      failure.addSuppressed(also);
    }
  }

  /// Starts the database without a look at its schema.
  static GraphStore start(Path home, StoreOptions options) {
    if (home.toFile().getUsableSpace() < FREE_TO_OPEN_BYTES) {
      throw DiskSpace.full(home); // Neo4j itself would neither start nor give up
    }
    try {
      DatabaseManagementService service =
          new DatabaseManagementServiceBuilder(home.toAbsolutePath())
              .setConfig(GraphDatabaseSettings.pagecache_memory, options.pageCacheBytes())
              .setConfig(
                  GraphDatabaseSettings.memory_transaction_max_size, options.transactionBytes())
              .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
              .setConfig(GraphDatabaseSettings.keep_logical_logs, "256M size")
              .setConfig(
                  GraphDatabaseSettings.procedure_allowlist, List.of("connectome.*", "gds.*"))
              .setConfig(GraphDatabaseSettings.allow_file_urls, false)
              .setConfig(GraphDatabaseSettings.udc_enabled, false)
              .setConfig(BoltConnector.enabled, false)
              .setConfig(HttpConnector.enabled, false)
              .setConfig(HttpsConnector.enabled, false)
              .build();
      SilentLog.keepOffTheConsole();
      return new GraphStore(
          home, service, service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME));
    } catch (RuntimeException failure) {
      throw OpenFailure.of(home, failure);
    }
  }
}
