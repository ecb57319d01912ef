package org.connectarium.graph.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.connectarium.graph.GraphException;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/// Says in time that a disk is full: Neo4j itself tries for ever to write what it holds.
public final class DiskSpace {
  private static final long FULL_BYTES = 4L << 20;

  /*
   * Kept free: more than the log of one transaction and what the page cache still has to write.
   * A log that breaks off in the middle of a transaction cannot be recovered by Neo4j.
   */
  private static final long RESERVE_BYTES = 32L << 20;

  private DiskSpace() {}

  /// True if there is so little left that nothing more will be written.
  public static boolean isFull(Path folder) {
    return folder.toFile().getUsableSpace() < FULL_BYTES;
  }

  /// The one line for a disk that is full.
  public static GraphException full(Path home) {
    return new GraphException(
        "The disk is full at " + home + "; free some space and run the same command again");
  }

  /// Checks before a transaction that there is room for it: on a disk that is nearly full nothing
  /// is written any more, so that what is there stays whole.
  ///
  /// @throws GraphException if there is not
  public static void requireRoom(GraphDatabaseService database) {
    Path home = ((GraphDatabaseAPI) database).databaseLayout().getNeo4jLayout().homeDirectory();
    if (home.toFile().getUsableSpace() < RESERVE_BYTES) {
      throw full(home);
    }
  }

  /// The failure itself, unless a full disk lies below it: then the one line for that.
  public static RuntimeException explained(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (cause instanceof IOException
          && (message.contains("No space left on device")
              || message.contains("Disk quota exceeded"))) {
        return new GraphException(
            "The disk is full while the graph is written; free some space, open the graph again and"
                + " run the same command again",
            failure);
      }
    }
    return failure;
  }

  /// Checks that so many bytes are free.
  ///
  /// @throws GraphException if not
  public static void require(Path home, long bytes) {
    long free = home.toFile().getUsableSpace();
    if (free < bytes) {
      throw new GraphException(
          String.format(
              Locale.ROOT,
              "The graph needs about %,d MB at %s, where %,d MB are free; free some space and run"
                  + " the same command again",
              bytes / 1_000_000,
              home,
              free / 1_000_000));
    }
  }
}
