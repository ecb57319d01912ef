package org.connectarium.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.connectarium.app.dataset.Dataset;
import org.connectarium.app.dataset.Model;
import org.connectarium.app.dataset.Segmentation;
import org.connectarium.app.dataset.Training;
import org.connectarium.app.dataset.VoxelCounts;
import org.connectarium.app.json.Json;
import org.connectarium.app.pipeline.InputCheck;
import org.connectarium.app.progress.Progress;
import org.connectarium.ingest.microscope.ImagingParameters;
import org.connectarium.ingest.microscope.Look;
import org.connectarium.ingest.microscope.Setting;
import org.connectarium.ingest.n5.N5Container;
import org.connectarium.ingest.simulation.Simulation;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.network.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateTest {
  @TempDir Path temp;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int simulate(String... more) {
    out.reset();
    err.reset();
    String[] args = new String[more.length + 2];
    args[0] = "simulate";
    args[1] = temp.resolve("s").toString();
    System.arraycopy(more, 0, args, 2, more.length);
    return Commands.run(
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Progress.none()),
        args);
  }

  private JsonNode result() throws IOException {
    return Json.tree(out.toString(StandardCharsets.UTF_8));
  }

  private String complaint() {
    assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    return err.toString(StandardCharsets.UTF_8);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(temp.resolve("p.yaml"), text);
  }

  @Test
  void makesADatasetThatRunTakesAndAgainDoesNothing() throws IOException {
    assertThat(simulate("--tiles", "--json", "--threads", "2")).as("%s", err).isZero();
    assertThat(result().get("blocks").asInt()).isEqualTo(18);
    assertThat(result().get("voxels").asLong()).isEqualTo(160L * 160 * 96);
    Path folder = temp.resolve("s");
    Dataset dataset = Dataset.read(folder.resolve("dataset.yaml"));
    assertThat(dataset.image()).isEqualTo(folder.resolve("tissue.n5").toAbsolutePath() + ":/image");
    assertThat(folder.resolve("tiles/tiles.json")).isRegularFile();
    JsonNode plan = Json.tree(Files.readString(folder.resolve("simulation.json")));
    assertThat(plan.get("seed").asLong()).isEqualTo(1);
    assertThat(plan.get("imaging").get("blurNm").isNumber()).isTrue();
    assertThat(plan.get("tissue").get("geometry").get("axonLanes").isNumber()).isTrue();
    assertThat(simulate("--tiles", "--json")).isZero();
    assertThat(result().get("blocks").asInt()).isZero();
  }

  @Test
  void serialSectionsComeWithADescriptionThatFitsThem() throws IOException {
    assertThat(simulate("--look", "serial-section", "--seed", "3")).as("%s", err).isZero();
    Path file = temp.resolve("s/dataset.yaml");
    Dataset dataset = Dataset.read(file);
    InputCheck.check(dataset);
    Training training = ((Model.Trained) dataset.model()).training();
    assertThat(training.network()).isEqualTo(Preset.SSTEM_UNET);
    assertThat(training.patch()).contains(new VoxelCounts(160, 160, 4));
    assertThat(training.box()).isEqualTo(Box.ofSize(160, 160, 52));
    assertThat(training.validationBox()).isEqualTo(new Box(0, 0, 52, 160, 160, 57));
    assertThat(dataset.evaluate()).contains(new Box(0, 0, 57, 160, 160, 96));
    assertThat(dataset.voxelSize()).isEqualTo(new VoxelSize(11.24, 11.24, 28));
    assertThat(dataset.segmentation().method()).isEqualTo(Segmentation.Method.AFFINITY);
    Files.writeString(file, Files.readString(file).replaceFirst(" +patch: .*\n", ""));
    assertThatThrownBy(() -> InputCheck.check(Dataset.read(file)))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            file
                + ": train.patch of 320 x 320 x 4 voxels is larger than the 160 x 160 x 52 to learn"
                + " from; set a smaller train.patch or a larger train.box");
  }

  @Test
  void parametersOfRawSectionsInTheDocumentsCanBeUsed() throws IOException {
    String file = "../docs/datasets/simulated-raw.yaml";
    assertThat(simulate("--look", "serial-section", "--parameters", file)).as("%s", err).isZero();
    JsonNode imaging =
        Json.tree(Files.readString(temp.resolve("s/simulation.json"))).get("imaging");
    for (String key : List.of("jitterNm", "driftNm", "sectionBrightnessGrey", "streaksPerUm")) {
      assertThat(imaging.get(key).asDouble())
          .as(key)
          .isGreaterThan(ImagingParameters.of(Look.SERIAL_SECTION).get(setting(key)));
    }
    long missing = imaging.get("missingSections").get(0).asLong();
    long folded = imaging.get("foldedSections").get(0).asLong();
    assertThat(section("image", new byte[160 * 160], missing)).containsOnly((byte) 0);
    assertThat(section("labels", new long[160 * 160], missing)).doesNotContain(0);
    assertThat(section("labels", new long[160 * 160], folded)).contains(0);
  }

  private static Setting setting(String key) {
    return Arrays.stream(Setting.values())
        .filter(s -> s.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private <T> T section(String name, T array, long z) {
    N5Container.open(temp.resolve("s").resolve(Simulation.CONTAINER))
        .dataset(name)
        .read(new long[] {0, 0, z}, new int[] {160, 160, 1}, array);
    return array;
  }

  @Test
  void badArgumentsAreOneLineWithStatusTwo() throws IOException {
    assertThat(simulate("--look", "fib-sem")).isEqualTo(2);
    assertThat(complaint()).contains("--look has no choice \"fib-sem\"; did you mean \"fibsem\"?");
    assertThat(simulate("--voxel-size", "10,10")).isEqualTo(2);
    assertThat(complaint()).contains("--voxel-size must be three numbers");
    assertThat(simulate("--at", "1,2,soma")).isEqualTo(2);
    assertThat(complaint()).contains("--at must be three numbers of µm");
    assertThat(simulate("--voxel-size", "10,10,0")).isEqualTo(2);
    assertThat(complaint()).contains("between 0.1 and 10000 nm but was 0.0");
    assertThat(simulate("--size", "huge")).isEqualTo(2);
    assertThat(complaint()).contains("--size", "tiny");
    assertThat(simulate("--threads", "0")).isEqualTo(2);
    assertThat(complaint()).contains("--threads must be 1 or more but is 0");
    assertThat(temp.resolve("s")).doesNotExist();
  }

  @Test
  void badParametersNameFileLineKeyAndRange() throws IOException {
    Path file = file("imaging:\n  blurNm: 999\n");
    assertThat(simulate("--parameters", file.toString())).isEqualTo(2);
    assertThat(complaint())
        .contains(file + ":2: imaging: blurNm must be between 0 and 200 but is 999");
    file("imaging: {blurrNm: 3}\n");
    assertThat(simulate("--parameters", file.toString())).isEqualTo(2);
    assertThat(complaint()).contains("unknown parameter \"blurrNm\"; did you mean \"blurNm\"?");
    file("imagin: {blurNm: 3}\n");
    assertThat(simulate("--parameters", file.toString())).isEqualTo(2);
    assertThat(complaint()).contains(":1: unknown key \"imagin\"; did you mean \"imaging\"?");
    file("tissue:\n  geometry:\n    axonLane: 3\n");
    assertThat(simulate("--parameters", file.toString())).isEqualTo(2);
    assertThat(complaint()).contains(":3: unknown key", "did you mean \"axonLanes\"?");
    file("tissue:\n  geometry:\n    axonLanes: 99\n");
    assertThat(simulate("--parameters", file.toString())).isEqualTo(2);
    assertThat(complaint()).contains("axonLanes must be between 1", "99");
    file("tiles: {overlapPixels: 90}\n");
    assertThat(simulate("--parameters", file.toString())).isEqualTo(2);
    assertThat(complaint()).contains("tile overlap must be between 0 and 48 but is 90");
    assertThat(temp.resolve("s")).doesNotExist();
  }
}
