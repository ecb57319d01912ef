package org.connectarium.graph.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.GraphDatabaseService;

/// A store whose files are written by something else than a database, such as an import. Until
/// [#complete] has ended it does not count: [GraphStore] and the server take it for none, and the
/// next making removes it. Closing it before removes it at once.
///
/// One process at a time, by a lock on the mark.
public final class NewStore implements AutoCloseable {
  private final Path home;
  private final MakingMark mark;
  private boolean complete;

  private NewStore(Path home, MakingMark mark) {
    this.home = home;
    this.mark = mark;
  }

  /// Begins a store in a folder that has none.
  ///
  /// @throws GraphException if there is a store, another process makes one here, or the folder
  ///     cannot be written
  public static NewStore begin(Path home) {
    if (MakingMark.isStore(home)) {
      throw new GraphException(
          "There is a graph in " + home + " already; load into it, or remove the folder first");
    }
    try {
      return new NewStore(home, MakingMark.set(home));
    } catch (IOException failure) {
      throw StoreFailure.cannotCreate(home, failure);
    }
  }

  /// Opens what was written, brings the schema to its newest version, lets `last` work on it, and
  /// closes it. From then on it is a store.
  ///
  /// @throws GraphException if it does not open, or the disk is full
  public void complete(StoreOptions options, Consumer<GraphDatabaseService> last) {
    try (GraphStore store = GraphStore.start(home, options)) {
      GraphSchema.migrate(store.database());
      last.accept(store.database());
    }
    try {
      mark.lift();
    } catch (IOException failure) {
      throw StoreFailure.cannotCreate(home, failure);
    }
    complete = true;
  }

  @Override
  public void close() {
    try (mark) {
      if (!complete) {
        mark.removeData();
        mark.lift();
      }
    } catch (IOException failure) {
      throw new GraphException(
          "Cannot remove the unfinished graph in " + home + ": " + failure.getMessage(), failure);
    }
  }
}
