package org.connectarium.graph.sink;

import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// What sinks do inside one transaction of the database: runs, parts of batches, and the ledger
/// that counts their rows. The caller commits.
public final class SinkTransaction {
  public static final String SEGMENTS = "segments";
  public static final String CONTACTS = "contacts";

  private final Transaction tx;
  private final SegmentNodes nodes;

  public SinkTransaction(Transaction tx) {
    this(tx, new SegmentNodes());
  }

  SinkTransaction(Transaction tx, SegmentNodes nodes) {
    this.tx = tx;
    this.nodes = nodes;
  }

  /// As [GraphSink#run].
  public int run(RunRow run) {
    return Runs.merge(tx, run);
  }

  /// As [GraphSink#isLoaded].
  public boolean isLoaded(String batchKey) {
    Node batch = tx.findNode(GraphSchema.BATCH, "key", batchKey);
    return batch != null && Batch.entry(batch).complete();
  }

  /// Writes the part if the ledger counts just the rows before it, else nothing.
  ///
  /// @return the rows of the batch that the ledger counts now
  /// @throws GraphException as [GraphSink#segments]
  public int segments(BatchPart<SegmentRow> part) {
    return load(part, SEGMENTS, RowWriter::segment);
  }

  /// As [#segments], of contacts.
  ///
  /// @throws GraphException as [GraphSink#contacts]
  public int contacts(BatchPart<ContactRow> part) {
    return load(part, CONTACTS, RowWriter::contact);
  }

  /// Takes down a batch whose rows came into the graph in another way.
  public void record(BatchEntry loaded) {
    Batch.open(tx, loaded.key(), loaded.kind(), loaded.rows())
        .advance(loaded.rows(), loaded.complete());
  }

  private <R> int load(BatchPart<R> part, String kind, WriteRow<R> writeRow) {
    Batch batch = Batch.open(tx, part.batch(), kind, part.total());
    RowWriter writer = new RowWriter(tx, nodes, Runs.key(tx, part.run()));
    if (batch.before().complete() || batch.before().rows() != part.begin()) {
      return batch.before().rows();
    }
    part.rows().forEach(row -> writeRow.write(writer, row));
    batch.advance(part.end(), part.end() == part.total());
    return part.end();
  }

  private interface WriteRow<R> {
    void write(RowWriter writer, R row);
  }
}
