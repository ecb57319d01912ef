package org.connectarium.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.connectarium.app.version.ProgramVersion;
import org.connectarium.ingest.volume.BadInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  @TempDir Path folder;
  private Path datasetFile = Path.of("");

  @BeforeEach
  void writeDescription() throws IOException {
    datasetFile = Files.writeString(folder.resolve("my.yaml"), "image: a\n");
  }

  @Test
  void remembersItsDatasetAndKeepsACopyBesideTheReport() throws IOException {
    try (Workspace workspace = Workspace.openFor(folder, datasetFile)) {
      assertThat(workspace.datasetFile()).isEqualTo(datasetFile);
    }
    try (Workspace workspace = Workspace.open(folder)) {
      assertThat(workspace.datasetFile()).isEqualTo(datasetFile);
      assertThat(folder.resolve("report/dataset.yaml")).hasSameTextualContentAs(datasetFile);
    }
  }

  @Test
  void keepsASecondUserOutAndNamesTheFirst() throws IOException {
    try (Workspace first = Workspace.openFor(folder, datasetFile)) {
      assertThatThrownBy(() -> Workspace.open(first.root()))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("in use by process " + ProcessHandle.current().pid());
    }
    Workspace.open(folder).close();
  }

  @Test
  void refusesAWorkspaceOfALaterVersionAndChangesNothing() throws IOException {
    String newer = "{\"format\": 2, \"version\": \"9.9.9\", \"dataset\": \"/a.yaml\"}";
    Path mark = Files.writeString(folder.resolve("workspace.json"), newer);
    assertThatThrownBy(() -> Workspace.openFor(folder, datasetFile))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("made by Connectarium 9.9.9, this is " + ProgramVersion.text());
    assertThat(mark).hasContent(newer);
    assertThat(folder.resolve("report")).doesNotExist();
  }

  @Test
  void refusesADamagedOrMissingMark() throws IOException {
    assertThatThrownBy(() -> Workspace.open(folder)).hasMessageContaining("is not a workspace");
    Files.writeString(folder.resolve("workspace.json"), "{\"format\": ");
    assertThatThrownBy(() -> Workspace.open(folder))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void runsAStageOnceForTheSameInput() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    try (Workspace workspace = Workspace.openFor(folder, datasetFile)) {
      for (int i = 0; i < 2; i++) {
        StageRecord done = run(workspace, Stage.SEGMENT, 0.5, runs);
        assertThat(done.stage()).isEqualTo("segment");
        assertThat(done.parameters().get("threshold").asDouble()).isEqualTo(0.5);
        assertThat(done.peakMemoryBytes()).isGreaterThan(1 << 20);
      }
      assertThat(runs).hasValue(1);
      run(workspace, Stage.SEGMENT, 0.6, runs);
      assertThat(runs).hasValue(2);
    }
  }

  @Test
  void runsAStageAgainIfItsResultIsGone() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    try (Workspace workspace = Workspace.openFor(folder, datasetFile)) {
      run(workspace, Stage.SEGMENT, 0.5, runs);
      Files.delete(folder.resolve("out"));
      run(workspace, Stage.SEGMENT, 0.5, runs);
      assertThat(runs).hasValue(2);
    }
  }

  @Test
  void aStageThatRunsAgainTakesTheLaterOnesWithIt() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    try (Workspace workspace = Workspace.openFor(folder, datasetFile)) {
      run(workspace, Stage.IMPORT, 1, runs);
      run(workspace, Stage.LOAD, 1, runs);
      run(workspace, Stage.SEGMENT, 1, runs);
      assertThat(workspace.ledger().find(Stage.IMPORT)).isPresent();
      assertThat(workspace.ledger().find(Stage.LOAD)).isEmpty();
    }
  }

  @Test
  void aStageThatFailsIsNotDoneAndNeitherIsItsOldResult() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    try (Workspace workspace = Workspace.openFor(folder, datasetFile)) {
      run(workspace, Stage.SEGMENT, 0.5, runs);
      StageInput input = new StageInput(Map.of("threshold", 0.6), List.of());
      assertThatThrownBy(
              () ->
                  workspace
                      .ledger()
                      .runUnlessDone(
                          Stage.SEGMENT,
                          input,
                          () -> {
                            throw new IOException("stop");
                          }))
          .hasMessage("stop");
      assertThat(workspace.ledger().find(Stage.SEGMENT)).isEmpty();
    }
  }

  @Test
  void inputsThatDifferAnywhereHaveDifferentHashes() {
    StageInput input = new StageInput(Map.of("a", 1), List.of("x", "y"));
    assertThat(input.hash(Stage.LOAD))
        .hasSize(32)
        .isEqualTo(new StageInput(Map.of("a", 1), List.of("x", "y")).hash(Stage.LOAD))
        .isNotEqualTo(input.hash(Stage.SEGMENT))
        .isNotEqualTo(new StageInput(Map.of("a", 2), List.of("x", "y")).hash(Stage.LOAD))
        .isNotEqualTo(new StageInput(Map.of("a", 1), List.of("xy")).hash(Stage.LOAD));
  }

  @Test
  void suggestsAStage() {
    assertThat(Stage.of("segment")).isEqualTo(Stage.SEGMENT);
    assertThatThrownBy(() -> Stage.of("segmnt")).hasMessageContaining("did you mean \"segment\"");
  }

  private static StageRecord run(
      Workspace workspace, Stage stage, double threshold, AtomicInteger runs) throws Exception {
    return workspace
        .ledger()
        .runUnlessDone(
            stage,
            new StageInput(Map.of("threshold", threshold), List.of()),
            () -> {
              runs.incrementAndGet();
              Files.writeString(workspace.root().resolve("out"), "x");
              return List.of("out");
            });
  }
}
