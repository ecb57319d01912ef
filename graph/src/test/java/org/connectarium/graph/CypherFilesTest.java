package org.connectarium.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.connectarium.graph.TinyConnectome.contact;
import static org.connectarium.graph.TinyConnectome.id;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.branch.Branches;
import org.connectarium.graph.edit.EditNote;
import org.connectarium.graph.edit.Edits;
import org.connectarium.graph.edit.SplitOptions;
import org.connectarium.graph.mergetree.MergeTreeBuild;
import org.connectarium.graph.mergetree.MergeTreeOptions;
import org.connectarium.graph.score.ScoreKind;
import org.connectarium.graph.score.ScoreModel;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.ScoreColumns;
import org.connectarium.graph.sink.SegmentRow;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

/// Runs every file of `cypher/` with the example values in its head, on segments 1–5 where 1–3
/// are one agglomerate, 4 and 5 two more.
class CypherFilesTest {
  private static final float NONE = Float.NaN;
  private static final Path FOLDER = Path.of("..", "cypher");

  @TempDir static Path home;
  private static GraphStore store;

  @BeforeAll
  static void open() {
    store = GraphStore.open(home);
    List<SegmentRow> segments = TinyConnectome.segments(5);
    List<ContactRow> contacts =
        List.of(
            contact(1, 2, 0.99),
            contact(2, 3, 0.95),
            contact(3, 4, 0.2),
            contact(1, 5, 0, 10, false, 0.1));
    try (GraphSink sink = GraphSink.embedded(store.database())) {
      TinyConnectome.load(sink, segments, contacts);
      for (ScoreColumns scores : scores()) {
        TinyScores.add(sink, segments, contacts, scores);
      }
    }
    new Agglomeration(store.database(), StopCheck.NEVER)
        .run(AgglomerationOptions.minContinuity(0.9));
    Edits edits = new Edits(store.database(), StopCheck.NEVER);
    edits.merge(id(4), id(5), EditNote.NONE);
    Branches branches = new Branches(store.database(), StopCheck.NEVER);
    branches.create("apart", EditNote.NONE);
    branches.split(
        "apart", new SplitOptions(List.of(id(4)), List.of(id(5))), new EditNote("anna", ""));
    branches.create("undisturbed", EditNote.NONE);
    branches.merge("undisturbed", id(3), id(4), EditNote.NONE);
    edits.undo(1, EditNote.NONE);
    edits.redo(1, EditNote.NONE);
    TinyConnectome.loadTruth(store.database());
    new MergeTreeBuild(store.database(), StopCheck.NEVER).run(MergeTreeOptions.DEFAULT);
  }

  /* Of continuity, synapses and types; a further model of types takes 2 for a dendrite, 4 for glia
  and says nothing of 5. */
  private static List<ScoreColumns> scores() {
    float[] axon = {0.9f, 0.8f, 0.1f, 0.1f, 0.1f};
    float[] dendrite = {0, 0.1f, 0.7f, 0.6f, 0.6f};
    float[] head = {0, 0, 0.2f, 0, 0};
    float[] glia = {0, 0, 0, 0.3f, 0.3f};
    float[] otherAxon = {0.6f, 0.4f, 0.1f, 0.1f, NONE};
    float[] otherDendrite = {0.2f, 0.6f, 0.7f, 0.1f, NONE};
    float[] otherHead = {0, 0, 0.2f, 0, NONE};
    float[] otherGlia = {0.2f, 0, 0, 0.75f, NONE};
    return List.of(
        ScoreColumns.of(TinyScores.CONTINUITY, new float[] {0.95f, 0.9f, 0.15f, 0.05f}),
        ScoreColumns.of(
            TinyScores.SYNAPSES, new float[] {0, 0, 0.75f, 0.1f}, new float[] {0, 0, 0, 0.8f}),
        ScoreColumns.of(TinyScores.TYPES, axon, dendrite, head, glia),
        ScoreColumns.of(
            new ScoreModel(ScoreKind.TYPE, "second"),
            otherAxon,
            otherDendrite,
            otherHead,
            otherGlia));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void everyFileAnswersWithTheColumnsOfItsHead() throws IOException {
    List<Path> files = files();
    assertThat(files).hasSizeGreaterThanOrEqualTo(8);
    for (Path file : files) {
      CypherFile cypher = CypherFile.of(file);
      try (Transaction tx = store.database().beginTx();
          var result = tx.execute(cypher.text(), cypher.parameters(tx))) {
        assertThat(result.columns())
            .as("columns of %s", file)
            .containsExactlyElementsOf(cypher.columns());
        assertThat(result.hasNext()).as("%s has an answer", file).isTrue();
        tx.rollback();
      }
    }
  }

  @Test
  void theReadmeListsEveryFile() throws IOException {
    String readme = Files.readString(FOLDER.resolve("README.md"));
    for (Path file : files()) {
      assertThat(readme).contains("(" + file.getFileName() + ")");
    }
  }

  @Test
  void answersAreRight() throws IOException {
    assertThat(answer("segments-touching-a-segment", Map.of("segmentId", TinyConnectome.id(1))))
        .extracting(row -> row.get("segmentId"), row -> row.get("pContinuity"))
        .containsExactly(tuple(TinyConnectome.id(2), 0.99f), tuple(TinyConnectome.id(5), 0.1f));
    assertThat(
            answer(
                "contacts-near-a-point",
                Map.of("x", 150, "y", 50, "z", 25, "radiusNm", 10, "searchNm", 1000)))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("lowId", TinyConnectome.id(1)));
    assertThat(answer("size-histogram", Map.of()))
        .extracting(row -> row.get("fromVoxels"), row -> row.get("segments"))
        .containsExactly( // 100; 200; 300, 400, 500
            tuple(64L, 1L), tuple(128L, 1L), tuple(256L, 3L));
  }

  @Test
  void answersAboutModelsAreRight() throws IOException {
    assertThat(
            answer("contacts-between-two-segments", Map.of("segmentA", id(4), "segmentB", id(3))))
        .extracting(
            row -> row.get("model"),
            row -> row.get("property"),
            row -> row.get("probability"),
            row -> row.get("runId"))
        .containsExactly(
            tuple("", "pContinuity", 0.2f, "run-1"),
            tuple("connectem", "pContinuity_connectem", 0.15f, "run-2"),
            tuple("synem", "pSynapse", 0.75f, "run-2"),
            tuple("synem", "pSynapseReverse", 0f, "run-2"));
    assertThat(
            answer(
                "segments-that-models-type-differently",
                Map.of("modelA", "typeem", "modelB", "second", "minVoxels", 100, "limit", 9)))
        .extracting(
            row -> row.get("segmentId"),
            row -> row.get("typeA"),
            row -> row.get("pA"),
            row -> row.get("typeB"),
            row -> row.get("pB"))
        .containsExactly(
            tuple(id(2), "pAxon", 0.8f, "pDendrite", 0.6f),
            tuple(id(4), "pDendrite", 0.6f, "pGlia", 0.75f));
    assertThat(
            answer(
                "synaptic-contacts",
                Map.of("minProbability", 0.5, "showDropped", true, "limit", 9)))
        .extracting(
            row -> row.get("preSegmentId"),
            row -> row.get("postSegmentId"),
            row -> row.get("droppedBy"))
        .containsExactly(tuple(id(5), id(1), ""), tuple(id(3), id(4), ""));
    assertThat(answer("models-in-the-graph", Map.of()))
        .extracting(row -> row.get("name"), row -> row.get("count"))
        .containsExactly(
            tuple("connectem", 4L), tuple("synem", 4L), tuple("second", 4L), tuple("typeem", 5L));
  }

  @Test
  void reliabilityIsTheShareWithinOneCell() throws IOException {
    // cells: 1 and 2 of 7, 3 and 4 of 8, 5 of 9, so 1–2 and 3–4 are within one
    assertThat(
            answer(
                "reliability-of-continuity",
                Map.of("property", "pContinuity_connectem", "truth", "volume", "bins", 2)))
        .extracting(
            row -> row.get("fromP"),
            row -> row.get("toP"),
            row -> row.get("contacts"),
            row -> Math.round(1000 * (double) Objects.requireNonNull(row.get("meanP"))),
            row -> row.get("withinOneCell"))
        .containsExactly(tuple(0.0, 0.5, 2L, 100L, 0.5), tuple(0.5, 1.0, 2L, 925L, 0.5));
  }

  @Test
  void conflictsOfBranchesNameTheDecisions() throws IOException {
    assertThat(answer("conflicts-of-branches", Map.of("limit", 10)))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("branch", "apart")
                    .containsEntry("edit", 1L)
                    .containsEntry("kind", "split")
                    .containsEntry("sources", List.of(id(4)))
                    .containsEntry("by", "anna")
                    .containsEntry("decisions", List.of(2L, 3L))
                    .hasEntrySatisfying(
                        "conflict",
                        text -> assertThat((String) text).contains("was about the segments")));
  }

  @Test
  void answersAboutTruthAreRight() throws IOException {
    new Agglomeration(store.database(), StopCheck.NEVER)
        .run(AgglomerationOptions.minContinuity(0.9)); // files that write may have been run
    Map<String, Object> ofVolume = Map.of("truth", "volume", "minVoxels", 10, "limit", 10);
    assertThat(answer("truth-cells-merged-in-an-agglomerate", ofVolume))
        .singleElement() // segments 1, 2 and 3 are one agglomerate
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("cells", List.of(7L, 8L))
                    .containsEntry("voxels", List.of(360L, 240L))
                    .containsEntry("wrongVoxels", 240L));
    Map<String, Object> any = Map.of("truth", "volume", "minVoxels", 1, "limit", 10);
    assertThat(answer("truth-cells-split-most", any))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("cellId", 8L)
                    .containsEntry("agglomerates", 2L)
                    .containsEntry("largestShare", 240 / 241.0));
    assertThat(answer("contacts-inside-a-truth-cell", Map.of("truth", "volume", "cellId", 8L)))
        .extracting(row -> row.get("lowId"), row -> row.get("isJoined"))
        .containsExactly(tuple(TinyConnectome.id(3), false));
  }

  @Test
  void anotherThresholdIsAQuery() throws IOException {
    assertThat(joined(3, 0.95)).containsExactly(id(1), id(2), id(3));
    assertThat(joined(3, 0.96)).containsExactly(id(3));
    assertThat(joined(4, 0.1)).containsExactly(id(1), id(2), id(3), id(4), id(5));
  }

  private static List<Object> joined(int segment, double threshold) throws IOException {
    return answer(
            "segments-joined-at-a-threshold",
            Map.of("segmentId", id(segment), "threshold", threshold))
        .stream()
        .map(row -> row.get("segmentId"))
        .toList();
  }

  private static List<Map<String, Object>> answer(String name, Map<String, Object> parameters)
      throws IOException {
    try (Transaction tx = store.database().beginTx();
        var result = tx.execute(Files.readString(FOLDER.resolve(name + ".cypher")), parameters)) {
      return result.stream().toList();
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(FOLDER)) {
      // those that write run last, because the others ask about agglomerates by id
      return all.filter(f -> f.toString().endsWith(".cypher"))
          .sorted((a, b) -> Boolean.compare(writes(a), writes(b)))
          .toList();
    }
  }

  private static boolean writes(Path file) {
    return file.endsWith("agglomerate-with-threshold.cypher")
        || file.endsWith("agglomerate-as-focusem.cypher")
        || file.endsWith("agglomerate-by-partition.cypher");
  }
}
