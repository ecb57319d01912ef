package org.connectarium.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.connectarium.app.json.Json;
import org.connectarium.app.progress.Progress;
import org.connectarium.graph.bolt.BoltGraph;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

/// A lab's own Neo4j with our plug-in, and the product's commands that use it: one story, told in
/// order, because a server takes long to start. The same is done to the graph in the workspace, and
/// both must stay alike.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandaloneServerTest {
  private static final String PROCEDURES =
      "SHOW PROCEDURES YIELD name WHERE name STARTS WITH 'connectome.' RETURN name ORDER BY name";
  private static final String LARGEST =
      "MATCH (a:Agglomerate) WITH a ORDER BY a.voxels DESC, a.id LIMIT 2"
          + " CALL connectome.agglomerate.members(a.id) YIELD segmentId"
          + " RETURN a.id AS id, min(segmentId) AS segment ORDER BY segment";

  @TempDir static Path folder;
  private static StandaloneServer server;
  private static GraphStore store;
  private static Path dataset;
  private static Path passwordFile;

  @BeforeAll
  static void segmentWhileTheServerStarts() throws Exception {
    server = StandaloneServer.start(Files.createDirectories(folder.resolve("neo4j")));
    passwordFile = Files.writeString(folder.resolve("password"), StandaloneServer.PASSWORD + "\n");
    Path tissue = folder.resolve("tissue");
    assertThat(run("simulate", tissue.toString(), "--size", "tiny").status).isZero();
    dataset = tissue.resolve("dataset.yaml");
    Files.writeString(
        dataset,
        Files.readString(dataset)
            + "box: [0, 0, 0, 80, 80, 48]\n"
            + "segmentation: {blockVoxels: [16, 16, 16], marginVoxels: [8, 8, 8]}\n");
    Told whole = run("run", dataset.toString());
    assertThat(whole.status).as(whole.err).isZero();
    store = GraphStore.open(dataset.resolveSibling("neo4j"));
    server.awaitReady();
  }

  @AfterAll
  static void stop() {
    store.close();
    server.close();
  }

  @Test
  @Order(1)
  void theServerHasEachProcedureOnce() {
    assertThat(served(PROCEDURES)).isEqualTo(embedded(PROCEDURES)).doesNotHaveDuplicates();
    assertThat(served(PROCEDURES)).hasSizeGreaterThan(40);
  }

  @Test
  @Order(2)
  void aLoadThatWasKilledGoesOnAndLeavesTheSameGraph() throws Exception {
    Files.copy(
        dataset.resolveSibling("report").resolve("metrics.json"), folder.resolve("before.json"));
    long loaded = killedWhileLoading();
    long batches = number(embedded("MATCH (b:Batch) RETURN count(b) AS n").getFirst(), "n");
    assertThat(loaded).isBetween(10L, batches - 1);
    assertThat(onServer("run", dataset.toString()).status).isZero();
    assertThat(GraphText.of(StandaloneServerTest::served))
        .hasSizeGreaterThan(1000)
        .isEqualTo(GraphText.of(StandaloneServerTest::embedded));
    JsonNode before = Json.tree(Files.readString(folder.resolve("before.json")));
    JsonNode after =
        Json.tree(Files.readString(dataset.resolveSibling("report").resolve("metrics.json")));
    for (String what : new String[] {"segments", "agglomerates", "segmentation", "agglomeration"}) {
      assertThat(after.get(what)).as(what).isEqualTo(before.get(what));
    }
  }

  /* The number of batches that were loaded before. */
  private static long killedWhileLoading() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--"))
        .forEach(command::add);
    command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path")));
    command.add("org.connectarium.app.Main");
    command.addAll(List.of("load", dataset.toString(), "--server", server.uri()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("killed.log").toFile());
    builder.environment().put(GraphOptions.PASSWORD_VARIABLE, StandaloneServer.PASSWORD);
    Process client = builder.start();
    try (BoltGraph graph = server.connect()) {
      while (client.isAlive() && batches(graph) < 10) {
        Thread.onSpinWait();
      }
      client.destroyForcibly().waitFor();
      return batches(graph);
    }
  }

  private static long batches(BoltGraph graph) {
    List<Map<String, Object>> rows = new ArrayList<>();
    graph.query("MATCH (b:Batch) RETURN count(b) AS n", Map.of(), rows::add);
    return number(rows.getFirst(), "n");
  }

  @Test
  @Order(3)
  void editsUndoAndEvaluationAreThoseOfAGraphInTheWorkspace() {
    List<Map<String, Object>> two = served(LARGEST);
    assertThat(two).hasSize(2).isEqualTo(embedded(LARGEST));
    long a = number(two.get(0), "segment");
    long b = number(two.get(1), "segment");
    for (String call :
        List.of(
            "edit.merge(%d, %d, {by: 'anna', reason: 'one axon'})".formatted(a, b),
            "edit.split([%d], [%d], {by: 'anna'})".formatted(a, b),
            "edit.undo(2)",
            "evaluate.volume()",
            "evaluate.skeletons()",
            "evaluate.decisions(0, 3)",
            "agglomerate.partition({prior: 0.6}) YIELD agglomerates, segments, contactsUsed",
            "evaluate.contacts()")) {
      List<String> rows = texts(served("CALL connectome." + call));
      assertThat(rows).as(call).isNotEmpty().isEqualTo(texts(embedded("CALL connectome." + call)));
    }
    assertThat(GraphText.of(StandaloneServerTest::served))
        .isEqualTo(GraphText.of(StandaloneServerTest::embedded));
  }

  @Test
  @Order(4)
  void whatIsWrongWithAServerIsOneLineAndStatusTwo() throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong"), "guess");
    for (String[] bad :
        new String[][] {
          {"--server", "bolt://127.0.0.1:1", "--password-file", passwordFile.toString()},
          {"--server", server.uri(), "--password-file", wrong.toString()},
          {"--server", "http://127.0.0.1", "--password-file", passwordFile.toString()},
          {"--server", server.uri(), "--password-file", folder.resolve("none").toString()},
          {"--user", "anna"}
        }) {
      List<String> command = new ArrayList<>(List.of("agglomerate", dataset.toString()));
      command.addAll(List.of(bad));
      Told told = run(command.toArray(new String[0]));
      assertThat(told.status).as("%s: %s", command, told.err).isEqualTo(2);
      assertThat(told.err.lines()).as("%s", command).hasSize(1);
    }
  }

  @Test
  @Order(5)
  void commandsThatCannotUseAServerSaySo() {
    Told segment = onServer("segment", dataset.toString());
    assertThat(segment.status).isEqualTo(2);
    assertThat(segment.err).contains("'segment' does not touch the graph");
    Told serve = run("serve", folder.resolve("tissue").toString());
    assertThat(serve.status).isEqualTo(2);
    assertThat(serve.err).contains("is kept by the Neo4j server at " + server.uri());
  }

  @Test
  @Order(6)
  void anotherSegmentationIsReplacedOnlyWhenAskedTo() throws IOException {
    served("MATCH (n:Decision|FormerAgglomerate|FormerPart) DETACH DELETE n");
    long before = segments();
    Files.writeString(
        dataset,
        Files.readString(dataset).replace("segmentation: {", "segmentation: {h: 0.2, ")
            + "graph: {server: \"%s\", passwordFile: %s}\n".formatted(server.uri(), passwordFile));
    Told refused = run("load", dataset.toString());
    assertThat(refused.status).isEqualTo(2);
    assertThat(refused.err).contains("holds another segmentation; load with --replace");
    assertThat(segments()).isEqualTo(before);
    Told replaced = run("load", dataset.toString(), "--replace");
    assertThat(replaced.status).as(replaced.err).isZero();
    long after = segments();
    assertThat(after).isPositive().isLessThan(before);
    served("MATCH (n) DETACH DELETE n"); // somebody has emptied the server
    Told again = run("load", dataset.toString());
    assertThat(again.status).as(again.err).isZero();
    assertThat(segments()).isEqualTo(after);
  }

  private record Told(int status, String err) {}

  private static Told onServer(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--server", server.uri(), "--password-file", passwordFile.toString()));
    return run(all.toArray(new String[0]));
  }

  private static Told run(String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
    int status =
        Commands.run(new Console(out, new PrintStream(err, true, UTF_8), Progress.none()), args);
    return new Told(status, err.toString(UTF_8));
  }

  private static List<Map<String, Object>> served(String cypher) {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (BoltGraph graph = server.connect()) {
      graph.query(cypher, Map.of(), rows::add);
    }
    return rows;
  }

  private static List<Map<String, Object>> embedded(String cypher) {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (Transaction tx = store.database().beginTx();
        var result = tx.execute(cypher)) {
      result.forEachRemaining(rows::add);
      tx.commit();
    }
    return rows;
  }

  private static long segments() {
    return number(served("MATCH (s:Segment) RETURN count(s) AS n").getFirst(), "n");
  }

  private static long number(Map<String, Object> row, String column) {
    return (long) Objects.requireNonNull(row.get(column));
  }

  private static List<String> texts(List<Map<String, Object>> rows) {
    return rows.stream().map(GraphText::text).toList();
  }
}
