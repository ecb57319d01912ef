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
import java.util.ArrayList;
import java.util.List;
import org.connectarium.app.json.Json;
import org.connectarium.app.progress.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Classifiers that learn from a part of real tissue, on another part of it: less of each than in
/// docs/features.md, to be quick.
class RealClassifiersTest {
  @TempDir private Path folder = Path.of("");
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private JsonNode run(List<String> args) throws IOException {
    int status =
        Commands.run(
            new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Progress.none()),
            args.toArray(String[]::new));
    assertThat(status).as("%s", err).isZero();
    return Json.tree(out.toString(StandardCharsets.UTF_8));
  }

  private static Path data(String name) {
    Path data =
        Path.of(System.getenv().getOrDefault("CONNECTARIUM_DATA", "../../shared/data"), name);
    Assumptions.assumeTrue(Files.isDirectory(data), "no real data at " + data);
    return data.toAbsolutePath().normalize();
  }

  private static double vi(JsonNode joined) {
    JsonNode heldOut = joined.get("held_out");
    return heldOut.get("vi_split").asDouble() + heldOut.get("vi_merge").asDouble();
  }

  @Test
  void heldOutSlabsAreAgglomeratedBetterThanByTheMeanBoundary() throws IOException {
    Path data = data("fibsem-gala");
    Path file =
        Files.writeString(
            folder.resolve("dataset.yaml"),
            """
            image: %1$s/train-image.h5:/stack
            voxelSizeNm: [10, 10, 10]
            truth: %1$s/train-gt.lzf.h5:/stack
            model: fibsem
            segments: %1$s/train-ws.lzf.h5:/stack
            segmentation: {blockVoxels: [67, 100, 50]}
            """
                .formatted(data));
    JsonNode result = run(List.of("crossvalidate", file.toString(), "--trees", "30", "--json"));
    JsonNode mean = result.get("joined").get("mean");
    assertThat(vi(mean.get("classifier")))
        .isLessThan(0.35)
        .isLessThan(vi(mean.get("evidence")) - 0.1)
        .isLessThan(vi(mean.get("border mean")) - 0.1);
    assertThat(result.get("average_precision").get("classifier").asDouble()).isGreaterThan(0.97);
    assertThat(result.get("blocks").asInt()).isEqualTo(3);
    // no way of joining is better than if each segment were given to its cell
    JsonNode possible = result.get("possible");
    assertThat(possible.get("vi_split").asDouble() + possible.get("vi_merge").asDouble())
        .isCloseTo(0.233, within(0.001));
  }

  private String section(Path data, int z) throws IOException {
    Path place = Files.createDirectories(folder.resolve("section" + z));
    return Files.writeString(
            place.resolve("dataset.yaml"),
            """
            image: %1$s/stack1/raw
            voxelSizeNm: [4.6, 4.6, 47.5]
            box: [0, 400, %2$d, 512, 1024, %3$d]
            boundary: %1$s/stack1/membranes
            truthClefts: %1$s/stack1/synapses
            segmentation: {blockVoxels: [1024, 1024, 8]}
            """
                .formatted(data, z, z + 1))
        .toString();
  }

  @Test
  void synapsesAreFoundInASectionFarFromThoseLearntFrom() throws IOException {
    Path data = data("vnc-sstem");
    List<String> args = new ArrayList<>(List.of("train", "synapse"));
    for (int z : List.of(3, 5, 7)) {
      args.add(section(data, z));
    }
    args.addAll(List.of("--held-out", section(data, 12), "--share", "0.3"));
    args.addAll(List.of("--out", folder.resolve("models").toString(), "--json"));
    JsonNode chosen = run(args).get("held-out").get("at thresholds chosen in training");
    double learnt = chosen.get("synapse, contacts").get("average_precision").asDouble();
    double one = chosen.get("synapse, contacts, one feature").get("average_precision").asDouble();
    assertThat(learnt).isGreaterThan(0.4).isGreaterThan(one);
  }
}
