package org.connectarium.graph.mergetree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.connectarium.graph.TinyConnectome.contact;
import static org.connectarium.graph.TinyConnectome.id;
import static org.connectarium.graph.TinyConnectome.segments;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.Membership;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.score.ScoreKind;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.store.GraphStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

class MergeTreeProceduresTest {
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
    sink = GraphSink.embedded(store.database());
    sink.clearSegmentation();
  }

  @Test
  void buildThenMembersOfAndSizes() {
    TinyConnectome.load(
        sink,
        segments(5),
        List.of(
            contact(1, 2, 0.9),
            contact(2, 3, 0.5),
            contact(3, 4, 0, 1, true, 0))); // a block face joins always
    Map<String, Object> made = call("CALL connectome.mergeTree.build()").getFirst();
    assertThat(made)
        .containsEntry("segments", 5L)
        .containsEntry("contacts", 3L)
        .containsEntry("merges", 3L)
        .containsKeys("seconds", "runId");
    assertThat(call("MATCH (r:Run {stage: 'merge-tree'}) RETURN r.id AS id ORDER BY r.key"))
        .last()
        .extracting(row -> row.get("id"))
        .isEqualTo(made.get("runId"));
    assertThat(members(2, 0.9)).containsExactlyInAnyOrder(id(1), id(2));
    assertThat(members(2, 0.91)).containsExactly(id(2));
    assertThat(members(2, 0.5)).containsExactlyInAnyOrder(id(1), id(2), id(3), id(4));
    assertThat(members(4, 1)).containsExactlyInAnyOrder(id(3), id(4));
    assertThat(top(1, 0.5)).isNotNull().isEqualTo(top(4, 0.5)).isNotEqualTo(top(5, 0.5));
    assertThat(call("CALL connectome.mergeTree.sizes([0.5, 1.0])"))
        .extracting(
            row -> row.get("threshold"),
            row -> row.get("components"),
            row -> row.get("singles"),
            row -> row.get("largestSegments"))
        .containsExactly(tuple(0.5, 2L, 1L, 4L), tuple(1.0, 4L, 3L, 2L));
  }

  @Test
  void membersAreThoseOfAnAgglomerationAtTheThreshold() {
    TinyConnectome.load(sink, segments(150), TinyConnectome.randomContacts(150, 2, 5));
    new MergeTreeBuild(store.database(), StopCheck.NEVER, 7).run(MergeTreeOptions.DEFAULT);
    Agglomeration agglomeration = new Agglomeration(store.database(), StopCheck.NEVER);
    Random random = new Random(6);
    for (int i = 0; i < 5; i++) {
      double threshold = random.nextDouble();
      agglomeration.run(AgglomerationOptions.minContinuity(threshold));
      Membership membership = agglomeration.membership();
      for (int segment = 1; segment <= 150; segment += 10) {
        Set<Long> expected = new HashSet<>();
        for (long other : membership.segmentIds()) {
          if (membership.of(other) == membership.of(id(segment))) {
            expected.add(other);
          }
        }
        assertThat(members(segment, threshold))
            .as("segment %d at %s", segment, threshold)
            .containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }

  @Test
  void anotherBuildReplacesTheTree() {
    TinyConnectome.load(sink, segments(60), TinyConnectome.randomContacts(60, 2, 3));
    MergeTreeBuild build = new MergeTreeBuild(store.database(), StopCheck.NEVER, 7);
    long merges = build.run(MergeTreeOptions.DEFAULT).merges();
    assertThat(build.run(MergeTreeOptions.DEFAULT).merges()).isEqualTo(merges);
    assertThat(merges()).isEqualTo(merges);
    long fewer = build.run(new MergeTreeOptions(0.9, 100, 3000, ScoreKind.HEIGHT)).merges();
    assertThat(merges()).isEqualTo(fewer).isLessThan(merges);
    assertThatThrownBy(() -> members(1, 0.89))
        .hasStackTraceContaining("build it with a lower minContinuity");
  }

  @Test
  void aStoppedBuildIsSaidAndRepeatable() {
    TinyConnectome.load(sink, segments(40), TinyConnectome.randomContacts(40, 2, 3));
    int[] calls = {0};
    StopCheck late =
        () -> {
          if (++calls[0] > 4) { // amid the writing
            throw new CancellationException("enough");
          }
        };
    assertThatThrownBy(
            () -> new MergeTreeBuild(store.database(), late, 5).run(MergeTreeOptions.DEFAULT))
        .isInstanceOf(CancellationException.class);
    assertThat(merges()).isPositive();
    assertThatThrownBy(() -> members(1, 0.5)).hasStackTraceContaining("was interrupted");
    call("CALL connectome.mergeTree.build()");
    assertThat(members(1, 1.0)).contains(id(1));
  }

  @Test
  void clearingRemovesTheTree() {
    TinyConnectome.load(sink, segments(3), List.of(contact(1, 2, 0.9)));
    String first = (String) call("CALL connectome.mergeTree.build()").getFirst().get("runId");
    sink.clearSegmentation();
    assertThat(merges()).isZero();
    TinyConnectome.load(sink, segments(3), List.of());
    assertThatThrownBy(() -> members(1, 0.5))
        .hasStackTraceContaining("There is no merge tree yet; call connectome.mergeTree.build");
    assertThat(call("CALL connectome.mergeTree.build()").getFirst().get("runId"))
        .isNotEqualTo(first);
  }

  @Test
  void badArgumentsAreErrors() {
    assertThatThrownBy(() -> call("CALL connectome.mergeTree.build({minContinuty: 1})"))
        .rootCause()
        .hasMessageContaining("did you mean \"minContinuity\"?");
    TinyConnectome.load(sink, segments(1), List.of());
    call("CALL connectome.mergeTree.build()");
    assertThatThrownBy(() -> members(1, 2))
        .rootCause()
        .hasMessage("threshold must be 0…1 but was 2.0");
    assertThatThrownBy(() -> members(9, 0.5))
        .rootCause()
        .hasMessage("No segment " + id(9) + " in the graph");
    assertThatThrownBy(() -> call("CALL connectome.mergeTree.sizes([])"))
        .rootCause()
        .hasMessage("thresholds is empty; give some, such as [0.9, 0.98]");
  }

  @Test
  void stopsWhenTheTransactionIsTerminated() {
    try (Transaction tx = store.database().beginTx()) {
      tx.terminate();
      assertThatThrownBy(() -> tx.execute("CALL connectome.mergeTree.build()").resultAsString())
          .isInstanceOf(RuntimeException.class);
    }
  }

  private static List<Object> members(int segment, double threshold) {
    return call("CALL connectome.mergeTree.members(%d, %s)".formatted(id(segment), threshold))
        .stream()
        .map(row -> row.get("segmentId"))
        .toList();
  }

  private static @Nullable Object top(int segment, double threshold) {
    return call("CALL connectome.mergeTree.of(%d, %s)".formatted(id(segment), threshold))
        .getFirst()
        .get("topSegmentId");
  }

  private static long merges() {
    return call("MATCH ()-[m:MERGES]->() RETURN m").size();
  }

  private static List<Map<String, Object>> call(String query) {
    try (Transaction tx = store.database().beginTx();
        var result = tx.execute(query)) {
      List<Map<String, Object>> rows = result.stream().toList();
      tx.commit();
      return rows;
    }
  }
}
