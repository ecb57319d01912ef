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
import java.util.Map;
import java.util.Objects;
import org.connectarium.graph.CanonicalDump;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

class GraphSinkTest {
  @TempDir static Path home;
  private static GraphStore store;
  private GraphSink sink;

  @BeforeAll
  static void open() {
    store = GraphStore.open(home);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @BeforeEach
  void empty() {
    store.database().executeTransactionally("MATCH (d:Decision) DELETE d");
    sink = GraphSink.embedded(store.database());
    sink.clearSegmentation();
    sink.run(RUN);
  }

  @Test
  void storesASegmentWithAllItsProperties() {
    sink.segments("b", RUN.id(), List.of(segment(3, 1234)));
    Map<String, Object> stored = one("MATCH (s:Segment {id: $id}) RETURN s{.*} AS it", id(3));
    assertThat(stored)
        .containsEntry("voxels", 1234L)
        .containsEntry("x", 300f)
        .containsEntry("insideX", 301f)
        .containsEntry("bboxVoxels", new int[] {3, 0, 0, 13, 10, 10})
        .containsEntry("covarianceNm2", new float[] {100, 1, 2, 90, 3, 80})
        .containsEntry("thicknessNm", 23f)
        .containsEntry("axis", new float[] {0.6f, 0, 0.8f})
        .containsEntry("axisDeviationsNm", new int[] {9, 8, 7})
        .containsEntry("run", sink.run(RUN));
  }

  @Test
  void storesAContactFromTheLowerToTheHigherId() {
    sink.segments("b", RUN.id(), segments(2));
    sink.contacts("c", RUN.id(), List.of(contact(1, 2, 1, 40, true, 0.75)));
    assertThat(one("MATCH (:Segment {id: $id})-[c:CONTACT]->(:Segment) RETURN c{.*} AS it", id(1)))
        .containsEntry("piece", 1)
        .containsEntry("areaUm2", 0.4f)
        .containsEntry("voxels", 40L)
        .containsEntry("face", true)
        .containsEntry("boundary", 0.25f)
        .containsEntry("pContinuity", 0.75f);
  }

  @Test
  void loadingABatchAgainChangesNothing() {
    TinyConnectome.load(sink, segments(50), TinyConnectome.randomContacts(50, 3, 11));
    List<String> before = CanonicalDump.of(store.database());
    TinyConnectome.load(sink, segments(50), TinyConnectome.randomContacts(50, 3, 11));
    assertThat(CanonicalDump.of(store.database())).isEqualTo(before);
    assertThat(sink.isLoaded("segments")).isTrue();
    assertThat(sink.isLoaded("nothing")).isFalse();
  }

  @Test
  void splittingRowsIntoOtherBatchesGivesTheSameSegmentsAndContacts() {
    List<ContactRow> contacts = TinyConnectome.randomContacts(60, 4, 3);
    TinyConnectome.load(sink, segments(60), contacts);
    List<String> whole = withoutLedger();
    sink.clearSegmentation();
    sink.segments("s1", RUN.id(), segments(60).subList(0, 20));
    sink.segments("s2", RUN.id(), segments(60).subList(20, 60));
    sink.contacts("c1", RUN.id(), contacts.subList(100, contacts.size()));
    sink.contacts("c2", RUN.id(), contacts.subList(0, 100));
    assertThat(withoutLedger()).isEqualTo(whole);
  }

  @Test
  void goesOnAfterAFailureInTheMiddleOfALargeBatch() {
    List<SegmentRow> rows = new java.util.ArrayList<>(segments(45_000));
    SegmentRow good = rows.set(44_000, segment(1, 5)); // a known id: the third part fails
    assertThatThrownBy(() -> sink.segments("big", RUN.id(), rows))
        .isInstanceOf(GraphException.class)
        .hasMessageContaining("Batch big");
    assertThat(sink.isLoaded("big")).isFalse();
    rows.set(44_000, good);
    sink.segments("big", RUN.id(), rows);
    assertThat(sink.isLoaded("big")).isTrue();
    assertThat(count("MATCH (s:Segment) RETURN count(s) AS n")).isEqualTo(45_000);
  }

  @Test
  void refusesAContactWhoseEndIsMissing() {
    sink.segments("b", RUN.id(), segments(1));
    assertThatThrownBy(() -> sink.contacts("c", RUN.id(), List.of(contact(1, 2, 0.5))))
        .isInstanceOf(GraphException.class)
        .hasMessage(
            "Segment " + id(2) + " is not in the graph; load its batch before its contacts");
    assertThat(count("MATCH (b:Batch {key: 'c'}) RETURN count(b) AS n")).isZero();
  }

  @Test
  void refusesRowsOfAnUnknownRunAndBatchesThatChanged() {
    assertThatThrownBy(() -> sink.segments("b", "nobody", segments(1)))
        .hasMessageContaining("Run nobody is not in the graph");
    sink.segments("b", RUN.id(), segments(2));
    assertThatThrownBy(() -> sink.segments("b", RUN.id(), segments(3)))
        .hasMessageContaining("loaded with 2 rows but now has 3");
    assertThatThrownBy(() -> sink.contacts("b", RUN.id(), List.of()))
        .hasMessageContaining("holds segments, not contacts");
  }

  @Test
  void mergesARunByItsId() {
    int key = sink.run(RUN);
    RunRow ended =
        new RunRow(RUN.id(), "segment", "0.1.0", "{}", "cafe", "2026-01-01T00:00:00Z", "end", 7);
    assertThat(sink.run(ended)).isEqualTo(key);
    assertThat(count("MATCH (r:Run {id: 'run-1', ended: 'end'}) RETURN count(r) AS n")).isOne();
    RunRow other = new RunRow("run-2", "classify", "0.1.0", "{}", "", "", "", 0);
    assertThat(sink.run(other)).isNotEqualTo(key);
  }

  @Test
  void clearingRemovesTheSegmentationAndKeepsRuns() {
    TinyConnectome.load(sink, segments(20), TinyConnectome.randomContacts(20, 2, 1));
    sink.clearSegmentation();
    assertThat(count("MATCH (n) WHERE n:Segment OR n:Batch RETURN count(n) AS n")).isZero();
    assertThat(count("MATCH (r:Run) RETURN count(r) AS n")).isPositive();
    TinyConnectome.load(sink, segments(20), List.of());
    assertThat(count("MATCH (s:Segment) RETURN count(s) AS n")).isEqualTo(20);
  }

  @Test
  void completesAnInterruptedClearingWhenOpened() {
    TinyConnectome.load(sink, segments(20), List.of());
    store.database().executeTransactionally("MATCH (s:Store) SET s.clearing = true");
    store.database().executeTransactionally("MATCH (b:Batch) DELETE b");
    GraphSink.embedded(store.database()).close();
    assertThat(count("MATCH (s:Segment) RETURN count(s) AS n")).isZero();
    assertThat(count("MATCH (s:Store) WHERE s.clearing RETURN count(s) AS n")).isZero();
  }

  @Test
  void refusesToClearUnderDecisionsOfPeople() {
    TinyConnectome.load(sink, segments(2), List.of());
    store.database().executeTransactionally("CREATE (:Decision)");
    assertThatThrownBy(sink::clearSegmentation).hasMessageContaining("decisions of people");
    assertThat(count("MATCH (s:Segment) RETURN count(s) AS n")).isEqualTo(2);
  }

  private static List<String> withoutLedger() {
    return CanonicalDump.of(store.database()).stream().filter(l -> !l.contains("[Batch]")).toList();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> one(String query, long id) {
    try (Transaction tx = store.database().beginTx();
        var result = tx.execute(query, Map.of("id", id))) {
      return (Map<String, Object>) Objects.requireNonNull(result.next().get("it"));
    }
  }

  private static long count(String query) {
    try (Transaction tx = store.database().beginTx();
        var result = tx.execute(query)) {
      return (long) Objects.requireNonNull(result.next().get("n"));
    }
  }
}
