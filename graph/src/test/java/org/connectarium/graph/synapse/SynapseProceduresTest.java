package org.connectarium.graph.synapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.connectarium.graph.TinyConnectome.contact;
import static org.connectarium.graph.TinyConnectome.id;
import static org.connectarium.graph.TinyConnectome.segments;
import static org.connectarium.graph.TinyScores.CONTINUITY;
import static org.connectarium.graph.TinyScores.SYNAPSES;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.TinyScores;
import org.connectarium.graph.score.ScoreKind;
import org.connectarium.graph.score.ScoreModel;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.ScoreColumns;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

/// Contacts of segments 1–7, each with a reason to be a synapse or none; segment 6 is myelin.
class SynapseProceduresTest {
  private static final float NONE = Float.NaN;
  private static final List<ContactRow> CONTACTS =
      List.of(
          contact(1, 2, 0.1), // from 1 to 2
          contact(1, 3, 1, 80, false, 0.1), // from 3 to 1
          contact(2, 3, 0.1), // ambiguous
          contact(3, 4, 0.8), // one cell
          contact(4, 5, 0, 50, true, 0.1), // a block face: one cell
          contact(5, 6, 0.1), // myelin
          contact(6, 7, 0.1), // unlikely
          contact(5, 7, 0.1)); // not looked at by the first model

  @TempDir static Path home;
  private static GraphStore store;

  @BeforeAll
  static void open() {
    store = GraphStore.open(home);
    assertThatThrownBy(() -> call("{}"))
        .rootCause()
        .hasMessage("The graph has no scores of a synapse model; there are of this kind: none");
    try (GraphSink sink = GraphSink.embedded(store.database())) {
      TinyConnectome.load(sink, segments(7), CONTACTS);
      add(
          sink,
          ScoreColumns.of(
              SYNAPSES,
              new float[] {0.75f, 0, 0.5f, 0.9f, 0.9f, 0.9f, 0.25f, NONE},
              new float[] {0, 0.625f, 0.6f, 0, NONE, 0.1f, 0.25f, NONE}));
      add(
          sink,
          ScoreColumns.of(
              new ScoreModel(ScoreKind.SYNAPSE, "other"),
              new float[] {0, 0, 0, 0, 0, 0, 0, 1},
              new float[8]));
      add(
          sink,
          ScoreColumns.of(CONTINUITY, new float[] {0.71f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0}));
    }
    store
        .database()
        .executeTransactionally(
            "MATCH (s:Segment {id: $id}) SET s.myelin = 0.4", Map.of("id", id(6)));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private static void add(GraphSink sink, ScoreColumns scores) {
    TinyScores.add(sink, segments(7), CONTACTS, scores);
  }

  @Test
  void saysDirectionPlaceAndArea() {
    assertThat(call("{}")).hasSize(2);
    assertThat(call("{}"))
        .last()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("lowId", id(1))
                    .containsEntry("highId", id(3))
                    .containsEntry("piece", 1L)
                    .containsEntry("preSegmentId", id(3))
                    .containsEntry("postSegmentId", id(1))
                    .containsEntry("probability", 0.625)
                    .containsEntry("x", 200.0)
                    .containsEntry("areaUm2", (double) 0.8f)
                    .containsEntry("droppedBy", ""));
  }

  @Test
  void saysWhichRuleDroppedTheOthers() {
    assertThat(rows("{showDropped: true}"))
        .containsExactlyInAnyOrder(
            tuple(id(1), id(2), ""),
            tuple(id(3), id(1), ""),
            tuple(id(3), id(2), "ambiguous"),
            tuple(id(3), id(4), "continuity"),
            tuple(id(4), id(5), "continuity"),
            tuple(id(5), id(6), "myelin"));
  }

  @Test
  void thresholdsModelAndContinuityCanBeChosen() {
    assertThat(rows("{minProbability: 0.7}")).containsExactly(tuple(id(1), id(2), ""));
    assertThat(rows("{ambiguousAbove: 0.5, myelinAbove: 0.5, continuityAbove: 0.9}"))
        .containsExactlyInAnyOrder(
            tuple(id(1), id(2), ""),
            tuple(id(3), id(1), ""),
            tuple(id(3), id(2), ""),
            tuple(id(3), id(4), ""),
            tuple(id(5), id(6), ""));
    assertThat(rows("{continuity: 'pContinuity_connectem'}"))
        .containsExactlyInAnyOrder(tuple(id(3), id(1), ""), tuple(id(3), id(4), ""));
    assertThat(rows("{model: 'other'}")).containsExactly(tuple(id(5), id(7), ""));
    assertThat(rows("{model: 'synem'}")).hasSize(2);
  }

  @Test
  void badOptionsAreErrors() {
    refuses(
        "{model: 'third'}",
        "no scores of the synapse model \"third\"; there are of this kind: other, synem");
    refuses(
        "{continuity: 'areaUm2'}",
        "No scores of continuity are called \"areaUm2\"; there are pContinuity, pContinuity_connectem");
    refuses("{minProbability: 2}", "Option minProbability must be 0…1 but was 2.0");
    refuses("{showDropped: 1}", "Option showDropped must be true or false but was 1");
    refuses("{models: 'x'}", "did you mean \"model\"?");
  }

  private static void refuses(String options, String message) {
    assertThatThrownBy(() -> call(options))
        .as("%s", options)
        .rootCause()
        .hasMessageContaining(message);
  }

  private static List<Tuple> rows(String options) {
    return call(options).stream()
        .map(row -> tuple(row.get("preSegmentId"), row.get("postSegmentId"), row.get("droppedBy")))
        .toList();
  }

  private static List<Map<String, Object>> call(String options) {
    try (Transaction tx = store.database().beginTx();
        var result =
            tx.execute(
                "CALL connectome.synapses.contacts("
                    + options
                    + ") YIELD lowId, highId, piece, preSegmentId, postSegmentId, probability, x,"
                    + " areaUm2, droppedBy RETURN * ORDER BY lowId, highId")) {
      return result.stream().toList();
    }
  }
}
