package org.connectarium.graph.agglomerate;

import org.connectarium.graph.store.DiskSpace;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/// A write transaction that commits and starts anew after a number of changes.
public final class BoundedWrites implements AutoCloseable {
  private final GraphDatabaseService database;
  private final int limit;
  private final StopCheck stop;
  private Transaction tx;
  private int changes;

  public BoundedWrites(GraphDatabaseService database, int limit, StopCheck stop) {
    this.database = database;
    this.limit = limit;
    this.stop = stop;
    this.tx = begin(database);
  }

  /// The transaction to use for the next change.
  public Transaction tx() {
    return tx;
  }

  /// Counts changes; may commit, so nodes of the transaction are not to be used afterwards.
  public void changed(int count) {
    changes += count;
    if (changes >= limit) {
      commit();
      stop.check();
      tx = begin(database);
    }
  }

  /// Commits what is open; the last call before closing.
  public void commit() {
    tx.commit();
    tx.close();
    changes = 0;
  }

  private static Transaction begin(GraphDatabaseService database) {
    DiskSpace.requireRoom(database);
    return database.beginTx();
  }

  @Override
  public void close() {
    tx.close();
  }
}
