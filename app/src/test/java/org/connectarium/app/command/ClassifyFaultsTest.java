package org.connectarium.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.connectarium.app.progress.Progress;
import org.connectarium.ingest.file.WholeFolder;
import org.connectarium.reconstruction.classification.Scores;
import org.connectarium.reconstruction.segmentation.TableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of the stage `classify` where it is killed, and where blocks before it failed.
class ClassifyFaultsTest {
  private static final int BLOCKS = 5;
  private static final long LONGEST_MILLIS = 300_000;

  @TempDir Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    err.reset();
    return Commands.run(
        new Console(
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Progress.none()),
        args);
  }

  private Path predicted() throws IOException {
    Path place = folder.resolve("t");
    assertThat(run("simulate", place.toString(), "--size", "tiny", "--seed", "3")).isZero();
    Path file = place.resolve("dataset.yaml");
    Files.writeString(
        file,
        Files.readString(file).replaceAll("classify: .*\n", "")
            + """
              box: [0, 0, 0, 160, 80, 64]
              classify: {continuity: simulated}
              segmentation:
                blockVoxels: [32, 80, 64]
                marginVoxels: [8, 8, 8]
              """);
    assertThat(run("run", file.toString(), "--until", "predict")).as("%s", err).isZero();
    return file;
  }

  private static List<Path> named(Path root, String ending) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }

  @Test
  void oneThatIsKilledGoesOnWithItsBlocksAndComesToTheSameBytes() throws Exception {
    Path file = predicted();
    Path classes = file.resolveSibling("classes");
    assertThat(run("run", file.toString(), "--until", "segment")).as("%s", err).isZero();
    int done = killedInTheMiddle(file, classes);
    assertThat(done).isBetween(1, BLOCKS - 1);
    Path first = named(classes, ".classified").getFirst();
    Object written = Files.getLastModifiedTime(first);
    assertThat(run("classify", file.toString())).as("%s", err).isZero();
    assertThat(Files.getLastModifiedTime(first)).isEqualTo(written);
    byte[] resumed = Files.readAllBytes(named(classes, "probabilities").getFirst());
    WholeFolder.remove(classes);
    assertThat(run("run", file.toString(), "--from", "classify", "--until", "classify"))
        .as("%s", err)
        .isZero();
    assertThat(Files.readAllBytes(named(classes, "probabilities").getFirst())).isEqualTo(resumed);
  }

  /* By SIGKILL when the first block is there; blocks done. */
  private int killedInTheMiddle(Path file, Path classes) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--"))
        .forEach(command::add);
    command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.connectarium.app.Main", "classify", file.toString()));
    command.addAll(List.of("--threads", "1"));
    Process child =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("child.log").toFile())
            .start();
    long end = System.currentTimeMillis() + LONGEST_MILLIS;
    while (named(classes, ".classified").isEmpty()
        && child.isAlive()
        && System.currentTimeMillis() < end) {
      Thread.sleep(5);
    }
    child.destroyForcibly().waitFor();
    assertThat(named(classes, "probabilities"))
        .as("%s", Files.readString(folder.resolve("child.log")))
        .isEmpty();
    return named(classes, ".classified").size();
  }

  /* Chunks of the boundary map are 80 voxels wide. The second one spoils the blocks from 64 on for
   * the segmentation; the block at 32, whose textures reach farther, for the classification. */
  @Test
  void aBlockThatCannotBeReadIsNamedAndWhatWasLeftOutBeforeIsNotAskedFor() throws Exception {
    Path file = predicted();
    Path classes = file.resolveSibling("classes");
    Path chunk = file.resolveSibling("volumes.n5").resolve("boundary/1/0/0/0");
    byte[] whole = Files.readAllBytes(chunk);
    Files.write(chunk, new byte[20]);
    Files.writeString(file, Files.readString(file) + "  allowFailedBlocks: 3\n");
    assertThat(run("run", file.toString(), "--until", "classify")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .contains("1 of 2 blocks failed: block at voxel (32, 0, 0)", chunk.toString());
    assertThat(named(classes, ".classified"))
        .singleElement()
        .satisfies(f -> assertThat(f.getFileName()).hasToString("0-0-0.classified"));
    assertThat(named(classes, "probabilities")).isEmpty();
    assertThat(run("run", file.toString(), "--until", "load")).isEqualTo(2);
    assertThat(file.resolveSibling("stages").resolve("load.json")).doesNotExist();

    Files.write(chunk, whole);
    assertThat(run("run", file.toString(), "--until", "classify")).as("%s", err).isZero();
    List<Path> tables = new ArrayList<>(named(file.resolveSibling("tables"), ".table"));
    tables.addAll(named(file.resolveSibling("tables"), ".faces"));
    int pieces = tables.stream().mapToInt(t -> TableFile.open(t).pieces()).sum();
    Path probabilities = named(classes, "probabilities").getFirst();
    float[] found = Scores.read(Objects.requireNonNull(probabilities.getParent())).continuity();
    assertThat(found).hasSize(pieces);
    assertThat(found[0]).isBetween(0f, 1f);
  }
}
