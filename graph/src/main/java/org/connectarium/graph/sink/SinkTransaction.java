package org.connectarium.graph.sink;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.score.RegisteredScores;
import org.connectarium.graph.score.ScoreModel;
import org.connectarium.graph.score.ScoreRegistry;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// What sinks do inside one transaction of the database: runs, parts of batches, and the ledger
/// that counts their rows. The caller commits.
public final class SinkTransaction {
  public static final String SEGMENTS = "segments";
  public static final String CONTACTS = "contacts";
  public static final String SCORES = "scores";

  private final Transaction tx;
  private final SegmentNodes nodes;
  private final ScoreRegistry registry;

  public SinkTransaction(Transaction tx) {
    this(tx, new SegmentNodes());
  }

  SinkTransaction(Transaction tx, SegmentNodes nodes) {
    this.tx = tx;
    this.nodes = nodes;
    this.registry = new ScoreRegistry(tx);
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

  /// As [GraphSink#beginScores].
  public List<String> beginScores(ScoresRow scores) {
    return registry.begin(scores.model(), scores.runId()).properties();
  }

  /// Writes the part if the ledger counts just the rows before it, else nothing.
  ///
  /// @return the rows of the batch that the ledger counts now
  /// @throws GraphException as [GraphSink#segmentScores]
  public int segmentScores(BatchPart<Long> part) {
    return add(part, false, (adding, ids) -> adding.toSegments(ids));
  }

  /// As [#segmentScores], of contacts.
  ///
  /// @throws GraphException as [GraphSink#contactScores]
  public int contactScores(BatchPart<ContactKey> part) {
    return add(part, true, (adding, keys) -> adding.toContacts(keys));
  }

  /// As [GraphSink#completeScores].
  public void completeScores(ScoreModel model) {
    registry.complete(model);
  }

  /// Takes down a batch whose rows came into the graph in another way.
  public void record(BatchEntry loaded) {
    Batch.open(tx, loaded.key(), loaded.kind(), loaded.rows())
        .advance(loaded.rows(), loaded.complete());
  }

  /// Takes down scores that came into the graph with rows in another way.
  public void record(RegisteredScores scores) {
    registry.begin(scores.model(), scores.run());
    registry.written(scores.model(), scores.count());
    if (scores.complete()) {
      registry.complete(scores.model());
    }
  }

  private <R> int load(BatchPart<R> part, String kind, WriteRow<R> writeRow) {
    Batch batch = Batch.open(tx, part.batch(), kind, part.total());
    RowWriter writer = new RowWriter(tx, nodes, Runs.key(tx, part.run()));
    if (isNotNext(batch, part)) {
      return batch.before().rows();
    }
    List<NamedScores> scores = new ArrayList<>();
    for (ScoreColumns columns : part.scores()) {
      columns.requireOf(kind.equals(CONTACTS));
      scores.add(new NamedScores(columns, begun(columns.model()).properties()));
    }
    for (int i = 0; i < part.rows().size(); i++) {
      Entity written = writeRow.write(writer, part.rows().get(i));
      for (NamedScores of : scores) {
        of.put(i, written::setProperty);
      }
    }
    scores.forEach(of -> registry.written(of.columns().model(), of.count()));
    batch.advance(part.end(), part.end() == part.total());
    return part.end();
  }

  private <R> int add(BatchPart<R> part, boolean contacts, AddRows<R> addRows) {
    ScoreColumns columns = part.scores().getFirst();
    columns.requireOf(contacts);
    RegisteredScores begun = begun(columns.model());
    begun.requireSame(part.run());
    Batch batch = Batch.open(tx, columns.model().batchKey(part.batch()), SCORES, part.total());
    if (isNotNext(batch, part)) {
      return batch.before().rows();
    }
    NamedScores scores = new NamedScores(columns, begun.properties());
    addRows.add(new AddedScores(tx, nodes, scores), part.rows());
    registry.written(columns.model(), scores.count());
    batch.advance(part.end(), part.end() == part.total());
    return part.end();
  }

  private RegisteredScores begun(ScoreModel model) {
    return registry.find(model).orElseThrow(() -> RegisteredScores.unknown(model));
  }

  private static boolean isNotNext(Batch batch, BatchPart<?> part) {
    return batch.before().complete() || batch.before().rows() != part.begin();
  }

  private interface WriteRow<R> {
    Entity write(RowWriter writer, R row);
  }

  private interface AddRows<R> {
    void add(AddedScores adding, List<R> rows);
  }
}
