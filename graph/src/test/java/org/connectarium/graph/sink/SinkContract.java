package org.connectarium.graph.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.connectarium.graph.TinyConnectome.RUN;
import static org.connectarium.graph.TinyConnectome.contact;
import static org.connectarium.graph.TinyConnectome.id;
import static org.connectarium.graph.TinyConnectome.segment;
import static org.connectarium.graph.TinyConnectome.segments;
import static org.connectarium.graph.TinyScores.CLASSIFY;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.connectarium.graph.CanonicalDump;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.TinyScores;
import org.connectarium.graph.score.ScoreKind;
import org.connectarium.graph.score.ScoreModel;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every sink does alike: the same calls leave the same graph. Open to other packages.
public abstract class SinkContract {
  private static final List<SegmentRow> SEGMENTS = segments(2_500);
  private static final List<ContactRow> CONTACTS = TinyConnectome.randomContacts(2_500, 4, 5);
  private static final ScoreColumns FIRST = TinyScores.random(TinyScores.TYPES, SEGMENTS.size(), 1);
  private static final ScoreColumns SECOND =
      TinyScores.random(new ScoreModel(ScoreKind.TYPE, "second"), SEGMENTS.size(), 2);
  private static final ScoreColumns SYNAPSES =
      TinyScores.random(TinyScores.SYNAPSES, CONTACTS.size(), 3);

  @TempDir protected Path folder;

  /// A sink into a graph that holds nothing yet.
  protected abstract GraphSink open();

  /// Goes on with the graph that the sink has written, after it was closed.
  protected abstract void later(Consumer<GraphSink> work);

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
  void rowsComeWithScoresOfSeveralModels() {
    try (GraphSink sink = open()) {
      load(sink, true);
    }
    List<String> dump = dump();
    assertThat(dump).isEqualTo(embedded(sink -> load(sink, true)));
    assertThat(dump)
        .filteredOn(line -> line.startsWith("[Scores]"))
        .extracting(line -> line.substring(line.indexOf("kind"), line.indexOf(", run")))
        .containsExactlyInAnyOrder(
            "kind=\"synapse\", name=\"synem\", properties=[pSynapse, pSynapseReverse]",
            "kind=\"type\", name=\"second\", properties=[pAxon_second, pDendrite_second,"
                + " pSpineHead_second, pGlia_second]",
            "kind=\"type\", name=\"typeem\", properties=[pAxon, pDendrite, pSpineHead, pGlia]");
  }

  @Test
  void aModelAddedAfterTheLoadIsAsOneThatCameWithIt() {
    try (GraphSink sink = open()) {
      load(sink, false);
    }
    later(
        sink -> {
          for (ScoreColumns scores : List.of(FIRST, SECOND, SYNAPSES)) {
            TinyScores.add(sink, SEGMENTS, CONTACTS, scores);
            TinyScores.add(sink, SEGMENTS, CONTACTS, scores); // nothing comes of it
          }
        });
    assertThat(withoutLedger(dump())).isEqualTo(withoutLedger(embedded(sink -> load(sink, true))));
  }

  @Test
  void badScoresAreOneLine() {
    try (GraphSink sink = open()) {
      sink.run(RUN);
      assertThatThrownBy(() -> sink.beginScores(new ScoresRow(TinyScores.TYPES, "nobody")))
          .hasMessageContaining("Run nobody is not in the graph; store it before its rows");
      assertThatThrownBy(() -> sink.segments("s", RUN.id(), segments(1), List.of(scores(1))))
          .hasMessageContaining("Scores of the type model typeem were not begun");
      assertThatThrownBy(() -> sink.completeScores(TinyScores.TYPES))
          .hasMessageContaining("Scores of the type model typeem were not begun");
      TinyScores.begin(sink, TinyScores.TYPES);
      assertThatThrownBy(() -> sink.beginScores(new ScoresRow(TinyScores.TYPES, RUN.id())))
          .isInstanceOf(GraphException.class)
          .hasMessageContaining(
              "The graph has scores of the type model typeem of run run-2, and none are"
                  + " overwritten; choose another name for the model of run run-1");
      assertThatThrownBy(() -> sink.segments("s", RUN.id(), segments(2), List.of(scores(1))))
          .hasMessage("Scores of the type model typeem have 1 rows, and the batch 2");
      sink.segments("s", RUN.id(), segments(2), List.of(scores(2)));
      assertThatThrownBy(
              () -> sink.contacts("c", RUN.id(), List.of(contact(1, 2, 0.5)), List.of(scores(1))))
          .hasMessageContaining("Scores of the type model typeem are of segments, not of contacts");
    }
  }

  private static ScoreColumns scores(int rows) {
    return TinyScores.random(TinyScores.TYPES, rows, 1);
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

  /* Two models of types and one of synapses with their rows, or rows alone. */
  private static void load(GraphSink sink, boolean scored) {
    sink.run(RUN);
    if (scored) {
      TinyScores.begin(sink, FIRST.model(), SECOND.model(), SYNAPSES.model());
    }
    int half = SEGMENTS.size() / 2;
    for (int from : List.of(0, half)) {
      int to = from + half;
      sink.segments(
          "segments-" + from,
          RUN.id(),
          SEGMENTS.subList(from, to),
          scored ? List.of(FIRST.part(from, to), SECOND.part(from, to)) : List.of());
    }
    sink.contacts("contacts", RUN.id(), CONTACTS, scored ? List.of(SYNAPSES) : List.of());
    if (scored) {
      for (ScoreColumns scores : List.of(FIRST, SECOND, SYNAPSES)) {
        sink.completeScores(scores.model());
      }
    }
    sink.finish();
  }

  private static RunRow ended() {
    return new RunRow(
        RUN.id(), "segment", "0.1.0", "{}", "cafe", "2026-01-01T00:00:00Z", "later", 7);
  }

  private static List<String> withoutLedger(List<String> dump) {
    return dump.stream().filter(line -> !line.startsWith("[Batch]")).toList();
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
