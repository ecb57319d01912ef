package org.connectarium.app.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.connectarium.graph.bolt.ServerAddress;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.hierarchy.Linkage;
import org.connectarium.reconstruction.network.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetTest {
  private static final String SMALLEST =
      """
      image: grayscale_maps
      voxelSizeNm: [10, 10, 12.5]
      """;

  @TempDir Path folder;

  @Test
  void twoKeysAreEnough() throws IOException {
    Dataset dataset = read(SMALLEST);
    assertThat(dataset.name()).isEqualTo(folder.getFileName().toString());
    assertThat(dataset.image()).isEqualTo(folder.resolve("grayscale_maps").toString());
    assertThat(dataset.voxelSize()).isEqualTo(new VoxelSize(10, 10, 12.5));
    assertThat(dataset.model()).isEqualTo(new Model.Shipped("fibsem"));
    assertThat(dataset.modelChosen()).isFalse();
    assertThat(dataset.graph()).isEmpty();
    assertThat(dataset.prediction()).isEqualTo(new Prediction(1, Prediction.Engine.AUTO));
    assertThat(dataset.segmentation()).isEqualTo(Defaults.SEGMENTATION);
    assertThat(dataset.canBeEvaluated()).isFalse();
  }

  @Test
  void readsEveryKey() throws IOException {
    Dataset dataset =
        read(
            """
            name: medulla
            image: a/raw.h5:/grey
            voxelSizeNm: [4.6, 4.6, 50]
            truth: truth
            truthKind: membrane
            membraneValues: [0, 1, 6]
            truthSkeletons: traced
            box: [0, 0, 0, 250, 250, 150]
            train:
              box: [0, 0, 0, 250, 250, 100]
              validationBox: [0, 0, 100, 250, 250, 105]
              network: sstem-unet
              steps: 250
              patience: 4
              seed: 7
              learningRate: 1e-4
              patch: [96, 96, 8]
              also: [b/more.yaml]
            tune: {box: [0, 0, 105, 250, 250, 110]}
            evaluate: {box: [0, 0, 110, 250, 250, 150]}
            segmentation: {method: focusem, h: 0.1, minMarkerVoxels: 20, threshold: 0.4, seedDepthNm: 25,
              basins: descent, inside: 0.1, reachNm: 120, evidence: gathered, minSegmentVoxels: 50, blockVoxels: [64, 65, 66], marginVoxels: [0, 1, 2],
              allowFailedBlocks: 5}
            predict: {symmetries: 8, engine: dl4j}
            agglomeration: {linkage: quantile, quantile: 0.25, minContinuity: 0.7, minContactVoxels: 3, minSegmentVoxels: 4}
            graph: {server: bolt://127.0.0.1:7687, user: anna, database: cortex, passwordFile: secret}
            threads: 3
            """);
    assertThat(dataset.image()).isEqualTo(folder.resolve("a") + "/raw.h5:/grey");
    assertThat(dataset.truthSkeletons()).contains(folder.resolve("traced"));
    assertThat(dataset.truth().orElseThrow().kind()).isEqualTo(Truth.Kind.MEMBRANE);
    assertThat(dataset.truth().orElseThrow().membraneValues()).containsExactly(0L, 1L, 6L);
    assertThat(dataset.model())
        .isEqualTo(
            new Model.Trained(
                new Training(
                    new Box(0, 0, 0, 250, 250, 100),
                    new Box(0, 0, 100, 250, 250, 105),
                    Preset.SSTEM_UNET,
                    250,
                    4,
                    7,
                    1e-4,
                    Training.Augmented.USUAL,
                    List.of(folder.resolve("b/more.yaml")),
                    Optional.of(new VoxelCounts(96, 96, 8)))));
    assertThat(dataset.segmentation())
        .isEqualTo(
            new Segmentation(
                Optional.empty(),
                Segmentation.Method.FOCUSEM,
                0.1,
                20,
                0.4,
                Segmentation.Basins.DESCENT,
                25,
                0.1,
                120,
                Segmentation.Evidence.GATHERED,
                50,
                new VoxelCounts(64, 65, 66),
                new VoxelCounts(0, 1, 2),
                5));
    assertThat(dataset.prediction()).isEqualTo(new Prediction(8, Prediction.Engine.DL4J));
    assertThat(dataset.agglomeration().linkage()).isEqualTo(new Linkage.Quantile(0.25));
    assertThat(dataset.agglomeration().minContinuity()).hasValue(0.7);
    assertThat(dataset.agglomeration().minContactVoxels()).isEqualTo(3);
    assertThat(dataset.graph())
        .contains(
            new GraphServer(
                new ServerAddress("bolt://127.0.0.1:7687", "anna", "cortex"),
                Optional.of(folder.resolve("secret"))));
    assertThat(dataset.threads()).hasValue(3);
    assertThat(dataset.canBeEvaluated()).isTrue();
  }

  @Test
  void aServerNeedsNoMoreThanItsAddressAndANewOneKeepsTheRest() throws IOException {
    Optional<GraphServer> given = read(SMALLEST + "graph: {server: bolt://a}\n").graph();
    assertThat(given.orElseThrow().address()).isEqualTo(new ServerAddress("bolt://a", "neo4j", ""));
    assertThat(read(SMALLEST + "graph: {server: bolt://a, user: none}\n").graph())
        .map(server -> server.address().user())
        .contains("");
    assertThat(
            GraphServer.of("bolt://b", Optional.empty(), Optional.of("x"), Optional.empty(), given)
                .address())
        .isEqualTo(new ServerAddress("bolt://b", "neo4j", "x"));
  }

  @Test
  void validatesOnTheLastTenthOfTheTrainingBoxIfNotTold() throws IOException {
    Dataset dataset = read(SMALLEST + "truth: t\ntrain: {box: [0, 0, 0, 9, 9, 100]}\n");
    Training training = ((Model.Trained) dataset.model()).training();
    assertThat(training.box()).isEqualTo(new Box(0, 0, 0, 9, 9, 90));
    assertThat(training.validationBox()).isEqualTo(new Box(0, 0, 90, 9, 9, 100));
    assertThat(dataset.canBeEvaluated()).isFalse();
  }

  @Test
  void takesAModelThatExistsAsFileAndAnyOtherWordAsName() throws IOException {
    Files.createDirectory(folder.resolve("mine"));
    assertThat(read(SMALLEST + "model: mine\n").model())
        .isEqualTo(new Model.Stored(folder.resolve("mine")));
    assertThat(read(SMALLEST + "model: other\n").model()).isEqualTo(new Model.Shipped("other"));
  }

  @Test
  void takesMapAndSegmentsThatAreThere() throws IOException {
    String given = SMALLEST + "boundary: p.h5:/map\nsegments: s.n5:/ids\n";
    Dataset dataset = read(given + "boundaryMeans: inside\n");
    assertThat(dataset.model())
        .isEqualTo(new Model.Mapped(folder.resolve("p.h5:/map").toString(), Model.Meaning.INSIDE));
    assertThat(dataset.segmentation().given()).contains(folder.resolve("s.n5:/ids").toString());
    assertThat(dataset.modelChosen()).isTrue();
    assertThatThrownBy(() -> read(given + "model: fibsem\n"))
        .hasMessageContaining("boundary is a map that is there already; remove \"model\"");
    assertThatThrownBy(() -> read(given + "segmentation: {method: affinity}\n"))
        .hasMessageContaining("method makes segments, but \"segments\" names some");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "voxelSzeNm: [1, 1, 1]         | 3: unknown key \"voxelSzeNm\"; did you mean \"voxelSizeNm\"?",
        "segmentation: {treshold: 1}   | 3: unknown key \"segmentation.treshold\"; did you mean",
        "box: [0, 0, 0, 0, 5, 5]       | 3: box is empty",
        "box: [0, 0, 0, 5, 5]          | 3: box must be a list of 6 numbers",
        "box: [0, 0, 0, 5, 5, 1.5]     | 3: box must be a whole number but is \"1.5\"",
        "box: [0, 0, -1, 5, 5, 5]      | 3: box must be between 0 and",
        "threads: many                 | 3: threads must be a whole number but is \"many\"",
        "threads: 0                    | 3: threads must be between 1 and 4096 but is 0",
        "name: [a, b]                  | 3: name must be a single value",
        "name:                         | 3: name has no value",
        "segmentation: focusem         | 3: segmentation must have keys below it",
        "segmentation: {method: focus} | 3: segmentation.method has no choice \"focus\"; did you",
        "segmentation: {h: .nan}       | 3: segmentation.h must be",
        "agglomeration: {minContinuity: 2} | 3: agglomeration.minContinuity must be between 0 and 1",
        "truthKind: labels             | 3: truthKind says what the truth means, but there is no key",
        "membraneValues: [1]           | 3: membraneValues says what a mask means; add",
        "membraneValues: 1             | 3: membraneValues must be a list such as [1, 2]",
        "membraneValues: [a]           | 3: membraneValues must be a whole number but is \"a\"",
        "train: {box: [0,0,0,1,1,9]}   | 3: train needs labels to learn from",
        "evaluate: {box: [0,0,0,1,1,9]} | 3: evaluate compares with labels",
        "model: no/such                | 3: model names",
        "boundaryMeans: inside         | 3: boundaryMeans says what a map means, but there is no key",
        "graph: {user: anna}           | 3: graph.server is missing; add a line such as",
        "graph: {server: localhost}    | 3: graph.server must be the address of a Neo4j server",
        "graph: {server: 'bolt://a:b@c'} | 3: graph.server must hold neither user nor password",
        "graph: {server: 'bolt://c', password: x} | 3: unknown key \"graph.password\"; known are server",
        "image: twice                  | 3: ",
        "a: *b                         | 3: ",
        "box: [0, 0                    | ",
        "name: {{{{{{{{{{{{{{{{{{{{{{{{ | ",
      })
  void saysFileLineKeyAndWhatToDo(String line, String message) throws IOException {
    Path file = write(SMALLEST + line + "\n");
    assertThatThrownBy(() -> Dataset.read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith(file + ":" + (message == null ? "" : message))
        .message()
        .doesNotContain("\n");
  }

  @Test
  void namesTheMissingKeyWithAnExample() throws IOException {
    assertThatThrownBy(() -> read("image: a\n"))
        .hasMessageContaining("voxelSizeNm is missing; add a line such as")
        .hasMessageContaining("[10, 10, 10]");
    assertThatThrownBy(() -> read("imgae: a\nvoxelSizeNm: [1, 1, 1]\n"))
        .hasMessageContaining("did you mean \"image\"");
  }

  @Test
  void refusesToEvaluateWhereItLearnt() {
    String train = SMALLEST + "truth: t\ntrain: {box: [0, 0, 0, 9, 9, 100]}\n";
    assertThatThrownBy(() -> read(train + "evaluate: {box: [0, 0, 80, 9, 9, 120]}\n"))
        .hasMessageContaining("[0, 0, 80, 9, 9, 90]")
        .hasMessageContaining("train.box");
    assertThatThrownBy(() -> read(train + "evaluate: {box: [0, 0, 99, 9, 9, 120]}\n"))
        .hasMessageContaining("train.validationBox");
    assertThatThrownBy(
            () ->
                read(
                    SMALLEST
                        + "truth: t\ntune: {box: [0, 0, 0, 9, 9, 9]}\n"
                        + "evaluate: {box: [0, 0, 8, 9, 9, 20]}\n"))
        .hasMessageContaining("evaluate shares")
        .hasMessageContaining("tune");
  }

  @Test
  void refusesWhatIsNoYamlFile() throws IOException {
    assertThatThrownBy(() -> Dataset.read(folder)).hasMessageContaining("is a folder");
    assertThatThrownBy(() -> Dataset.read(folder.resolve("none.yaml")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("none.yaml");
    Path binary = folder.resolve("binary.yaml");
    Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    assertThatThrownBy(() -> Dataset.read(binary)).isInstanceOf(BadInputException.class);
    assertThatThrownBy(() -> read("")).isInstanceOf(BadInputException.class);
    assertThatThrownBy(() -> read("- a\n- b\n")).isInstanceOf(BadInputException.class);
  }

  private Dataset read(String yaml) throws IOException {
    return Dataset.read(write(yaml));
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("dataset.yaml"), yaml);
  }

  @Test
  void classifiersAndTheirTruth() throws IOException {
    Files.createDirectories(folder.resolve("mine"));
    Dataset dataset =
        read(
            """
            image: a.tif
            voxelSizeNm: [10, 10, 10]
            truth: cells.h5:/a
            truthTypes: types.h5:/a
            truthClefts: clefts.h5:/a
            truthSynapses: synapses.csv
            classify: {continuity: simulated, synapse: mine, type: none}
            """);
    Classifiers c = dataset.classifiers();
    assertThat(c.continuity()).contains("simulated");
    assertThat(c.synapse()).contains(folder.resolve("mine").toString());
    assertThat(c.type()).isEmpty();
    assertThat(c.typeTruth()).contains(folder.resolve("types.h5:/a").toString());
    assertThat(c.synapseTruth())
        .contains(
            new SynapseTruthFiles(
                folder.resolve("clefts.h5:/a").toString(),
                Optional.of(folder.resolve("synapses.csv"))));
  }

  @Test
  void cleftsWithoutTableAreAMaskAndNeedNoCells() throws IOException {
    Dataset dataset = read("image: a\nvoxelSizeNm: [9, 9, 9]\ntruthClefts: c\n");
    assertThat(dataset.classifiers().synapseTruth())
        .contains(new SynapseTruthFiles(folder.resolve("c").toString(), Optional.empty()));
  }

  @Test
  void tablesWithoutCleftsOrCellsAndMissingModelsAreRefused() {
    String head = "image: a\nvoxelSizeNm: [9, 9, 9]\n";
    assertThatThrownBy(() -> read(head + "truth: b\ntruthSynapses: c.csv\n"))
        .hasMessageContaining("truthSynapses")
        .hasMessageContaining("truthClefts");
    assertThatThrownBy(() -> read(head + "truthClefts: b\ntruthSynapses: c.csv\n"))
        .hasMessageContaining("add the key");
    assertThatThrownBy(
            () -> read("image: a\nvoxelSizeNm: [9, 9, 9]\nclassify: {type: ./nothing}\n"))
        .hasMessageContaining("which does not exist");
  }
}
