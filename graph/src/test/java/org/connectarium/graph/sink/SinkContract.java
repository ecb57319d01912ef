package org.connectarium.graph.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.connectarium.graph.TinyConnectome.RUN;
import static org.connectarium.graph.TinyConnectome.contact;
import static org.connectarium.graph.TinyConnectome.id;
import static org.connectarium.graph.TinyConnectome.segment;
import static org.connectarium.graph.TinyConnectome.segments;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.connectarium.graph.CanonicalDump;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every sink does alike: the same calls leave the same graph. Open to other packages.
public abstract class SinkContract {
  private static final RunRow CLASSIFY =
      new RunRow("run-2", "classify", "0.1.0", "{\"a\": 1}", "beef", "2026-01-02T00:00:00Z", "", 0);
  private static final List<SegmentRow> SEGMENTS = segments(2_500);
  private static final List<ContactRow> CONTACTS = TinyConnectome.randomContacts(2_500, 4, 5);

  @TempDir protected Path folder;

  /// A sink into a graph that holds nothing yet.
  protected abstract GraphSink open();

  /// The graph that the sink has written, after it was closed.
  protected abstract List<String> dump();

  @Test
  void theSameCallsLeaveTheSameGraphAsThroughTransactions() {
    try (GraphSink sink = open()) {
      loadAll(sink);
    }
    assertThat(dump()).isEqualTo(embedded(SinkContract::loadAll));
  }

  @Test
  void aBatchThatComesTwiceCountsOnce() {
    try (GraphSink sink = open()) {
      sink.run(RUN);
      sink.segments("s", RUN.id(), segments(30));
      sink.segments("s", RUN.id(), segments(30));
      sink.contacts("c", RUN.id(), List.of(contact(1, 2, 0.5)));
      sink.segments("s", RUN.id(), segments(30));
      sink.contacts("c", RUN.id(), List.of(contact(1, 2, 0.5)));
      sink.finish();
    }
    assertThat(dump())
        .isEqualTo(
            embedded(
                sink -> {
                  sink.run(RUN);
                  sink.segments("s", RUN.id(), segments(30));
                  sink.contacts("c", RUN.id(), List.of(contact(1, 2, 0.5)));
                }));
  }

  @Test
  void aGraphWithoutContactsIsOneToo() {
    try (GraphSink sink = open()) {
      sink.run(RUN);
      sink.segments("s", RUN.id(), segments(3));
      sink.finish();
    }
    assertThat(dump())
        .isEqualTo(
            embedded(
                sink -> {
                  sink.run(RUN);
                  sink.segments("s", RUN.id(), segments(3));
                }));
  }

  @Test
  void badRowsAreOneLine() {
    try (GraphSink sink = open()) {
      assertThatThrownBy(() -> sink.segments("s", "nobody", segments(1)))
          .isInstanceOf(GraphException.class)
          .hasMessageContaining("Run nobody is not in the graph; store it before its rows");
      sink.run(RUN);
      sink.segments("s", RUN.id(), segments(1));
      assertThatThrownBy(() -> sink.segments("s", RUN.id(), segments(3)))
          .hasMessageContaining("loaded with 1 rows but now has 3");
      assertThatThrownBy(() -> sink.contacts("s", RUN.id(), List.of()))
          .hasMessageContaining("holds segments, not contacts");
      assertThatThrownBy(() -> sink.contacts("c", RUN.id(), List.of(contact(1, 2, 0.5))))
          .isInstanceOf(GraphException.class)
          .hasMessageContaining("Segment " + id(2) + " is not in the graph; load its batch");
    }
  }

  @Test
  void aSegmentThatIsThereAlreadyIsRefused() {
    try (GraphSink sink = open()) {
      sink.run(RUN);
      sink.segments("s", RUN.id(), segments(5));
      assertThatThrownBy(() -> sink.segments("t", RUN.id(), List.of(segment(3, 9))))
          .isInstanceOf(GraphException.class)
          .hasMessageContaining("Batch t");
    }
  }

  private static void loadAll(GraphSink sink) {
    sink.run(RUN);
    sink.run(CLASSIFY);
    sink.segments("begun", RUN.id(), List.of());
    sink.segments("s1", RUN.id(), SEGMENTS.subList(0, 1_200));
    sink.segments("s2", RUN.id(), SEGMENTS.subList(1_200, 2_500));
    sink.contacts("c1", RUN.id(), CONTACTS.subList(0, 3_001));
    sink.run(ended());
    sink.contacts("c2", CLASSIFY.id(), CONTACTS.subList(3_001, CONTACTS.size()));
    sink.finish();
  }

  private static RunRow ended() {
    return new RunRow(
        RUN.id(), "segment", "0.1.0", "{}", "cafe", "2026-01-01T00:00:00Z", "later", 7);
  }

  private List<String> embedded(Consumer<GraphSink> load) {
    try (GraphStore store = GraphStore.open(folder.resolve("embedded"));
        GraphSink sink = GraphSink.embedded(store.database())) {
      load.accept(sink);
      return CanonicalDump.of(store.database());
    }
  }

  /// The graph in a folder.
  protected static List<String> dump(Path home) {
    try (GraphStore store = GraphStore.open(home)) {
      return CanonicalDump.of(store.database());
    }
  }
}
