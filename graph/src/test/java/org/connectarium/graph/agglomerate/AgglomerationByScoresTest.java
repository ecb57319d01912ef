package org.connectarium.graph.agglomerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.connectarium.graph.TinyConnectome.contact;
import static org.connectarium.graph.TinyConnectome.id;
import static org.connectarium.graph.TinyConnectome.segment;
import static org.connectarium.graph.TinyScores.CLASSIFY;
import static org.connectarium.graph.TinyScores.CONTINUITY;
import static org.connectarium.graph.TinyScores.TYPES;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.TinyScores;
import org.connectarium.graph.edit.Invariants;
import org.connectarium.graph.score.ScoreKind;
import org.connectarium.graph.score.ScoreModel;
import org.connectarium.graph.sink.ContactKey;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.ScoreColumns;
import org.connectarium.graph.sink.SegmentRow;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

/// Agglomeration by the scores of models that the sink has written, not by the height of the
/// hierarchy.
class AgglomerationByScoresTest {
  private static final String BY_MODEL = "continuity: 'pContinuity_connectem'";
  private static final ScoreModel SECOND = new ScoreModel(ScoreKind.TYPE, "second");

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
    call("MATCH (d:Decision) DETACH DELETE d");
    call("MATCH (a:Agglomeration) DELETE a");
    sink = GraphSink.embedded(store.database());
    sink.clearSegmentation();
  }

  /* 1–2–3 and 4–5–6 by the height; 1, 2–3–4–5 and 6 by the model, which says nothing of 5–6. */
  private void twoRows() {
    List<ContactRow> contacts =
        List.of(
            contact(1, 2, 0.99),
            contact(2, 3, 0.95),
            contact(3, 4, 0.3),
            contact(4, 5, 0.99),
            contact(5, 6, 0.99),
            contact(4, 6, 0.91));
    TinyConnectome.load(sink, TinyConnectome.segments(6), contacts);
    float[] p = {0.1f, 0.96f, 0.97f, 0.98f, Float.NaN, 0.1f};
    TinyScores.add(sink, List.of(), contacts, ScoreColumns.of(CONTINUITY, p));
  }

  @Test
  void editsKeepToTheContinuityOfTheAgglomeration() {
    twoRows();
    call("CALL connectome.agglomerate.components({minContinuity: 0.9, " + BY_MODEL + "})");
    assertThat(agglomerates()).containsExactly("any 1", "any 2 3 4 5", "any 6");
    assertThat(call("MATCH (a:Agglomeration) RETURN a.continuity AS p"))
        .containsExactly(Map.of("p", "pContinuity_connectem"));

    // by the height 3–4 would be the weakest
    assertThat(call("CALL connectome.edit.previewSplit([$2], [$5])").getFirst().get("cut"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .singleElement()
        .extracting(pair -> ((Map<?, ?>) pair).get("low"))
        .isEqualTo(id(2));
    call("CALL connectome.edit.split([$2], [$5])");
    assertThat(agglomerates()).containsExactly("any 1", "any 2", "any 3 4 5", "any 6");
    call("CALL connectome.edit.merge($1, $6)");
    Invariants.check(store.database(), "after a split and a merge");
    call("CALL connectome.edit.split([$3], [$5])");
    assertThat(agglomerates()).containsExactly("any 1 6", "any 2", "any 3", "any 4 5");
    call("CALL connectome.edit.undo(3)");
    call("CALL connectome.edit.undo(1)");
    assertThat(agglomerates()).containsExactly("any 1 6", "any 2 3 4 5");
    Invariants.check(store.database(), "after all undone but the merge");

    call("CALL connectome.branch.create('b')");
    call("CALL connectome.branch.split('b', [$4], [$5])");
    assertThat(call("CALL connectome.branch.members('b', $4)"))
        .extracting(row -> row.get("segmentId"))
        .containsExactlyInAnyOrder(id(2), id(3), id(4));
    call("CALL connectome.branch.drop('b')");

    call("CALL connectome.agglomerate.components({minContinuity: 0.9})");
    assertThat(agglomerates()).containsExactly("any 1 2 3 4 5 6"); // 1 and 6 stay merged
  }

  @Test
  void everyWayTakesAModelAsIfItsValuesWereTheHeight() {
    List<ContactRow> contacts = TinyConnectome.randomContacts(60, 2, 8);
    List<SegmentRow> segments = TinyConnectome.segments(60);
    TinyConnectome.load(sink, segments, contacts);
    TinyScores.add(sink, segments, contacts, TinyScores.random(CONTINUITY, contacts.size(), 4));
    TinyScores.add(sink, segments, contacts, TinyScores.random(TYPES, 60, 5));
    TinyScores.add(sink, segments, contacts, TinyScores.random(SECOND, 60, 6));
    String byModels = BY_MODEL + ", types: 'second'";
    String steps =
        "steps: ['axons', 'dendrites', 'leftovers', 'growth', 'spines'], voxelSizeNm: [10, 10, 10],"
            + " axons: {continuityAbove: 0.7}, dendrites: {continuityAbove: 0.6}";
    List<String> byModel =
        List.of(
            after("components({minContinuity: 0.8, " + BY_MODEL + "})"),
            after("components({minContinuity: 0.7, type: 'pAxon', " + byModels + "})"),
            after("components({policy: 'focusem-dendrite', minContinuity: 0.5, " + byModels + "})"),
            after("partition({prior: 0.6, " + BY_MODEL + "})"),
            after("focusem({" + steps + ", " + byModels + "})"),
            sizes("{" + BY_MODEL + "}"));
    call("MATCH ()-[c:CONTACT]->() WHERE NOT c.face SET c.pContinuity = c.pContinuity_connectem");
    call(
        "MATCH (s:Segment) SET s.pAxon = s.pAxon_second, s.pDendrite = s.pDendrite_second,"
            + " s.pSpineHead = s.pSpineHead_second, s.pGlia = s.pGlia_second");
    assertThat(byModel)
        .containsExactly(
            after("components({minContinuity: 0.8})"),
            after("components({minContinuity: 0.7, type: 'pAxon'})"),
            after("components({policy: 'focusem-dendrite', minContinuity: 0.5})"),
            after("partition({prior: 0.6})"),
            after("focusem({" + steps + "})"),
            sizes("{}"))
        .doesNotHaveDuplicates();
  }

  @Test
  void focusemRunsOnTypesThatTheSinkWrote() {
    List<SegmentRow> segments = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      segments.add(segment(i, 1000 + i));
    }
    TinyConnectome.load(
        sink,
        segments,
        List.of(
            contact(1, 2, 0, 61, false, 0.98),
            contact(3, 4, 0, 301, false, 0.99),
            contact(2, 3, 0, 301, false, 0.99),
            contact(4, 5, 0, 20, false, 0.5),
            contact(1, 6, 0, 20, false, 0.995),
            contact(7, 8, 0, 20, false, 0.1)));
    float[] first = {0.6f, 0.6f, 0.1f, 0.1f, 0, 0, 0, 0};
    float[] then = {0, 0, 0.6f, 0.6f, 0.1f, 0, 0, 0};
    float[] heads = {0, 0, 0, 0, 0.9f, 0, 0, 0};
    float[] glia = {0, 0, 0, 0, 0, 0, 1, 1};
    TinyScores.add(sink, segments, List.of(), ScoreColumns.of(TYPES, first, then, heads, glia));
    TinyScores.add(sink, segments, List.of(), ScoreColumns.of(SECOND, then, first, heads, glia));
    String steps =
        "steps: ['axons', 'dendrites', 'leftovers', 'growth', 'spines'], voxelSizeNm: [10, 10, 10]";
    call("CALL connectome.agglomerate.focusem({" + steps + "})");
    assertThat(agglomerates())
        .containsExactly("axon 1 2 6", "dendrite 3 4 5", "other 7", "other 8");
    // what was an axon is a dendrite now, whose contacts must be larger; the head's neighbour is
    // an axon
    call("CALL connectome.agglomerate.focusem({" + steps + ", types: 'second'})");
    assertThat(agglomerates())
        .containsExactly(
            "axon 3 4", "dendrite 1 6", "dendrite 2", "other 7", "other 8", "spinehead 5");
    call("CALL connectome.agglomerate.components({policy: 'focusem-axon', types: 'second'})");
    assertThat(agglomerates()).contains("axon 3 4", "other 1", "other 2");
    call("CALL connectome.agglomerate.components({policy: 'focusem-axon', types: 'typeem'})");
    assertThat(agglomerates()).contains("axon 1 2", "other 3", "other 4");
    assertThat(call("MATCH (r:Run) RETURN r.parameters AS json ORDER BY r.key").getLast())
        .extracting("json")
        .asString()
        .endsWith(
            "\"minAgglomerateVoxels\":100,\"continuity\":\"pContinuity\",\"types\":\"typeem\"}");
  }

  @Test
  void namesComeFromTheRegistryOnly() {
    twoRows();
    for (String word : List.of("areaUm2", "pContinuity_other", "pContinuity` OR true //", "")) {
      assertThatThrownBy(
              () -> call("CALL connectome.agglomerate.components({continuity: \"" + word + "\"})"))
          .rootCause()
          .hasMessage(
              "No scores of continuity are called \""
                  + word
                  + "\"; there are pContinuity, pContinuity_connectem");
    }
    refuses("partition({continuity: 'x'})", "No scores of continuity are called \"x\"");
    refuses("focusem({continuity: 'x', steps: ['leftovers']})", "No scores of continuity are");
    refuses(
        "components({type: 'pAxon', types: 'typeem'})",
        "The graph has no scores of the type model \"typeem\"; there are of this kind: none");
    refuses("components({types: 'typeem'})", "types names a model, and type is missing");
    TinyScores.begin(sink, TYPES);
    refuses(
        "components({type: 'pVessel', types: 'typeem'})",
        "Models of types have pAxon, pDendrite, pSpineHead, pGlia but not pVessel");
    String writing =
        "Scores of the type model typeem are being written, or that was interrupted; write them to"
            + " the end";
    refuses("components({type: 'pAxon', types: 'typeem'})", writing);
    refuses("components({type: 'pAxon'})", writing); // it has the plain names
    refuses("focusem({steps: ['axons']})", writing);
    sink.contactScores(
        "more", CLASSIFY.id(), List.<ContactKey>of(), ScoreColumns.of(CONTINUITY, new float[0]));
    refuses("components({" + BY_MODEL + "})", "Scores of the continuity model connectem are being");
    assertThatThrownBy(() -> call("CALL connectome.mergeTree.build({continuity: 'x'})"))
        .rootCause()
        .hasMessageContaining("No scores of continuity are called \"x\"");
  }

  @Test
  void aRuleOfAnOlderGraphGoesByTheHeight() {
    twoRows();
    call("CALL connectome.agglomerate.components({minContinuity: 0.9})");
    call("MATCH (a:Agglomeration) REMOVE a.continuity"); // as before schema 6
    call("CALL connectome.edit.split([$2], [$3])");
    assertThat(agglomerates()).containsExactly("any 1 2", "any 3", "any 4 5 6");
    Invariants.check(store.database(), "by the height");
  }

  private static void refuses(String procedure, String message) {
    assertThatThrownBy(() -> call("CALL connectome.agglomerate." + procedure))
        .as("%s", procedure)
        .rootCause()
        .hasMessageContaining(message);
  }

  private static String after(String procedure) {
    call("CALL connectome.agglomerate." + procedure);
    Invariants.check(store.database(), procedure);
    return String.join("; ", agglomerates());
  }

  private static String sizes(String options) {
    call("CALL connectome.mergeTree.build(" + options + ")");
    return call("CALL connectome.mergeTree.sizes([0.9, 0.8, 0.7, 0.5, 0.3])").toString();
  }

  /* Kind and numbers of segments of each agglomerate. */
  private static List<String> agglomerates() {
    return call(
            "MATCH (a:Agglomerate)<-[:PART_OF*]-(s:Segment) WITH a, s.id - $0 AS n ORDER BY n"
                + " WITH a, collect(toString(n)) AS ns"
                + " RETURN reduce(t = a.kind, n IN ns | t + ' ' + n) AS row ORDER BY row")
        .stream()
        .map(row -> Objects.toString(row.get("row")))
        .toList();
  }

  /* `$7` is the id of segment 7, `$0` that before the first. */
  private static List<Map<String, Object>> call(String query) {
    Map<String, Object> ids = new HashMap<>(Map.of("0", id(1) - 1));
    IntStream.rangeClosed(1, 9).forEach(n -> ids.put(String.valueOf(n), id(n)));
    try (Transaction tx = store.database().beginTx();
        var result = tx.execute(query, ids)) {
      List<Map<String, Object>> rows = result.stream().toList();
      tx.commit();
      return rows;
    }
  }
}
