package org.connectarium.graph.agglomerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.connectarium.graph.TinyConnectome.contact;
import static org.connectarium.graph.TinyConnectome.id;
import static org.connectarium.graph.TinyConnectome.segments;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.id.SegmentId;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

class AgglomerationTest {
  @TempDir static Path home;
  private static GraphStore store;
  private GraphSink sink;
  private Agglomeration agglomeration;

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
    sink = GraphSink.embedded(store.database());
    sink.clearSegmentation();
    agglomeration = new Agglomeration(store.database(), StopCheck.NEVER);
  }

  @Test
  void joinsOverContactsThatReachTheThresholdAndKeepsSinglesAlone() {
    TinyConnectome.load(
        sink, segments(5), List.of(contact(1, 2, 0.9), contact(2, 3, 0.5), contact(3, 4, 0.95)));
    AgglomerationResult made = agglomeration.run(AgglomerationOptions.minContinuity(0.9));
    assertThat(made.agglomerates()).isEqualTo(3);
    assertThat(made.segments()).isEqualTo(5);
    assertThat(made.contactsUsed()).isEqualTo(2);
    Membership parts = agglomeration.membership();
    assertThat(parts.segmentIds()).containsExactly(id(1), id(2), id(3), id(4), id(5));
    assertThat(partition(parts)).containsExactly(0, 0, 1, 1, 2);
    assertThat(parts.of(0)).isZero();
  }

  @Test
  void sumsVoxelsAndCountsSegments() {
    TinyConnectome.load(sink, segments(3), List.of(contact(1, 3, 1)));
    AgglomerationResult made = agglomeration.run(AgglomerationOptions.minContinuity(0.5));
    assertThat(
            rows(
                "MATCH (a:Agglomerate), (r:Run {key: a.run}) RETURN a.voxels + ' ' + a.segments"
                    + " + ' ' + a.kind + ' ' + r.id AS row"))
        .containsExactlyInAnyOrder("400 2 any " + made.runId(), "200 1 any " + made.runId());
  }

  @Test
  void faceContactsJoinWhateverTheThresholds() {
    TinyConnectome.load(
        sink, segments(3), List.of(contact(1, 2, 0, 1, true, 0), contact(2, 3, 0.99)));
    agglomeration.run(new AgglomerationOptions(1, 1000, 1000, Optional.of("pAxon"), 1));
    assertThat(partition(agglomeration.membership())).containsExactly(0, 0, 1);
  }

  @Test
  void smallContactsAndSmallSegmentsDoNotJoin() {
    TinyConnectome.load(
        sink,
        segments(4), // of 100, 200, 300, 400 voxels
        List.of(
            contact(1, 2, 0, 60, false, 1),
            contact(2, 3, 0, 59, false, 1),
            contact(3, 4, 0, 60, false, 1)));
    agglomeration.run(new AgglomerationOptions(0.9, 60, 200, Optional.empty(), 0.5));
    assertThat(partition(agglomeration.membership())).containsExactly(0, 1, 2, 2);
  }

  @Test
  void joinsOnlySegmentsOfTheType() {
    TinyConnectome.load(
        sink, segments(4), List.of(contact(1, 2, 1), contact(2, 3, 1), contact(3, 4, 1)));
    store
        .database()
        .executeTransactionally(
            "MATCH (s:Segment) SET s.pAxon = CASE WHEN s.voxels <= 200 THEN 0.6 ELSE 0.4 END");
    agglomeration.run(new AgglomerationOptions(0.9, 0, 0, Optional.of("pAxon"), 0.5));
    assertThat(partition(agglomeration.membership())).containsExactly(0, 0, 1, 2);
    assertThat(rows("MATCH (a:Agglomerate) RETURN a.kind AS row"))
        .containsExactlyInAnyOrder("axon", "other", "other");
  }

  @Test
  void policiesOfFocusEmCompareStrictly() {
    AgglomerationOptions axons =
        AgglomerationOptions.of(Map.of("policy", "focusem-axon", "minSegmentVoxels", 0L));
    double above = Math.nextUp(0.97f);
    TinyConnectome.load(
        sink,
        segments(7),
        List.of(
            contact(1, 2, 0, 61, false, 0.97),
            contact(2, 3, 0, 61, false, above),
            contact(3, 4, 0, 60, false, 1),
            contact(5, 6, 0, 61, false, above),
            contact(6, 7, 0, 61, false, above)));
    store
        .database()
        .executeTransactionally(
            "MATCH (s:Segment) SET s.pAxon = CASE WHEN s.voxels = 600 THEN 0.5 ELSE 0.6 END");
    agglomeration.run(axons);
    assertThat(partition(agglomeration.membership())).containsExactly(0, 1, 1, 2, 3, 4, 5);
    assertThat(AgglomerationOptions.of(Map.of("policy", "focusem-dendrite")))
        .isEqualTo(
            new AgglomerationOptions(
                Math.nextUp(0.98f), 301, 501, Optional.of("pDendrite"), Math.nextUp(0.3f), 100));
    assertThatThrownBy(() -> AgglomerationOptions.of(Map.of("policy", "axon")))
        .hasMessage("Unknown policy \"axon\"; there are focusem-axon, focusem-dendrite");
  }

  @Test
  void smallAgglomeratesAreOfTheKindOther() {
    TinyConnectome.load(sink, segments(3), List.of(contact(1, 2, 1))); // 100 + 200, 300 voxels
    agglomeration.run(new AgglomerationOptions(0.9, 0, 0, Optional.empty(), 0.5, 301));
    assertThat(rows("MATCH (a:Agglomerate) RETURN a.kind AS row"))
        .containsExactly("other", "other");
    agglomeration.run(new AgglomerationOptions(0.9, 0, 0, Optional.empty(), 0.5, 300));
    assertThat(rows("MATCH (a:Agglomerate) RETURN a.kind AS row")).containsExactly("any", "any");
  }

  @Test
  void anotherThresholdReplacesTheStateWithIdsNeverUsedBefore() {
    TinyConnectome.load(sink, segments(30), TinyConnectome.randomContacts(30, 2, 9));
    agglomeration.run(AgglomerationOptions.minContinuity(0.9));
    Set<Long> first = ids();
    agglomeration.run(AgglomerationOptions.minContinuity(0.1));
    Set<Long> second = ids();
    assertThat(second).doesNotContainAnyElementsOf(first).hasSizeLessThan(first.size());
    assertThat(second).allMatch(it -> SegmentId.unpack(it).layer() == 2);
    assertThat(rows("MATCH (a:Agglomerate) RETURN a.id AS row"))
        .containsExactlyInAnyOrderElementsOf(second.stream().map(Object.class::cast).toList());
  }

  @Test
  void batchedWritingGivesTheSamePartitionAsOneTransaction() {
    TinyConnectome.load(sink, segments(300), TinyConnectome.randomContacts(300, 3, 4));
    agglomeration.run(AgglomerationOptions.minContinuity(0.8));
    int[] atomic = partition(agglomeration.membership());
    Agglomeration batched = new Agglomeration(store.database(), StopCheck.NEVER, 0);
    batched.run(AgglomerationOptions.minContinuity(0.8));
    assertThat(partition(batched.membership())).isEqualTo(atomic);
  }

  @Test
  void agreesWithAnObviousLabelPropagation() {
    for (long seed = 1; seed <= 5; seed++) {
      sink.clearSegmentation();
      List<ContactRow> contacts = TinyConnectome.randomContacts(200, 2, seed);
      TinyConnectome.load(sink, segments(200), contacts);
      agglomeration.run(AgglomerationOptions.minContinuity(0.7));
      assertThat(partition(agglomeration.membership()))
          .as("seed %d", seed)
          .isEqualTo(propagate(200, contacts, 0.7f));
    }
  }

  @Test
  void aStoppedAgglomerationLeavesTheOldState() {
    TinyConnectome.load(sink, segments(5), List.of(contact(1, 2, 0.9)));
    agglomeration.run(AgglomerationOptions.minContinuity(0.5));
    Set<Long> before = ids();
    StopCheck stop =
        () -> {
          throw new CancellationException("enough");
        };
    assertThatThrownBy(
            () ->
                new Agglomeration(store.database(), stop)
                    .run(AgglomerationOptions.minContinuity(0.1)))
        .isInstanceOf(CancellationException.class);
    assertThat(ids()).isEqualTo(before);
  }

  @Test
  void anInterruptedBatchedWriteIsSaidAndRepeatable() {
    TinyConnectome.load(sink, segments(5), List.of(contact(1, 2, 0.9)));
    store.database().executeTransactionally("MERGE (a:Agglomeration) SET a.state = 'writing'");
    assertThatThrownBy(agglomeration::membership).hasMessageContaining("was interrupted");
    agglomeration.run(AgglomerationOptions.minContinuity(0.5));
    assertThat(agglomeration.membership().segmentIds()).hasSize(5);
  }

  @Test
  void anEmptyGraphGivesNoAgglomerates() {
    assertThat(agglomeration.run(AgglomerationOptions.DEFAULT).agglomerates()).isZero();
    assertThat(agglomeration.membership().segmentIds()).isEmpty();
  }

  private Set<Long> ids() {
    Set<Long> ids = new HashSet<>();
    Arrays.stream(agglomeration.membership().agglomerateIds()).forEach(ids::add);
    return ids;
  }

  /// Agglomerates renumbered 0, 1, … in order of their first segment.
  private static int[] partition(Membership membership) {
    List<Long> seen = new java.util.ArrayList<>();
    return Arrays.stream(membership.agglomerateIds())
        .mapToInt(
            id -> {
              if (!seen.contains(id)) {
                seen.add(id);
              }
              return seen.indexOf(id);
            })
        .toArray();
  }

  private static int[] propagate(int n, List<ContactRow> contacts, float threshold) {
    long[] label = new long[n + 1];
    Arrays.setAll(label, i -> i);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (ContactRow c : contacts) {
        int a = SegmentId.unpack(c.lowId()).number();
        int b = SegmentId.unpack(c.highId()).number();
        if ((c.face() || c.pContinuity() >= threshold) && label[a] != label[b]) {
          label[a] = Math.min(label[a], label[b]);
          label[b] = label[a];
          changed = true;
        }
      }
    }
    return partition(new Membership(new long[n], Arrays.copyOfRange(label, 1, n + 1)));
  }

  private static List<Object> rows(String query) {
    try (Transaction tx = store.database().beginTx();
        var result = tx.execute(query)) {
      return result.stream().map(row -> row.get("row")).toList();
    }
  }
}
