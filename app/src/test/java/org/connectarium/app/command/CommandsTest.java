package org.connectarium.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.connectarium.app.json.Json;
import org.connectarium.app.progress.Progress;
import org.connectarium.app.version.ProgramVersion;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.store.DiskSpace;
import org.connectarium.ingest.volume.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console =
      new Console(
          new PrintStream(out, true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8),
          Progress.none());

  @Test
  void printsTheVersionThatTheBuildWrote() {
    assertThat(Commands.run(console, "--version")).isZero();
    assertThat(ProgramVersion.text()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(text(out)).startsWith("Connectarium " + ProgramVersion.text() + "\nJava ");
  }

  @Test
  void helpListsTheCommands() {
    assertThat(Commands.run(console, "--help")).isZero();
    assertThat(text(out)).contains("connectarium", "doctor", "Exit status");
    assertThat(text(err)).isEmpty();
  }

  @Test
  void doctorPrintsOneJsonObjectAndNothingElse() throws IOException {
    assertThat(Commands.run(console, "doctor", "--json")).isZero();
    assertThat(Json.tree(text(out)).get("checks").get(0).get("name").asText()).isEqualTo("java");
    assertThat(text(err)).isEmpty();
  }

  @Test
  void doctorFindsTheNetworkEngineOnLinux() {
    assertThat(Commands.run(console, "doctor")).isZero();
    assertThat(text(out)).contains("Deeplearning4j on processor, oneDNN build");
  }

  @Test
  void suggestsCommandsAndOptionsInOneLineWithStatusTwo() {
    assertThat(Commands.run(console, "docter")).isEqualTo(2);
    assertThat(Commands.run(console, "doctor", "--jsn")).isEqualTo(2);
    assertThat(Commands.run(console, "doctor", "--threads", "x")).isEqualTo(2);
    assertThat(text(err).lines())
        .hasSize(3)
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .contains(
                        "no command \"docter\"; did you mean doctor? See 'connectarium --help'."),
            line -> assertThat(line).contains("unknown option --jsn; did you mean --json?"),
            line -> assertThat(line).contains("--threads", "'connectarium doctor --help'"));
    assertThat(text(out)).isEmpty();
  }

  @Test
  void badInputIsItsOwnLineWithStatusTwo() {
    assertThat(Failure.of(new BadInputException("box is empty")))
        .isEqualTo(new Failure("box is empty", 2));
    assertThat(Failure.of(new UncheckedIOException(new NoSuchFileException("a.tif"))))
        .isEqualTo(new Failure("no such file or folder: a.tif; check the path", 2));
  }

  @Test
  void whatNoStageCanUseIsRefusedBeforeAnythingIsWritten(@TempDir Path folder) throws IOException {
    Path sections = Files.createDirectory(folder.resolve("sections"));
    for (int z = 0; z < 4; z++) {
      ImageIO.write(
          new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY),
          "png",
          sections.resolve("s" + z + ".png").toFile());
    }
    Path halfOfIt = Files.createDirectory(folder.resolve("half"));
    Files.copy(sections.resolve("s0.png"), halfOfIt.resolve("s0.png"));
    String train = "truth: ../sections\ntrain: {box: [0, 0, 0, 9, 8, 4]}";
    assertRefused(folder, "image: ../nosuch", "nosuch");
    assertRefused(folder, "image: ../sections\nmodel: nosuch", "No model \"nosuch\"");
    assertRefused(folder, "image: ../sections\nbox: [0, 0, 0, 9, 8, 4]", "\"box\"");
    assertRefused(folder, "image: ../sections\ntruth: ../half", "must have the same size");
    assertRefused(folder, "image: ../sections\n" + train, "\"train.box\"");
    String two =
        "image: ../sections\ntruth: ../sections\ntrain: {box: [0, 0, 0, 8, 8, 4],"
            + " patch: [8, 8, 1], also: [../%s]}";
    assertRefused(folder, two.formatted("nosuch.yaml"), "nosuch.yaml, which is no file");
    String other = "voxelSizeNm: [10, 10, 10]\nimage: sections\ntruth: sections\n";
    Files.writeString(folder.resolve("no-box.yaml"), other);
    assertRefused(folder, two.formatted("no-box.yaml"), "no-box.yaml: train.box is missing");
    Files.writeString(folder.resolve("far.yaml"), other + "train: {box: [0, 0, 0, 9, 8, 4]}\n");
    assertRefused(folder, two.formatted("far.yaml"), "far.yaml: the box of \"train.box\"");
    assertRefused(
        folder,
        "image: ../sections\ntruth: ../sections\nevaluate: {box: [0, 0, 0, 8, 8, 5]}",
        "\"evaluate.box\"");
  }

  private void assertRefused(Path folder, String keys, String expected) throws IOException {
    Path own = Files.createTempDirectory(folder, "dataset");
    Path file = own.resolve("dataset.yaml");
    Files.writeString(file, "voxelSizeNm: [10, 10, 10]\n" + keys + "\n");
    err.reset();
    assertThat(Commands.run(console, "run", file.toString())).isEqualTo(2);
    assertThat(text(err).lines()).singleElement().asString().contains(expected);
    try (Stream<Path> left = Files.list(own)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aFileInPlaceOfAFolderIsSaidPlainly() {
    assertThat(Failure.of(new FileAlreadyExistsException("/data/ws")))
        .isEqualTo(
            new Failure(
                "/data/ws is a file where a folder is needed; remove it or use another one", 2));
  }

  @Test
  void aFullDiskIsSaidPlainlyWithItsPlace() {
    Failure failure =
        Failure.of(new FileSystemException("/data/x", null, "No space left on device"));
    assertThat(failure.line()).contains("the disk is full at /data/x");
    assertThat(failure.exitStatus()).isEqualTo(2);
    IOException full = new IOException("No space left on device");
    assertThat(Failure.of(new GraphException("Batch b: failed", new RuntimeException(full))))
        .isEqualTo(
            new Failure(
                "the disk is full while the graph is written; free some space and run the same"
                    + " command again",
                2));
    assertThat(Failure.of(new IllegalStateException("panic", full)).exitStatus()).isEqualTo(2);
    assertThat(Failure.of(DiskSpace.full(Path.of("/data/ws/neo4j"))))
        .isEqualTo(
            new Failure(
                "The disk is full at /data/ws/neo4j; free some space and run the same command again",
                2));
  }

  @Test
  void theUnexpectedIsOneLineThatNamesAFileWithTheTrace() throws IOException {
    Failure failure = Failure.of(new IllegalStateException("two\nlines"));
    assertThat(failure.exitStatus()).isEqualTo(1);
    assertThat(failure.line()).startsWith("unexpected failure, IllegalStateException: two;");
    Path log = Path.of(failure.line().replaceFirst(".*details in ", ""));
    assertThat(log).content().contains("CommandsTest", "Java ");
    Files.delete(log);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
