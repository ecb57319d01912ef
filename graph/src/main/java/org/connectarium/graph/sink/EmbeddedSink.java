package org.connectarium.graph.sink;

import java.util.List;
import java.util.function.Function;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.score.ScoreModel;
import org.connectarium.graph.store.DiskSpace;
import org.neo4j.graphdb.GraphDatabaseService;
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
    return inTransaction(tx -> tx.run(run));
  }

  @Override
  public synchronized boolean isLoaded(String batchKey) {
    return inTransaction(tx -> tx.isLoaded(batchKey));
  }

  @Override
  public synchronized void segments(
      String batchKey, String runId, List<SegmentRow> rows, List<ScoreColumns> scores) {
    load(batchKey, runId, rows, scores, SinkTransaction::segments);
  }

  @Override
  public synchronized void contacts(
      String batchKey, String runId, List<ContactRow> rows, List<ScoreColumns> scores) {
    load(batchKey, runId, rows, scores, SinkTransaction::contacts);
  }

  @Override
  public synchronized List<String> beginScores(ScoresRow scores) {
    return inTransaction(tx -> tx.beginScores(scores));
  }

  @Override
  public synchronized void segmentScores(
      String batchKey, String runId, List<Long> segmentIds, ScoreColumns scores) {
    load(batchKey, runId, segmentIds, List.of(scores), SinkTransaction::segmentScores);
  }

  @Override
  public synchronized void contactScores(
      String batchKey, String runId, List<ContactKey> contacts, ScoreColumns scores) {
    load(batchKey, runId, contacts, List.of(scores), SinkTransaction::contactScores);
  }

  @Override
  public synchronized void completeScores(ScoreModel model) {
    inTransaction(
        tx -> {
          tx.completeScores(model);
          return model;
        });
  }

  @Override
  public synchronized void clearSegmentation() {
    nodes.forget();
    Clearing.clear(database);
  }

  @Override
  public void finish() {
    // every transaction was committed when it ended
  }

  @Override
  public void close() {
    nodes.forget();
  }

  private <R> void load(
      String batchKey,
      String runId,
      List<R> rows,
      List<ScoreColumns> scores,
      WritePart<R> writePart) {
    int done = 0;
    do {
      BatchPart<R> part = BatchPart.of(batchKey, runId, rows, scores, done, rowsPerTransaction);
      try {
        done = inTransaction(tx -> writePart.write(tx, part));
      } catch (RuntimeException failure) {
        nodes.forget(); // it may hold nodes that were never committed
        RuntimeException explained = DiskSpace.explained(failure);
        throw explained instanceof GraphException
            ? explained
            : new GraphException("Batch " + batchKey + ": " + failure.getMessage(), failure);
      }
    } while (done < rows.size());
  }

  private <T> T inTransaction(Function<SinkTransaction, T> work) {
    DiskSpace.requireRoom(database);
    try (Transaction tx = database.beginTx()) {
      T result = work.apply(new SinkTransaction(tx, nodes));
      tx.commit();
      return result;
    }
  }

  private interface WritePart<R> {
    int write(SinkTransaction tx, BatchPart<R> part);
  }
}
