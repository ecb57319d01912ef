package org.connectarium.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.connectarium.app.json.Json;
import org.connectarium.app.progress.Progress;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

/// Classifiers as a user meets them: trained, named in DATASET.yaml, found in the graph.
class ClassifiersTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    out.reset();
    err.reset();
    return Commands.run(
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Progress.none()),
        args);
  }

  private String simulated(String name, int seed) {
    Path place = folder.resolve(name);
    assertThat(run("simulate", place.toString(), "--size", "tiny", "--seed", String.valueOf(seed)))
        .as("%s", err)
        .isZero();
    return place.resolve("dataset.yaml").toString();
  }

  private static long count(Path workspace, String condition) {
    try (GraphStore store = GraphStore.open(workspace.resolve("neo4j"));
        Transaction tx = store.database().beginTx();
        var rows =
            tx.execute("MATCH ()-[c:CONTACT]->() WHERE " + condition + " RETURN count(*) AS n")) {
      return ((Number) Objects.requireNonNull(rows.next().get("n"))).longValue();
    }
  }

  @Test
  void oneThatLearntHereIsNamedLikeTheShippedOneAndModelsComeOneAfterTheOther() throws IOException {
    String first = simulated("a", 5);
    String second = simulated("b", 6);
    Path models = folder.resolve("models");
    assertThat(
            run(
                "train",
                "continuity",
                first,
                second,
                "--out",
                models.toString(),
                "--name",
                "mine",
                "--share",
                "1",
                "--learning-curve",
                "--json"))
        .as("%s", err)
        .isZero();
    JsonNode figures = Json.tree(out.toString(StandardCharsets.UTF_8));
    JsonNode validated = figures.get("continuity").get("continuity").get("cross-validated");
    assertThat(validated.get("average_precision").asDouble()).isGreaterThan(0.8);
    showsItsWork(figures.get("continuity").get("continuity"), models);

    Path types = folder.resolve("types");
    assertThat(run("train", "type", first, second, "--out", types.toString(), "--name", "mine"))
        .as("%s", err)
        .isZero();
    Path place = folder.resolve("c");
    Path file = Path.of(simulated("c", 7));
    String text = Files.readString(file).replaceAll("classify: .*\n", "");
    Files.writeString(file, text + "classify: {continuity: ../models/continuity}\n");
    assertThat(run("run", file.toString())).as("%s", err).isZero();
    JsonNode metrics = Json.tree(Files.readString(place.resolve("report/metrics.json")));
    assertThat(metrics.get("synapse").get("precision").isNull()).isTrue();
    assertThat(metrics.get("synapses").isNull()).as("no model, no connectome").isTrue();
    assertThat(reconstructed(place)).isEmpty();
    JsonNode curves = metrics.get("classifiers").get("continuity").get("curves");
    assertThat(curves.get("precision").size()).isBetween(10, 200);
    assertThat(Files.readString(place.resolve("report/index.html")))
        .contains("continuity, precision over recall", "continuity, reliability");
    long classified = count(place, "c.pContinuity_mine >= 0");
    assertThat(classified).isPositive();
    assertThat(count(place, "c.voxels < 10 AND c.pContinuity_mine IS NOT NULL")).isZero();
    assertThat(count(place, "c.pSynapse IS NOT NULL")).isZero();
    String loaded = Files.readString(place.resolve("stages/segment.json"));

    Files.writeString(
        file,
        text
            + "classify: {continuity: ../models/continuity, synapse: simulated, type:"
            + " ../types/type}\n");
    assertThat(run("run", file.toString())).as("%s", err).isZero();
    metrics = Json.tree(Files.readString(place.resolve("report/metrics.json")));
    assertThat(metrics.get("types").get("axon").get("recall").asDouble()).isPositive();
    assertThat(count(place, "startNode(c).pAxon + endNode(c).pGlia >= 0"))
        .isEqualTo(count(place, "true"));
    assertThat(Files.readString(place.resolve("stages/segment.json"))).isEqualTo(loaded);
    assertThat(count(place, "c.pContinuity_mine >= 0")).isEqualTo(classified);
    assertThat(count(place, "c.pSynapse >= 0 AND c.pSynapseReverse <= 1")).isEqualTo(classified);
    assertThat(Files.readString(place.resolve("report/index.html"))).contains("synapse");
    assertThat(reconstructed(place))
        .as("the connectome of the graph is that of the report")
        .containsExactly(
            metrics.get("synapses").asLong(),
            metrics.get("connectome").get("neurons").asLong(),
            metrics.get("connectome").get("connections").asLong());
    assertThat(metrics.get("connectome").has("edge_recall")).isTrue();
  }

  /* Synapses, neurons with a class, and connections as the graph has them. */
  private static List<Long> reconstructed(Path workspace) {
    try (GraphStore store = GraphStore.open(workspace.resolve("neo4j"));
        Transaction tx = store.database().beginTx();
        var rows =
            tx.execute(
                "MATCH (c:Connectome {name: 'reconstruction', assembled: true, state: 'complete'})"
                    + " RETURN [COUNT {(s:Synapse {dataset: c.name})},"
                    + " COUNT {(n:Neuron {dataset: c.name}) WHERE n.class IS NOT NULL},"
                    + " COUNT {(:Neuron {dataset: c.name})-[:SYNAPSES_ONTO]->()}] AS found")) {
      return rows.stream()
          .flatMap(row -> ((List<?>) Objects.requireNonNull(row.get("found"))).stream())
          .map(n -> ((Number) n).longValue())
          .toList();
    }
  }

  private static void showsItsWork(JsonNode question, Path models) throws IOException {
    JsonNode features = question.get("importances").get("features");
    assertThat(features).hasSize(30);
    double share = features.get(0).get("share").asDouble();
    assertThat(share).isGreaterThan(features.get(29).get("share").asDouble());
    for (String group : List.of("channels", "sub_volumes", "statistics")) {
      double sum = 0;
      for (JsonNode s : question.get("importances").get(group)) {
        sum += s.get("share").asDouble();
      }
      assertThat(sum).isCloseTo(1, within(1e-9));
    }
    assertThat(question.get("learning_curve").get(0).get("average_precision").asDouble())
        .isGreaterThan(0.5);
    JsonNode curves = question.get("curves");
    assertThat(curves.get("recall").size()).isBetween(10, 200);
    assertThat(curves.get("recall").get(curves.get("recall").size() - 1).asDouble()).isEqualTo(1);
    assertThat(Json.tree(Files.readString(models.resolve("accuracy.json"))).get("continuity"))
        .isEqualTo(Json.tree("{\"continuity\":" + question + "}"));
    String words = features.get(0).get("words").asText();
    assertThat(Files.readString(models.resolve("accuracy.html")))
        .contains("What decides continuity", words, "400 trees", "learning curve", "in 2 folds")
        .doesNotContain("http", "<script", "%s");
  }

  @Test
  void modelsThatDoNotFitAreRefusedBeforeAnythingIsDone() throws IOException {
    Path file = folder.resolve("dataset.yaml");
    Files.createDirectory(folder.resolve("empty"));
    Path image = Path.of(simulated("a", 5)).resolveSibling("tissue.n5");
    String text = "image: " + image + ":/image\nvoxelSizeNm: [%s, 10, 10]\nclassify: {%s}\n";
    Files.writeString(file, text.formatted("10", "continuity: simulated, type: simulated"));
    assertThat(run("run", file.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("No classifier model \"simulated\" of type is shipped");
    Files.writeString(file, text.formatted("10", "synapse: empty"));
    assertThat(run("run", file.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    assertThat(folder.resolve("stages")).doesNotExist();
  }

  @Test
  void trainingSaysWhatIsMissing() throws IOException {
    assertThat(run("train")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("'WORKSPACE'");
    Path alone = folder.resolve("alone.yaml");
    Files.writeString(alone, "image: a\nvoxelSizeNm: [10, 10, 10]\nclassify: {type: simulated}\n");
    assertThat(run("run", alone.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("needs classify.continuity");
    assertThat(run("train")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("'WORKSPACE'");
    String one = simulated("a", 5);
    String models = folder.resolve("models").toString();
    assertThat(run("train", "synapse", one, "--out", models, "--share", "0")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("--share");
    assertThat(run("train", "synapse", one, "--out", models, "--held-out", one)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("held out");
    assertThat(run("train", "synapse", one, "--out", models, "--name", "a b")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("\"a b\"");
    assertThat(Path.of(models)).doesNotExist();
  }

  @Test
  void whatLearntFromOtherSectionsOfRealTissueAgglomeratesThese() throws IOException {
    Path data =
        Path.of(
            System.getenv().getOrDefault("CONNECTARIUM_DATA", "../../shared/data"),
            "fibsem-medulla");
    Assumptions.assumeTrue(Files.isDirectory(data), "no real data at " + data);
    Path file = folder.resolve("dataset.yaml");
    Files.writeString(
        file,
        """
        image: %1$s/grayscale_maps
        voxelSizeNm: [10, 10, 10]
        truth: %1$s/groundtruth_z000-149.h5:/bodies
        box: [0, 0, 110, 250, 250, 150]
        model: fibsem
        classify: {continuity: medulla}
        """
            .formatted(data.toAbsolutePath()));
    assertThat(run("run", file.toString())).as("%s", err).isZero();
    JsonNode merged =
        Json.tree(Files.readString(folder.resolve("report/metrics.json"))).get("agglomeration");
    assertThat(merged.get("vi_split").asDouble() + merged.get("vi_merge").asDouble())
        .isLessThan(0.9);
  }
}
