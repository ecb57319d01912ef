package org.connectarium.graph.sink;

import java.util.List;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// Writes through the core API: one transaction per [#ROWS_PER_TRANSACTION] rows, the ledger
/// node of the batch in the same transaction.
final class EmbeddedSink implements GraphSink {
  static final int ROWS_PER_TRANSACTION = 5_000;

  private final GraphDatabaseService database;
  private final int rowsPerTransaction;
  private final SegmentNodes nodes = new SegmentNodes();

  private EmbeddedSink(GraphDatabaseService database, int rowsPerTransaction) {
    this.database = database;
    this.rowsPerTransaction = rowsPerTransaction;
  }

  static EmbeddedSink open(GraphDatabaseService database, int rowsPerTransaction) {
    try (Transaction tx = database.beginTx()) {
      GraphSchema.store(tx);
    }
    EmbeddedSink sink = new EmbeddedSink(database, rowsPerTransaction);
    if (Clearing.isUnfinished(database)) {
      Clearing.clear(database);
    }
    return sink;
  }

  @Override
  public synchronized int run(RunRow run) {
    try (Transaction tx = database.beginTx()) {
      int key = Runs.merge(tx, run);
      tx.commit();
      return key;
    }
  }

  @Override
  public synchronized boolean isLoaded(String batchKey) {
    try (Transaction tx = database.beginTx()) {
      Node batch = tx.findNode(GraphSchema.BATCH, "key", batchKey);
      return batch != null && (boolean) batch.getProperty("complete");
    }
  }

  @Override
  public synchronized void segments(String batchKey, String runId, List<SegmentRow> rows) {
    load(batchKey, "segments", runId, rows, RowWriter::segment);
  }

  @Override
  public synchronized void contacts(String batchKey, String runId, List<ContactRow> rows) {
    load(batchKey, "contacts", runId, rows, RowWriter::contact);
  }

  @Override
  public synchronized void clearSegmentation() {
    nodes.forget();
    Clearing.clear(database);
  }

  @Override
  public void close() {
    nodes.forget();
  }

  private <R> void load(
      String batchKey, String kind, String runId, List<R> rows, WriteRow<R> writeRow) {
    boolean complete = false;
    while (!complete) {
      try (Transaction tx = database.beginTx()) {
        Batch batch = Batch.open(tx, batchKey, kind, rows.size());
        int end = Math.min(rows.size(), batch.rows() + rowsPerTransaction);
        RowWriter writer = new RowWriter(tx, nodes, Runs.key(tx, runId));
        for (int i = batch.rows(); i < end; i++) {
          writeRow.write(writer, rows.get(i));
        }
        complete = end == rows.size();
        if (batch.advance(end, complete)) {
          tx.commit();
        }
      } catch (RuntimeException failure) {
        nodes.forget(); // it may hold nodes that were never committed
        throw failure instanceof GraphException
            ? failure
            : new GraphException("Batch " + batchKey + ": " + failure.getMessage(), failure);
      }
    }
  }

  private interface WriteRow<R> {
    void write(RowWriter writer, R row);
  }
}
