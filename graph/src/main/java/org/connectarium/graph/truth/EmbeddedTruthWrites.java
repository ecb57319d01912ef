package org.connectarium.graph.truth;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.store.DiskSpace;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/// Writes through the core API.
record EmbeddedTruthWrites(GraphDatabaseService database) implements TruthWrites {
  @Override
  public void begin(String truth, TruthKind kind, RunRow run) {
    inTransaction(tx -> tx.begin(truth, kind, run));
    removeRows(truth);
  }

  @Override
  public void cells(String truth, List<CellRow> rows) {
    inTransaction(tx -> tx.cells(truth, rows));
  }

  @Override
  public void overlaps(String truth, List<OverlapRow> rows) {
    inTransaction(tx -> tx.overlaps(truth, rows));
  }

  @Override
  public void skeletons(String truth, List<SkeletonRow> rows) {
    inTransaction(tx -> tx.skeletons(truth, rows));
  }

  @Override
  public void complete(String truth) {
    inTransaction(tx -> tx.complete(truth));
  }

  @Override
  public void remove(String truth) {
    removeRows(truth);
    database.executeTransactionally(REMOVAL_OF_NODE, Map.of("truth", truth));
  }

  private void removeRows(String truth) {
    REMOVAL.forEach(s -> database.executeTransactionally(s, Map.of("truth", truth)));
  }

  private void inTransaction(Consumer<TruthTransaction> work) {
    DiskSpace.requireRoom(database);
    try (Transaction tx = database.beginTx()) {
      work.accept(new TruthTransaction(tx));
      tx.commit();
    }
  }
}
