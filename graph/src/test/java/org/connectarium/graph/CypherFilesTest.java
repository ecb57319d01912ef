package org.connectarium.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.connectarium.graph.TinyConnectome.contact;
import static org.connectarium.graph.TinyConnectome.id;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

/// Runs every file of `cypher/` with the example values in its head, on segments 1–5 where 1–3
/// are one agglomerate, 4 and 5 two more.
class CypherFilesTest {
  private static final Path FOLDER = Path.of("..", "cypher");

  @TempDir static Path home;
  private static GraphStore store;

  @BeforeAll
  static void open() {
    store = GraphStore.open(home);
    try (GraphSink sink = GraphSink.embedded(store.database())) {
      TinyConnectome.load(
          sink,
          TinyConnectome.segments(5),
          List.of(
              contact(1, 2, 0.99),
              contact(2, 3, 0.95),
              contact(3, 4, 0.2),
              contact(1, 5, 0, 10, false, 0.1)));
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

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void everyFileAnswersWithTheColumnsOfItsHead() throws IOException {
    List<Path> files = files();
    assertThat(files).hasSizeGreaterThanOrEqualTo(8);
    for (Path file : files) {
      List<String> head = head(file);
      assertThat(head).as("%s", file).hasSize(4);
      try (Transaction tx = store.database().beginTx();
          var result = tx.execute(Files.readString(file), parameters(tx, head.get(1)))) {
        assertThat(result.columns())
            .as("columns of %s", file)
            .containsExactly(after("// Columns: ", head.get(2)).split(", "));
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

  private static List<String> head(Path file) throws IOException {
    List<String> head =
        Files.readAllLines(file).stream().takeWhile(line -> line.startsWith("// ")).toList();
    assertThat(head.stream().map(line -> line.substring(0, line.indexOf(':'))))
        .as("head of %s", file)
        .containsExactly("// Question", "// Parameters", "// Columns", "// Cost");
    return head;
  }

  private static Map<String, Object> parameters(Transaction tx, String line) {
    Map<String, Object> parameters = new HashMap<>();
    String text = after("// Parameters: ", line);
    for (String pair : text.equals("none") ? new String[0] : text.split("; ")) {
      String[] nameAndValue = pair.split(" = ", 2);
      try (var value = tx.execute("RETURN " + nameAndValue[1] + " AS v")) {
        parameters.put(nameAndValue[0], Objects.requireNonNull(value.next().get("v")));
      }
    }
    return parameters;
  }

  private static String after(String prefix, String line) {
    return line.substring(prefix.length());
  }
}
