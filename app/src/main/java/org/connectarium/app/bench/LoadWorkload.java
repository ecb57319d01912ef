package org.connectarium.app.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.connectarium.graph.id.SegmentId;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.sink.SegmentRow;
import org.connectarium.graph.store.GraphStore;

/// The stage `load` without its hierarchy: segments and five contacts each into a new embedded
/// graph, the constraint on, with opening and closing of the store.
final class LoadWorkload implements Workload {
  private static final long MEDIUM_SEGMENTS = 200_000;
  private static final int PER_BLOCK = 5_000;
  private static final int CONTACTS_EACH = 5;
  private static final int REACH = 40;

  private final Setting setting;
  private final int segments;
  private int runs;

  LoadWorkload(Setting setting) {
    this.setting = setting;
    segments = (int) setting.size().scaled(MEDIUM_SEGMENTS);
  }

  @Override
  public String what() {
    return String.format(
        Locale.ROOT,
        "%,d segments and %,d contacts into a new graph",
        segments,
        segments * CONTACTS_EACH);
  }

  @Override
  public String unit() {
    return "row";
  }

  @Override
  public long units() {
    return (long) segments * (1 + CONTACTS_EACH);
  }

  @Override
  public Floor floor() {
    return new Floor(
        1000,
        1,
        "some 250 bytes of records and as many of log a row, written twice: 1 KB at 1 GB/s");
  }

  @Override
  public void prepare() {
    runs++;
  }

  @Override
  public void run() {
    Path home = setting.scratch().resolve("neo4j-" + runs);
    try (GraphStore store = GraphStore.open(home);
        GraphSink sink = GraphSink.embedded(store.database())) {
      sink.run(new RunRow("bench", "segment", "", "{}", "", "", "", 0));
      for (int begin = 0; begin < segments; begin += PER_BLOCK) {
        List<SegmentRow> rows = new ArrayList<>(PER_BLOCK);
        for (int s = begin; s < Math.min(segments, begin + PER_BLOCK); s++) {
          rows.add(segment(s));
        }
        sink.segments("segments-" + begin, "bench", rows);
      }
      for (int begin = 0; begin < segments; begin += PER_BLOCK) {
        List<ContactRow> rows = new ArrayList<>(PER_BLOCK * CONTACTS_EACH);
        for (int s = begin; s < Math.min(segments, begin + PER_BLOCK); s++) {
          for (int k = 0; k < CONTACTS_EACH; k++) {
            rows.add(contact(s, k));
          }
        }
        sink.contacts("contacts-" + begin, "bench", rows);
      }
    }
  }

  private static long id(int segment) {
    return SegmentId.pack(segment / PER_BLOCK, 0, 0, 1 + segment % PER_BLOCK);
  }

  private static SegmentRow segment(int s) {
    return new SegmentRow(
        id(s),
        500 + s % 9000,
        10.5 * s,
        7.5 * s,
        3.25 * s,
        10.0 * s,
        7.0 * s,
        3.0 * s,
        new SegmentRow.Bounds(s, s, s, s + 20, s + 20, s + 20),
        new SegmentRow.Covariance(900 + s, 1, 2, 800 + s, 3, 700 + s),
        new SegmentRow.Shape(
            60 + s % 300,
            new SegmentRow.Axis(0.6f, 0, 0.8f),
            new SegmentRow.Deviations(90 + s % 90, 60, 30)));
  }

  /* To one of the next segments; the last ones also to the first. */
  private ContactRow contact(int s, int k) {
    int other = (s + 1 + (s * 7 + k * k * 3 + k) % REACH) % segments;
    int low = Math.min(s, other);
    int high = Math.max(s, other);
    return new ContactRow(
        id(low),
        id(high),
        k,
        0.01 + s % 100 * 0.001,
        20 + s % 500,
        10.5 * s,
        7.5 * s,
        3.25 * s,
        new ContactRow.Normal(0.6f, 0, 0.8f),
        false,
        s % 256 / 255f,
        new ContactRow.Spread(s % 99 / 255f, s % 9, s % 49, s % 99, s % 199, s % 256),
        s % 1000 / 1000f);
  }
}
