package org.connectarium.graph.sink;

import static org.connectarium.graph.TinyConnectome.RUN;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.store.GraphStore;

/// The process that [KilledLoadTest] kills: loads batches and acknowledges each on standard
/// output.
final class LoadingChild {
  private static final int SEGMENTS = 4_000;
  private static final int BATCH_ROWS = 1_000;
  private static final int ROWS_PER_TRANSACTION = 200;

  private LoadingChild() {}

  public static void main(String[] args) {
    try (GraphStore store = GraphStore.open(Path.of(args[0]))) {
      load(store, System.out);
    }
  }

  static void load(GraphStore store, PrintStream acknowledged) {
    List<SegmentRow> segments = TinyConnectome.segments(SEGMENTS);
    List<ContactRow> contacts = TinyConnectome.randomContacts(SEGMENTS, 3, 21);
    try (GraphSink sink = EmbeddedSink.open(store.database(), ROWS_PER_TRANSACTION)) {
      sink.run(RUN);
      for (int begin = 0; begin < segments.size(); begin += BATCH_ROWS) {
        String key = "segments-" + begin;
        sink.segments(key, RUN.id(), batch(segments, begin));
        acknowledged.println(key);
      }
      for (int begin = 0; begin < contacts.size(); begin += BATCH_ROWS) {
        String key = "contacts-" + begin;
        sink.contacts(key, RUN.id(), batch(contacts, begin));
        acknowledged.println(key);
      }
    }
  }

  private static <R> List<R> batch(List<R> rows, int begin) {
    return rows.subList(begin, Math.min(rows.size(), begin + BATCH_ROWS));
  }
}
