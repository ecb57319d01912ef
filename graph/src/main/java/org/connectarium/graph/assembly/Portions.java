package org.connectarium.graph.assembly;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.connectarium.graph.store.DiskSpace;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/// Work in transactions of its own, long lists in several of bounded size.
///
/// @param stop asked before each; throws to end the work
record Portions(GraphDatabaseService database, Runnable stop) {
  private static final int PER_TRANSACTION = 2_000;

  /// Reads in one transaction.
  <T> T read(Function<Transaction, T> work) {
    stop.run();
    try (Transaction tx = database.beginTx()) {
      return work.apply(tx);
    }
  }

  /// Writes in one transaction.
  void write(Consumer<Transaction> work) {
    stop.run();
    DiskSpace.requireRoom(database);
    try (Transaction tx = database.beginTx()) {
      work.accept(tx);
      tx.commit();
    }
  }

  /// Writes things in their order.
  <T> void write(List<T> things, BiConsumer<Transaction, List<T>> work) {
    for (int begin = 0; begin < things.size(); begin += PER_TRANSACTION) {
      List<T> some = things.subList(begin, Math.min(things.size(), begin + PER_TRANSACTION));
      write(tx -> work.accept(tx, some));
    }
  }

  /// A statement that commits on its own.
  void execute(String statement, Map<String, Object> parameters) {
    stop.run();
    DiskSpace.requireRoom(database);
    database.executeTransactionally(statement, parameters);
  }
}
