package org.connectarium.graph.bulk;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.score.ScoreModel;
import org.connectarium.graph.sink.BatchEntry;
import org.connectarium.graph.sink.ContactKey;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.NamedScores;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.sink.ScoreColumns;
import org.connectarium.graph.sink.ScoresRow;
import org.connectarium.graph.sink.SegmentRow;
import org.connectarium.graph.sink.SinkTransaction;
import org.connectarium.graph.store.NewStore;
import org.connectarium.graph.store.StoreOptions;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/// Makes a whole new store through Neo4j's batch importer, which writes records in order instead
/// of transactions. The same calls leave the same graph as through [GraphSink#embedded].
///
/// - Nothing is there before [#finish]; then all of it is. A kill or a failure before leaves
///   nothing: the next load begins anew.
/// - All segments come before the first contact.
/// - Memory: 4 to 8 bytes a segment, some thousand rows on their way, and what the importer
///   takes: about 15 bytes a segment and the page cache of `options`, outside the heap.
/// - One thread at a time; the importer has as many as there are processors.
public final class BulkSink implements GraphSink {
  private static final int ROWS_AT_ONCE = 1_000;

  private final NewStore store;
  private final StoreOptions options;
  private final ImportThread importer;
  private final NodeNumbers nodes = new NodeNumbers();
  private final Map<String, RunRow> runs = new LinkedHashMap<>();
  private final Map<String, BatchEntry> batches = new LinkedHashMap<>();
  private final BulkScores models = new BulkScores();
  private boolean contactsBegun;
  private boolean broken;

  private BulkSink(NewStore store, StoreOptions options, ImportThread importer) {
    this.store = store;
    this.options = options;
    this.importer = importer;
  }

  /// Begins a store in a folder that has none; what an interrupted load left there is removed.
  ///
  /// @param size what will come, about
  /// @throws GraphException if there is a store already, another process makes one there, or the
  ///     disk has too little space
  public static GraphSink create(Path home, StoreOptions options, BulkSize size) {
    NewStore store = NewStore.begin(home);
    try {
      return new BulkSink(store, options, ImportThread.start(home, options, size));
    } catch (RuntimeException failure) {
      store.close();
      throw failure;
    }
  }

  @Override
  public int run(RunRow run) {
    requireWhole();
    runs.put(run.id(), run);
    return runKey(run.id());
  }

  /// False until [#finish], because nothing is committed before.
  @Override
  public boolean isLoaded(String batchKey) {
    return false;
  }

  @Override
  public void segments(
      String batchKey, String runId, List<SegmentRow> rows, List<ScoreColumns> scores) {
    if (isNew(batchKey, SinkTransaction.SEGMENTS, rows.size())) {
      if (contactsBegun) {
        throw breaking(
            new GraphException(
                "Batch " + batchKey + ": all segments must come before the first contact"));
      }
      int run = runKey(runId);
      List<NamedScores> named = models.named(scores, false, rows.size());
      int from = 0;
      for (List<SegmentRow> some : inParts(rows)) {
        int first = nodes.size();
        for (SegmentRow row : some) {
          if (!nodes.add(row.id())) {
            throw breaking(
                new GraphException(
                    "Batch "
                        + batchKey
                        + ": segment "
                        + row.id()
                        + " came before; ids are unique"));
          }
        }
        importer.segments(new Rows.Segments(some, first, run, part(named, from, some.size())));
        from += some.size();
      }
      models.written(named);
      note(batchKey, SinkTransaction.SEGMENTS, rows.size());
    }
  }

  @Override
  public void contacts(
      String batchKey, String runId, List<ContactRow> rows, List<ScoreColumns> scores) {
    if (isNew(batchKey, SinkTransaction.CONTACTS, rows.size())) {
      if (!contactsBegun) {
        contactsBegun = true;
        importer.endOfSegments();
      }
      int run = runKey(runId);
      List<NamedScores> named = models.named(scores, true, rows.size());
      int from = 0;
      for (List<ContactRow> some : inParts(rows)) {
        importer.contacts(withNodes(some, run, part(named, from, some.size())));
        from += some.size();
      }
      models.written(named);
      note(batchKey, SinkTransaction.CONTACTS, rows.size());
    }
  }

  @Override
  public List<String> beginScores(ScoresRow scores) {
    requireWhole();
    runKey(scores.runId());
    return models.begin(scores);
  }

  @Override
  public void segmentScores(
      String batchKey, String runId, List<Long> segmentIds, ScoreColumns scores) {
    throw withRowsOnly(scores.model());
  }

  @Override
  public void contactScores(
      String batchKey, String runId, List<ContactKey> contacts, ScoreColumns scores) {
    throw withRowsOnly(scores.model());
  }

  @Override
  public void completeScores(ScoreModel model) {
    requireWhole();
    models.complete(model);
  }

  private static GraphException withRowsOnly(ScoreModel model) {
    return new GraphException(
        "A graph that is made in bulk gets scores with its rows; add those of the "
            + model
            + " when it is finished");
  }

  /// Does nothing where nothing was sent.
  ///
  /// @throws GraphException if something was: a new store has no older segmentation
  @Override
  public void clearSegmentation() {
    if (!batches.isEmpty()) {
      throw new GraphException(
          "A bulk load cannot be cleared; close it, which removes it, and begin another");
    }
  }

  /// Completes the store: indexes, constraints, runs and ledger. It can be opened from then on.
  @Override
  public void finish() {
    requireWhole();
    if (!contactsBegun) {
      importer.endOfSegments();
    }
    importer.finish();
    store.complete(options, this::writeLedger);
  }

  @Override
  public void close() {
    importer.close();
    store.close();
  }

  private void writeLedger(GraphDatabaseService database) {
    try (Transaction tx = database.beginTx()) {
      SinkTransaction ledger = new SinkTransaction(tx);
      for (RunRow run : runs.values()) {
        int key = ledger.run(run);
        if (key != runKey(run.id())) {
          throw new IllegalStateException("Run " + run.id() + " got key " + key);
        }
      }
      batches.values().forEach(ledger::record);
      models.write(ledger);
      tx.commit();
    }
  }

  private Rows.Contacts withNodes(List<ContactRow> rows, int run, List<NamedScores> scores) {
    int[] low = new int[rows.size()];
    int[] high = new int[rows.size()];
    try {
      for (int i = 0; i < low.length; i++) {
        low[i] = nodes.of(rows.get(i).lowId());
        high[i] = nodes.of(rows.get(i).highId());
      }
    } catch (GraphException unknown) {
      throw breaking(unknown);
    }
    return new Rows.Contacts(rows, low, high, run, scores);
  }

  /* A batch that is broken off cannot be completed: its first rows are on their way. */
  private GraphException breaking(GraphException failure) {
    broken = true;
    return failure;
  }

  private void requireWhole() {
    if (broken) {
      throw new GraphException(
          "The bulk load met bad rows and cannot go on; correct them and load again");
    }
  }

  private boolean isNew(String batchKey, String kind, int rows) {
    requireWhole();
    BatchEntry before = batches.get(batchKey);
    if (before != null) {
      before.requireSame(kind, rows);
    }
    return before == null;
  }

  private void note(String batchKey, String kind, int rows) {
    batches.put(batchKey, new BatchEntry(batchKey, kind, rows, true));
  }

  /* Keys go by the order in which runs come, as in a new store with transactions. */
  private int runKey(String runId) {
    int key = 1;
    for (String id : runs.keySet()) {
      if (id.equals(runId)) {
        return key;
      }
      key++;
    }
    throw new GraphException("Run " + runId + " is not in the graph; store it before its rows");
  }

  private static List<NamedScores> part(List<NamedScores> scores, int from, int rows) {
    return scores.stream().map(of -> of.part(from, from + rows)).toList();
  }

  private static <R> Iterable<List<R>> inParts(List<R> rows) {
    List<R> fixed = List.copyOf(rows);
    return () ->
        IntStream.iterate(0, b -> b < fixed.size(), b -> b + ROWS_AT_ONCE)
            .mapToObj(b -> fixed.subList(b, Math.min(fixed.size(), b + ROWS_AT_ONCE)))
            .iterator();
  }
}
