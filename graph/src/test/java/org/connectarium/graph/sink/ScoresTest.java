package org.connectarium.graph.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.connectarium.graph.TinyConnectome.RUN;
import static org.connectarium.graph.TinyConnectome.contact;
import static org.connectarium.graph.TinyConnectome.id;
import static org.connectarium.graph.TinyConnectome.segments;
import static org.connectarium.graph.TinyScores.CLASSIFY;
import static org.connectarium.graph.TinyScores.CONTINUITY;
import static org.connectarium.graph.TinyScores.SYNAPSES;
import static org.connectarium.graph.TinyScores.TYPES;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.connectarium.graph.CanonicalDump;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.TinyScores;
import org.connectarium.graph.score.RegisteredScores;
import org.connectarium.graph.score.ScoreKind;
import org.connectarium.graph.score.ScoreModel;
import org.connectarium.graph.score.ScoreRegistry;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

/// Scores added to segments 1–3 with the contacts 1–2 (twice) and 2–3.
class ScoresTest {
  private static final float NONE = Float.NaN;
  private static final List<ContactRow> CONTACTS =
      List.of(
          contact(1, 2, 0, 50, false, 0.25), contact(1, 2, 1, 50, false, 0.25), contact(2, 3, 0.5));

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
  void load() {
    sink = GraphSink.embedded(store.database());
    sink.clearSegmentation();
    TinyConnectome.load(sink, segments(3), CONTACTS);
    sink.run(CLASSIFY);
  }

  @Test
  void addsValuesToThePiecesTheyAreOf() {
    add(ScoreColumns.of(SYNAPSES, new float[] {0.5f, 0.25f, NONE}, new float[] {0, NONE, NONE}));
    assertThat(
            rows(
                "MATCH (a)-[c:CONTACT]->(b) RETURN c.piece AS piece, c.pSynapse AS p,"
                    + " c.pSynapseReverse AS r, c.pContinuity AS h ORDER BY a.id, c.piece"))
        .extracting(r -> r.get("piece"), r -> r.get("p"), r -> r.get("r"), r -> r.get("h"))
        .containsExactly(
            tuple(0, 0.5f, 0f, 0.25f), tuple(1, 0.25f, null, 0.25f), tuple(0, null, null, 0.5f));
    try (Transaction tx = store.database().beginTx()) {
      assertThat(new ScoreRegistry(tx).all())
          .containsExactly(
              new RegisteredScores(
                  SYNAPSES, List.of("pSynapse", "pSynapseReverse"), CLASSIFY.id(), true, 2));
    }
  }

  @Test
  void furtherModelsHaveTheirNameAndContinuityAlways() {
    TinyScores.begin(sink, CONTINUITY, TYPES);
    assertThat(sink.beginScores(new ScoresRow(CONTINUITY, CLASSIFY.id())))
        .containsExactly("pContinuity_connectem");
    assertThat(sink.beginScores(new ScoresRow(new ScoreModel(ScoreKind.TYPE, "b2"), "run-2")))
        .containsExactly("pAxon_b2", "pDendrite_b2", "pSpineHead_b2", "pGlia_b2");
    assertThat(sink.beginScores(new ScoresRow(TYPES, CLASSIFY.id())))
        .containsExactly("pAxon", "pDendrite", "pSpineHead", "pGlia");
  }

  @Test
  void nothingIsOverwritten() {
    add(TinyScores.ones(TYPES, 3));
    List<String> before = CanonicalDump.of(store.database());
    assertThatThrownBy(() -> segmentScores("other", id(2)))
        .isInstanceOf(GraphException.class)
        .hasMessage(
            "Segment "
                + id(2)
                + " has pAxon, pDendrite, pSpineHead, pGlia already, and none are"
                + " overwritten; scores of a model come once");
    assertThatThrownBy(() -> sink.beginScores(new ScoresRow(TYPES, RUN.id())))
        .hasMessageContaining("choose another name for the model of run run-1");
    assertThatThrownBy(
            () -> sink.segmentScores("all", RUN.id(), List.of(id(1)), TinyScores.ones(TYPES, 1)))
        .hasMessageContaining("choose another name for the model of run run-1");
    assertThat(CanonicalDump.of(store.database())).isEqualTo(before);
  }

  @Test
  void unknownSegmentsAndContactsAreNamed() {
    TinyScores.begin(sink, TYPES, SYNAPSES);
    assertThatThrownBy(() -> segmentScores("b", id(9)))
        .hasMessageContaining("Segment " + id(9) + " is not in the graph");
    refuses(
        new ContactKey(id(1), id(2), 2),
        "The contact of segments %d and %d, piece 2, is not in the graph, or comes twice; load its"
                .formatted(id(1), id(2))
            + " batch before its scores");
    refuses(new ContactKey(id(1), id(3), 0), "piece 0, is not in the graph");
    refuses(new ContactKey(id(2), id(1), 0), "piece 0, is not in the graph");
    ContactKey twice = new ContactKey(id(2), id(3), 0);
    assertThatThrownBy(
            () ->
                sink.contactScores(
                    "b", "run-2", List.of(twice, twice), TinyScores.ones(SYNAPSES, 2)))
        .hasMessageContaining("comes twice");
    assertThat(rows("MATCH (b:Batch) WHERE b.kind = 'scores' RETURN b")).isEmpty();
  }

  @Test
  void handWrittenPropertiesAreNotOverwrittenEither() {
    store.database().executeTransactionally("MATCH (s:Segment) SET s.pGlia = 0.5");
    TinyScores.begin(sink, TYPES);
    assertThatThrownBy(() -> segmentScores("b", id(1)))
        .hasMessageContaining("none are overwritten");
  }

  @Test
  void batchesOfModelsDoNotMeet() {
    TinyScores.begin(sink, TYPES, new ScoreModel(ScoreKind.TYPE, "b"));
    segmentScores("contacts", id(1));
    assertThat(sink.isLoaded(TYPES.batchKey("contacts"))).isTrue();
    assertThat(sink.isLoaded(new ScoreModel(ScoreKind.TYPE, "b").batchKey("contacts"))).isFalse();
    assertThat(TYPES.batchKey("contacts")).isEqualTo("scores-type-typeem-contacts");
  }

  @Test
  void aModelIsCompleteWhenThatIsSaidAndNoLongerWhenMoreComes() {
    TinyScores.begin(sink, TYPES);
    assertThat(isComplete()).isFalse();
    segmentScores("a", id(1));
    sink.completeScores(TYPES);
    assertThat(isComplete()).isTrue();
    sink.beginScores(new ScoresRow(TYPES, CLASSIFY.id()));
    segmentScores("a", id(1)); // nothing comes of both
    assertThat(isComplete()).isTrue();
    segmentScores("b", id(2));
    assertThat(isComplete()).isFalse();
  }

  @Test
  void clearingRemovesTheRegistry() {
    add(TinyScores.ones(TYPES, 3));
    sink.clearSegmentation();
    assertThat(rows("MATCH (s:Scores) RETURN s")).isEmpty();
  }

  @Test
  void namesAndValuesAreChecked() {
    for (String name : List.of("", "1a", "a_b", "a b", "é", "a`b")) {
      assertThatThrownBy(() -> new ScoreModel(ScoreKind.TYPE, name))
          .as(name)
          .hasMessageContaining("must be a letter, then letters and digits, but was");
    }
    assertThatThrownBy(() -> ScoreColumns.of(SYNAPSES, new float[1]))
        .hasMessage(
            "Scores of the synapse model synem need 2 columns (pSynapse, pSynapseReverse) but have"
                + " 1");
    assertThatThrownBy(() -> ScoreColumns.of(SYNAPSES, new float[1], new float[2]))
        .hasMessage("Scores of the synapse model synem have columns of 1 and of 2 values");
    assertThatThrownBy(() -> ScoreColumns.of(CONTINUITY, new float[] {0, 1.5f}))
        .hasMessage(
            "Scores of the continuity model connectem must be 0…1, or NaN for none, but are 1.5 in"
                + " row 1");
    assertThatThrownBy(() -> ScoreKind.of("types"))
        .hasMessage("Unknown kind of scores \"types\"; there are continuity, synapse, type");
  }

  private void add(ScoreColumns scores) {
    TinyScores.add(sink, segments(3), CONTACTS, scores);
  }

  private void segmentScores(String batch, long segment) {
    sink.segmentScores(batch, CLASSIFY.id(), List.of(segment), TinyScores.ones(TYPES, 1));
  }

  private void refuses(ContactKey key, String message) {
    assertThatThrownBy(
            () -> sink.contactScores("b", "run-2", List.of(key), TinyScores.ones(SYNAPSES, 1)))
        .isInstanceOf(GraphException.class)
        .hasMessageContaining(message);
  }

  private static boolean isComplete() {
    try (Transaction tx = store.database().beginTx()) {
      return new ScoreRegistry(tx).find(TYPES).orElseThrow().complete();
    }
  }

  private static List<Map<String, Object>> rows(String query) {
    try (Transaction tx = store.database().beginTx();
        var result = tx.execute(query)) {
      return result.stream().toList();
    }
  }
}
