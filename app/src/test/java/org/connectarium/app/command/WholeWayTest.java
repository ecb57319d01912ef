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
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.connectarium.app.json.Json;
import org.connectarium.app.progress.Progress;
import org.connectarium.graph.store.GraphStore;
import org.connectarium.ingest.n5.Compression;
import org.connectarium.ingest.n5.DataType;
import org.connectarium.ingest.n5.DatasetSpec;
import org.connectarium.ingest.n5.N5Container;
import org.connectarium.reconstruction.segmentation.SegmentationPlan;
import org.connectarium.reconstruction.watershed.AffinityParameters;
import org.connectarium.reconstruction.watershed.RidgeParameters;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

/// The product as a user meets it, from images to graph and report.
class WholeWayTest {
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

  private JsonNode metrics(Path workspace) throws IOException {
    return Json.tree(Files.readString(workspace.resolve("report/metrics.json")));
  }

  private static double vi(JsonNode metrics, String what) {
    return metrics.get(what).get("vi_split").asDouble()
        + metrics.get(what).get("vi_merge").asDouble();
  }

  @Test
  void demoGoesFromTissueToReportAndAgainDoesNothing() throws IOException {
    Path place = folder.resolve("demo");
    assertThat(run("demo", place.toString(), "--json")).as("%s", err).isZero();
    assertThat(Json.tree(out.toString(StandardCharsets.UTF_8)).get("report").asText())
        .isEqualTo(place.resolve("report/index.html").toString());
    JsonNode metrics = metrics(place);
    assertThat(metrics.get("segments").asLong()).isGreaterThan(50);
    // the shipped model was trained on real images of a fly and has seen no simulated ones
    assertThat(vi(metrics, "segmentation")).isLessThan(0.8);
    assertThat(vi(metrics, "agglomeration")).isLessThan(0.8);
    assertThat(metrics.get("agglomeration").get("erl_um").asDouble()).isPositive();
    assertTheGraphSaysTheSame(place, metrics);
    String report = Files.readString(place.resolve("report/index.html"));
    assertThat(report).contains("which neither the training nor the choice of parameters saw");
    String before = Files.readString(place.resolve("stages/segment.json"));
    assertThat(run("demo", place.toString())).isZero();
    assertThat(Files.readString(place.resolve("stages/segment.json"))).isEqualTo(before);
  }

  private static void assertTheGraphSaysTheSame(Path place, JsonNode metrics) {
    try (GraphStore store = GraphStore.open(place.resolve("neo4j"));
        Transaction tx = store.database().beginTx();
        var volume = tx.execute("CALL connectome.evaluate.volume()");
        var skeletons = tx.execute("CALL connectome.evaluate.skeletons()")) {
      for (String what : new String[] {"segmentation", "agglomeration"}) {
        Map<String, Object> row = volume.next();
        assertThat((Double) row.get("viSplitBits"))
            .isCloseTo(metrics.get(what).get("vi_split").asDouble(), within(1e-9));
        assertThat((Double) row.get("viMergeBits"))
            .isCloseTo(metrics.get(what).get("vi_merge").asDouble(), within(1e-9));
        Map<String, Object> run = skeletons.next();
        assertThat((Long) run.get("nodesInNone")).isLessThan((Long) run.get("nodes"));
      }
    }
  }

  @Test
  void goingBackToAnEarlierChoiceSegmentsAgainAndGivesTheSame() throws IOException {
    Path place = folder.resolve("back");
    assertThat(run("demo", place.toString())).as("%s", err).isZero();
    Path file = place.resolve("dataset.yaml");
    String first = Files.readString(file);
    String record = Files.readString(place.resolve("stages/segment.json"));
    JsonNode before = metrics(place);
    double mean = sumOfContinuity(place);
    Files.writeString(file, first + "agglomeration: {linkage: quantile, quantile: 0.1}\n");
    assertThat(run("run", file.toString(), "--until", "load")).as("%s", err).isZero();
    assertThat(sumOfContinuity(place)).isLessThan(mean);
    Files.writeString(file, first + "segmentation: {h: 0.2}\n");
    assertThat(run("run", file.toString(), "--until", "segment")).as("%s", err).isZero();
    assertThat(Files.readString(place.resolve("stages/segment.json"))).isNotEqualTo(record);
    Files.writeString(file, first);
    assertThat(run("run", file.toString())).as("%s", err).isZero();
    for (String what : new String[] {"segments", "contacts", "segmentation", "agglomeration"}) {
      assertThat(metrics(place).get(what)).isEqualTo(before.get(what));
    }
  }

  private static double sumOfContinuity(Path place) {
    try (GraphStore store = GraphStore.open(place.resolve("neo4j"));
        Transaction tx = store.database().beginTx();
        var sums =
            tx.execute("MATCH ()-[contact:CONTACT]->() RETURN sum(contact.pContinuity) AS sum")) {
      return ((Number) Objects.requireNonNull(sums.next().get("sum"))).doubleValue();
    }
  }

  @Test
  void damagedChunksAreNamedLeftOutIfAllowedAndPutInWhenMended() throws Exception {
    Path place = folder.resolve("damaged");
    assertThat(run("simulate", place.toString(), "--size", "tiny")).as("%s", err).isZero();
    Path file = place.resolve("dataset.yaml");
    assertThat(run("run", file.toString(), "--until", "predict")).as("%s", err).isZero();
    String blocks =
        // classifiers look farther than 8 voxels, and leave no block out
        Files.readString(file).replaceAll("classify: .*\n", "")
            + "segmentation:\n  blockVoxels: [64, 64, 64]\n  marginVoxels: [8, 8, 8]\n";
    Files.writeString(file, blocks);
    Path chunk = farthestChunk(place.resolve("volumes.n5/boundary"));
    byte[] whole = Files.readAllBytes(chunk);
    Files.write(chunk, new byte[20]);
    assertThat(run("run", file.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .containsPattern("[1-8] of 18 blocks failed: block at voxel \\([0-9]+, [0-9]+, [0-9]+\\): ")
        .contains(chunk.toString())
        .contains("all others are done");
    Files.writeString(file, blocks + "  allowFailedBlocks: 8\n");
    assertThat(run("run", file.toString())).as("%s", err).isZero();
    int failed = metrics(place).get("failed_blocks").asInt();
    assertThat(failed).isBetween(1, 8);
    assertThat(Files.readString(place.resolve("report/index.html")))
        .contains(failed + " blocks failed in every attempt and were left out");
    long without = metrics(place).get("segments").asLong();
    Files.write(chunk, whole);
    Files.writeString(file, blocks);
    assertThat(run("run", file.toString())).as("%s", err).isZero();
    assertThat(metrics(place).get("failed_blocks").asInt()).isZero();
    assertThat(metrics(place).get("segments").asLong()).isGreaterThan(without);
    assertBlocksDoNotMatter(place);
  }

  private void assertBlocksDoNotMatter(Path place) throws Exception {
    BlockSizes sizes = new BlockSizes(place, folder.resolve("sizes"));
    var ridge = new SegmentationPlan.Ridge(new RidgeParameters(4, 10, 20));
    assertThat(sizes.viToWhole(ridge, 32, 96)).isLessThan(0.01);
    var descent = new SegmentationPlan.Descending(new AffinityParameters(0, 128, 20), false);
    assertThat(sizes.viToWhole(descent, 32, 64)).isLessThan(0.01);
  }

  private static Path farthestChunk(Path dataset) throws IOException {
    try (Stream<Path> files = Files.walk(dataset)) {
      return files
          .filter(file -> file.getNameCount() - dataset.getNameCount() == 4)
          .max(Path::compareTo)
          .orElseThrow();
    }
  }

  @Test
  void shippedModelSegmentsRealTissueItHasNotSeen() throws IOException {
    Path data =
        Path.of(
            System.getenv().getOrDefault("CONNECTARIUM_DATA", "../../shared/data"),
            "fibsem-medulla");
    Assumptions.assumeTrue(Files.isDirectory(data), "no real data at " + data);
    Path file = folder.resolve("dataset.yaml");
    Files.writeString(
        file,
        """
        name: medulla
        image: %s/grayscale_maps
        voxelSizeNm: [10, 10, 10]
        truth: %s/groundtruth_z000-149.h5:/bodies
        box: [60, 60, 110, 200, 200, 150]
        model: fibsem
        """
            .formatted(data.toAbsolutePath(), data.toAbsolutePath()));
    assertThat(run("run", file.toString())).as("%s", err).isZero();
    assertThat(vi(metrics(folder), "agglomeration")).isLessThan(1.2);
    try (Stream<Path> tables = Files.walk(folder.resolve("tables"))) {
      assertThat(tables.filter(t -> t.toString().endsWith(".tmp"))).isEmpty();
    }
  }

  /// Figures of the data's own README, computed there without our program.
  @Test
  void mapAndSegmentsOfOthersAreTakenAsTheyAre() throws IOException {
    Path data =
        Path.of(
            System.getenv().getOrDefault("CONNECTARIUM_DATA", "../../shared/data"), "fibsem-gala");
    Assumptions.assumeTrue(Files.isDirectory(data), "no real data at " + data);
    Path file = folder.resolve("dataset.yaml");
    String text =
        """
        image: %1$s/train-image.h5
        voxelSizeNm: [10, 10, 10]
        boundary: %1$s/train-p1.lzf.h5
        segments: %1$s/train-ws.lzf.h5
        truth: %1$s/train-gt.lzf.h5
        segmentation: {blockVoxels: [256, 256, 256]}
        """
            .formatted(data);
    Files.writeString(file, text);
    assertThat(run("run", file.toString())).as("%s", err).isZero();
    JsonNode whole = metrics(folder);
    assertThat(whole.get("segmentation").get("vi_merge").asDouble())
        .isCloseTo(0.121189, within(1e-6));
    assertThat(whole.get("segmentation").get("vi_split").asDouble())
        .isCloseTo(1.335565, within(1e-6));
    assertThat(whole.get("segments").asLong()).isEqualTo(203);
    assertThat(whole.get("agglomeration").get("vi_split").asDouble()).isLessThan(1.3);
    Files.writeString(file, text.replace("p1.lzf", "gt.lzf"));
    assertThat(run("run", file.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("must be floats from 0 to 1");
  }

  @Test
  void aVolumeWithoutSegmentsAndOneThatIsAllOneSegmentComeToTheirReport() throws IOException {
    assertThat(given("nothing", 0).get("segments").asLong()).isZero();
    JsonNode giant = given("giant", 9);
    assertThat(giant.get("segments").asLong()).isEqualTo(8);
    assertThat(giant.get("agglomerates").asLong()).isEqualTo(1);
    assertThat(giant.get("contacts").asLong()).isEqualTo(12);
  }

  private JsonNode given(String name, int id) throws IOException {
    Path place = Files.createDirectory(folder.resolve(name));
    N5Container volumes = N5Container.openOrCreate(place.resolve("given.n5"));
    long[] size = {32, 32, 32};
    int[] block = {32, 32, 32};
    for (String path : new String[] {"grey", "map", "ids"}) {
      byte[] values = new byte[32 * 32 * 32];
      Arrays.fill(values, (byte) (path.equals("ids") ? id : 0));
      volumes
          .createDataset(path, DatasetSpec.of(size, block, DataType.UINT8, new Compression.Zstd(1)))
          .writeBlock(values, 0, 0, 0);
    }
    Path file = place.resolve("dataset.yaml");
    Files.writeString(
        file,
        """
        image: given.n5:/grey
        voxelSizeNm: [10, 10, 10]
        boundary: given.n5:/map
        segments: given.n5:/ids
        segmentation: {blockVoxels: [16, 16, 16]}
        """);
    assertThat(run("run", file.toString())).as("%s", err).isZero();
    return metrics(place);
  }
}
