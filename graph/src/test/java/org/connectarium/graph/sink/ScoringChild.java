package org.connectarium.graph.sink;

import static org.connectarium.graph.TinyConnectome.RUN;
import static org.connectarium.graph.TinyScores.CLASSIFY;
import static org.connectarium.graph.TinyScores.CONTINUITY;
import static org.connectarium.graph.TinyScores.TYPES;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.TinyScores;
import org.connectarium.graph.store.GraphStore;

/// The process that [KilledScoresTest] kills: loads segments and contacts, adds scores of two
/// models, and acknowledges each batch on standard output.
final class ScoringChild {
  private static final int SEGMENTS = 1_000;
  private static final int BATCH_ROWS = 250;
  private static final int ROWS_PER_TRANSACTION = 125;

  private ScoringChild() {}

  public static void main(String[] args) {
    try (GraphStore store = GraphStore.open(Path.of(args[0]))) {
      load(store, System.out);
    }
  }

  static void load(GraphStore store, PrintStream acknowledged) {
    List<SegmentRow> segments = TinyConnectome.segments(SEGMENTS);
    List<ContactRow> contacts = TinyConnectome.randomContacts(SEGMENTS, 2, 21);
    List<ContactKey> keys = TinyScores.keys(contacts);
    List<Long> ids = segments.stream().map(SegmentRow::id).toList();
    ScoreColumns types = TinyScores.random(TYPES, ids.size(), 1);
    ScoreColumns continuity = TinyScores.random(CONTINUITY, keys.size(), 2);
    try (GraphSink sink = EmbeddedSink.open(store.database(), ROWS_PER_TRANSACTION)) {
      sink.run(RUN);
      sink.segments("segments", RUN.id(), segments);
      sink.contacts("contacts", RUN.id(), contacts);
      TinyScores.begin(sink, TYPES, CONTINUITY);
      for (int begin = 0; begin < ids.size(); begin += BATCH_ROWS) {
        int end = Math.min(ids.size(), begin + BATCH_ROWS);
        sink.segmentScores(
            "part-" + begin, CLASSIFY.id(), ids.subList(begin, end), types.part(begin, end));
        acknowledged.println(TYPES.batchKey("part-" + begin));
      }
      sink.completeScores(TYPES);
      for (int begin = 0; begin < keys.size(); begin += BATCH_ROWS) {
        int end = Math.min(keys.size(), begin + BATCH_ROWS);
        sink.contactScores(
            "part-" + begin, CLASSIFY.id(), keys.subList(begin, end), continuity.part(begin, end));
        acknowledged.println(CONTINUITY.batchKey("part-" + begin));
      }
      sink.completeScores(CONTINUITY);
    }
  }
}
