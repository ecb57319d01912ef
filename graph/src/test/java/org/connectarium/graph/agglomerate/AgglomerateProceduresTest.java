package org.connectarium.graph.agglomerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.connectarium.graph.TinyConnectome.contact;
import static org.connectarium.graph.TinyConnectome.id;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

class AgglomerateProceduresTest {
  @TempDir static Path home;
  private static GraphStore store;

  @BeforeAll
  static void open() {
    store = GraphStore.open(home);
    try (GraphSink sink = GraphSink.embedded(store.database())) {
      TinyConnectome.load(
          sink,
          TinyConnectome.segments(4),
          List.of(contact(1, 2, 0.99), contact(2, 3, 0.5), contact(3, 4, 0.99)));
    }
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void componentsThenMembersAndOf() {
    Map<String, Object> made =
        call("CALL connectome.agglomerate.components({minContinuity: 0.9})", Map.of()).getFirst();
    assertThat(made)
        .containsEntry("agglomerates", 2L)
        .containsEntry("segments", 4L)
        .containsEntry("contactsUsed", 2L)
        .containsKeys("seconds", "runId");
    Object of =
        call("CALL connectome.agglomerate.of($id)", Map.of("id", id(3)))
            .getFirst()
            .get("agglomerateId");
    assertThat(call("CALL connectome.agglomerate.members($id)", Map.of("id", of)))
        .extracting(row -> row.get("segmentId"))
        .containsExactly(id(3), id(4));
    assertThatThrownBy(() -> call("CALL connectome.agglomerate.of($id)", Map.of("id", id(9))))
        .rootCause()
        .hasMessage("No segment " + id(9) + " in the graph");
  }

  @Test
  void unknownOptionsAndBadValuesAreErrors() {
    assertThatThrownBy(
            () -> call("CALL connectome.agglomerate.components({minContinuty: 0.9})", Map.of()))
        .rootCause()
        .hasMessageContaining("Unknown option \"minContinuty\"; did you mean \"minContinuity\"?");
    assertThatThrownBy(
            () -> call("CALL connectome.agglomerate.components({minContinuity: 2})", Map.of()))
        .rootCause()
        .hasMessage("Option minContinuity must be 0…1 but was 2.0");
    assertThatThrownBy(
            () -> call("CALL connectome.agglomerate.components({type: 'x) RETURN'})", Map.of()))
        .rootCause()
        .hasMessageContaining("type must name a probability of segments such as pAxon");
  }

  @Test
  void aPartitionHonoursPairsThatMustBeApart() {
    Map<String, Object> made =
        call("CALL connectome.agglomerate.partition({prior: 0.4})", Map.of()).getFirst();
    assertThat(made).containsEntry("agglomerates", 1L).containsEntry("contactsUsed", 3L);
    call(
        "CALL connectome.agglomerate.partition({prior: 0.4, cannotLink: [[$a, $b]]})",
        Map.of("a", id(1), "b", id(4)));
    // the weakest contact between them is cut
    assertThat(agglomerate(1)).isEqualTo(agglomerate(2)).isNotEqualTo(agglomerate(3));
    assertThat(agglomerate(3)).isEqualTo(agglomerate(4));
    assertThat(call("MATCH (r:Run) RETURN r.parameters AS json ORDER BY r.key", Map.of()))
        .last()
        .extracting(row -> row.get("json"))
        .isEqualTo(
            "{\"prior\":0.4,\"cannotLink\":[["
                + id(1)
                + ","
                + id(4)
                + "]],\"continuity\":\"pContinuity\"}");
  }

  private static long agglomerate(int segment) {
    return (long)
        Objects.requireNonNull(
            call("CALL connectome.agglomerate.of($id)", Map.of("id", id(segment)))
                .getFirst()
                .get("agglomerateId"));
  }

  @Test
  void badPairsAreErrors() {
    assertThatThrownBy(
            () -> call("CALL connectome.agglomerate.partition({cannotLink: [[1]]})", Map.of()))
        .rootCause()
        .hasMessage("Option cannotLink must be a list of pairs of ids, [[1, 2]], but holds [1]");
    assertThatThrownBy(
            () -> call("CALL connectome.agglomerate.partition({cannotLink: [[5, 5]]})", Map.of()))
        .rootCause()
        .hasMessage("cannotLink names segment 5 twice; give two different segments");
    assertThatThrownBy(
            () -> call("CALL connectome.agglomerate.partition({cannotLink: [[5, 6]]})", Map.of()))
        .rootCause()
        .hasMessage("cannotLink names segment 5, which is not in the graph");
    assertThatThrownBy(() -> call("CALL connectome.agglomerate.partition({prior: 0})", Map.of()))
        .rootCause()
        .hasMessage("prior must be 0.01…0.99 but was 0.0");
  }

  @Test
  void stopsWhenTheTransactionIsTerminated() {
    try (Transaction tx = store.database().beginTx()) {
      tx.terminate();
      assertThatThrownBy(
              () -> tx.execute("CALL connectome.agglomerate.components()").resultAsString())
          .isInstanceOf(RuntimeException.class);
    }
  }

  private static List<Map<String, Object>> call(String query, Map<String, Object> parameters) {
    try (Transaction tx = store.database().beginTx();
        var result = tx.execute(query, parameters)) {
      List<Map<String, Object>> rows = result.stream().toList();
      tx.commit();
      return rows;
    }
  }
}
