package org.connectarium.graph.store;

import java.nio.file.Path;
import java.util.Locale;
import org.connectarium.graph.GraphException;

/// Says in time that a disk is full: Neo4j itself tries for ever to write what it holds.
public final class DiskSpace {
  private static final long FULL_BYTES = 4L << 20;

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
