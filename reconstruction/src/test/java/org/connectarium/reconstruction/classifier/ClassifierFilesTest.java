package org.connectarium.reconstruction.classifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.calibration.Platt;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierFilesTest {
  private static final String JSON = "classifier.json";
  private static final String TREES = "trees.safetensors";
  private static final String SUMS = "SHA256SUMS";

  @TempDir Path folder;

  /// The worked example of `docs/formats/classifier.md`.
  @Test
  void readsTheExampleOfTheSpecification() throws IOException {
    Path example = Path.of("../docs/formats/classifier-example");
    ClassifierModel model = ClassifierModel.read(example);
    assertThat(model.origin().kind()).isEqualTo(ModelKind.CONTINUITY);
    assertThat(model.features()).containsExactly("area", "mean");
    assertThat(model.classifiers().getFirst().calibration()).isEqualTo(new Platt(-2, 0.5));
    float[] p = new float[3];
    model.probabilities(0, new float[] {50, 0, 50, 1, 200, 0}, 3, p);
    assertThat(p)
        .containsExactly(
            (float) (1 / (1 + Math.exp(3.5))),
            (float) (1 / (1 + Math.exp(-0.5))),
            (float) (1 / (1 + Math.exp(-2.5))));
    Fixtures.continuity().write(folder);
    for (String file : new String[] {JSON, TREES, SUMS}) {
      assertThat(folder.resolve(file)).hasSameBinaryContentAs(example.resolve(file));
    }
  }

  /// The Python program of the specification, taken out of its page.
  @Test
  void theProgramOfTheSpecificationAgrees() throws Exception {
    String set = System.getenv("CONNECTARIUM_PYTHON");
    Assumptions.assumeTrue(set != null, "CONNECTARIUM_PYTHON names no Python with NumPy");
    Path python = Files.isDirectory(Path.of(set)) ? Path.of(set, "bin", "python") : Path.of(set);
    String page = Files.readString(Path.of("../docs/formats/classifier.md"));
    int begin = page.indexOf("```python\n") + 10;
    Path program = folder.resolve("predict.py");
    Files.writeString(program, page.substring(begin, page.indexOf("```", begin)));
    ClassifierModel model = Fixtures.types();
    model.write(folder);
    float[] rows = {50, 0, 50, 0.5f, 50, 1, 100, 0.25f, 200, 0, -1, 9};
    Path input = folder.resolve("rows.txt");
    Files.writeString(input, "50 0\n50 0.5\n50 1\n100 0.25\n200 0\n-1 9\n");
    for (int q = 0; q < 2; q++) {
      String question = ModelKind.TYPE.questions().get(q);
      Process process =
          new ProcessBuilder(python.toString(), program.toString(), folder.toString(), question)
              .redirectInput(input.toFile())
              .redirectErrorStream(true)
              .start();
      String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
      float[] p = new float[6];
      model.classifiers().get(q).probabilities(rows, 6, p);
      String[] lines = printed.strip().split("\n", -1);
      assertThat(lines).as(printed).hasSize(6);
      for (int i = 0; i < 6; i++) {
        assertThat(Double.parseDouble(lines[i])).isCloseTo(p[i], within(2e-7));
      }
    }
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    ClassifierModel model = Fixtures.types();
    model.write(folder);
    ClassifierModel back = ClassifierModel.read(folder);
    assertThat(back.origin()).isEqualTo(model.origin());
    assertThat(back.fingerprint()).isEqualTo(model.fingerprint());
    assertThat(back.classifiers().get(1).calibration())
        .isEqualTo(model.classifiers().get(1).calibration());
    assertThat(back.classifiers().get(2).figures()).isEqualTo(model.classifiers().get(2).figures());
    assertThat(back.classifiers().get(3).gains()).containsExactly(12.5, 3.25);
    assertThat(back.classifiers().get(3).trees().leaf())
        .containsExactly(model.classifiers().get(3).trees().leaf());
    assertThat(
            ClassifierModel.parse(bytes(JSON), bytes(TREES), bytes(SUMS), "resource").fingerprint())
        .isEqualTo(model.fingerprint());
  }

  private byte[] bytes(String file) throws IOException {
    return Files.readAllBytes(folder.resolve(file));
  }

  @Test
  void refusesAMissingModel() {
    assertThatThrownBy(() -> ClassifierModel.read(folder.resolve("none")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("No classifier model at")
        .hasMessageContaining("train one or name another");
  }

  /// Any cut and any changed byte of any of the three files is seen.
  @Test
  void refusesDamagedFiles() throws IOException {
    Fixtures.types().write(folder);
    Random random = new Random(21);
    byte[][] whole = {bytes(JSON), bytes(TREES), bytes(SUMS)};
    for (int i = 0; i < 300; i++) {
      int file = i % 3;
      byte[][] files = whole.clone();
      int at = random.nextInt(whole[file].length);
      if (i % 2 == 0) {
        files[file] = Arrays.copyOf(whole[file], at);
      } else {
        files[file] = whole[file].clone();
        files[file][at] ^= (byte) (1 << random.nextInt(8));
      }
      assertThatThrownBy(() -> ClassifierModel.parse(files[0], files[1], files[2], "x"))
          .as("file %d, byte %d", file, at)
          .isInstanceOf(BadInputException.class)
          .hasMessageStartingWith("Classifier model x is damaged: ");
    }
  }

  /// With right sums over wrong files, as somebody hostile writes them, the reader either refuses
  /// or gives a model; it never fails in another way.
  @Test
  void refusesHostileFilesInOneLine() throws Exception {
    Fixtures.types().write(folder);
    Random random = new Random(22);
    byte[] json = bytes(JSON);
    byte[] trees = bytes(TREES);
    int refused = 0;
    for (int i = 0; i < 1000; i++) {
      byte[] file = (i % 2 == 0 ? json : trees).clone();
      for (int k = random.nextInt(3); k >= 0; k--) {
        file[random.nextInt(file.length)] = (byte) random.nextInt(256);
      }
      if (i % 5 == 0) {
        file = Arrays.copyOf(file, random.nextInt(file.length));
      }
      byte[] j = i % 2 == 0 ? file : json;
      byte[] t = i % 2 == 0 ? trees : file;
      try {
        ClassifierModel.parse(j, t, sums(j, t), "x");
      } catch (BadInputException e) {
        refused++;
        assertThat(e.getMessage()).hasLineCount(1);
      }
    }
    assertThat(refused).isGreaterThan(300);
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    Fixtures.continuity().write(folder);
    assertWrong("connectarium-classifier", "other", "is of format other 1; this program reads");
    assertWrong("\"version\" : 1", "\"version\" : 2", "is of format connectarium-classifier 2");
    assertWrong("CONTINUITY", "FLAVOUR", "FLAVOUR");
    assertWrong("CONTINUITY", "TYPE", "has the classifiers [axon, dendrite, spine_head, glia]");
    assertWrong("\"depth\" : 2,", "\"depth\" : 3,", "should have the shape [2, 7] but has [2, 3]");
    assertWrong("\"gain\" : 12.5", "\"gain\" : \"NaN\"", "A gain is NaN");
    assertWrong("\"a\" : -2.0", "\"a\" : 1e999", "A sigmoid cannot have a = Infinity");
    assertWrong("\"mean\"", "\"area\"", "A feature is named twice");
    assertWrong("\"type\" : \"platt\"", "\"type\" : \"magic\"", "magic");
    assertWrong("\"featureVersion\" : 3,", "", "featureVersion");
    assertWrong("\"featureVersion\" : 3,", "\"featureVersion\" : 3, \"x\" : 1,", "x");
    assertWrong("[ 11.24, 11.24, 28.0 ]", "[ 11.24, 28.0 ]", "three positive numbers");
  }

  private void assertWrong(String before, String after, String message) throws Exception {
    String text = new String(bytes(JSON), UTF_8);
    assertThat(text).contains(before);
    byte[] json = text.replace(before, after).getBytes(UTF_8);
    byte[] trees = bytes(TREES);
    byte[] sums = sums(json, trees);
    assertThatThrownBy(() -> ClassifierModel.parse(json, trees, sums, "x"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(message)
        .extracting(Throwable::getMessage)
        .asString()
        .hasLineCount(1);
  }

  /// Feature numbers, thresholds and leaves are checked by value.
  @Test
  void refusesTreesThatAskForFeaturesThatAreNotThere() throws Exception {
    Fixtures.continuity().write(folder);
    byte[] json = bytes(JSON);
    byte[] trees = bytes(TREES);
    int values = trees.length - 4 * (6 + 8 + 6); // feature, leaf, threshold
    byte[] other = trees.clone();
    other[values + 3] = 0x40; // 0 becomes 2
    byte[] sums = sums(json, other);
    assertThatThrownBy(() -> ClassifierModel.parse(json, other, sums, "x"))
        .hasMessageContaining("Decision 0 asks for feature 2 of 2");
    other[values + 2] = 0x20; // 2.5
    byte[] again = sums(json, other);
    assertThatThrownBy(() -> ClassifierModel.parse(json, other, again, "x"))
        .hasMessageContaining("a feature of continuity has the number 2.5");
    byte[] fine = sums(json, trees);
    assertThatCode(() -> ClassifierModel.parse(json, trees, fine, "x")).doesNotThrowAnyException();
  }

  private static byte[] sums(byte[] json, byte[] trees) throws GeneralSecurityException {
    HexFormat hex = HexFormat.of();
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    return (hex.formatHex(digest.digest(json))
            + "  classifier.json\n"
            + hex.formatHex(digest.digest(trees))
            + "  trees.safetensors\n")
        .getBytes(UTF_8);
  }
}
