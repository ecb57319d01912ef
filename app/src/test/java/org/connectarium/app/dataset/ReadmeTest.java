package org.connectarium.app.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.connectarium.ingest.microscope.ImagingParameters;
import org.connectarium.ingest.microscope.Look;
import org.connectarium.ingest.microscope.TileParameters;
import org.connectarium.ingest.tissue.TissueParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The descriptions that the README and the documents show work as they stand.
class ReadmeTest {
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void everyDescriptionInTheReadmeAndOnServersCanBeRead() throws IOException {
    String pages =
        Files.readString(Path.of("../README.md"))
            + Files.readString(Path.of("../docs/standalone-neo4j.md"));
    List<String> examples =
        YAML.matcher(pages).results().map((MatchResult m) -> m.group(1)).toList();
    assertThat(examples).hasSizeGreaterThanOrEqualTo(3);
    for (String example : examples) {
      Path file = Files.writeString(folder.resolve("dataset.yaml"), example);
      assertThat(Dataset.read(file).image()).isNotEmpty();
    }
  }

  @Test
  void thePageOfAllKeysHasEveryKeyThatCanBeGiven() throws IOException {
    String page = Files.readString(Path.of("../docs/dataset.md"));
    for (Class<?> type : List.of(Segmentation.class, Agglomeration.class)) {
      String section = type.getSimpleName().toLowerCase(Locale.ROOT);
      for (var component : type.getRecordComponents()) {
        String key = section + "." + component.getName();
        /* segments of others are a key of the dataset */
        assertThat(page)
            .contains("| `" + (key.equals("segmentation.given") ? "segments" : key) + "` |");
      }
    }
    for (String key : List.of("server", "user", "database", "passwordFile")) {
      assertThat(page).contains("| `graph." + key + "` |");
    }
    for (var component : Training.class.getRecordComponents()) {
      assertThat(page).contains("| `train." + component.getName() + "` |");
    }
  }

  @Test
  void trainingsOnSimulatedTissueInTheDocumentsCanBeRead() throws IOException {
    for (String name : List.of("sections", "fibsem")) {
      Dataset first = Dataset.read(Path.of("../docs/datasets/simulated-" + name + ".yaml"));
      Training training = ((Model.Trained) first.model()).training();
      assertThat(training.also()).as(name).hasSize(1).allMatch(Files::isRegularFile);
      Dataset other = Dataset.read(training.also().getFirst());
      assertThat(other.model()).isInstanceOf(Model.Trained.class);
      assertThat(values(other)).isPresent().isEqualTo(values(first));
    }
  }

  private static Optional<List<Long>> values(Dataset dataset) {
    return dataset.truth().map(Truth::membraneValues);
  }

  @Test
  void looksOfFliesInTheDocumentsDifferFromTheDefaults() throws IOException {
    for (String look : List.of("fibsem", "sections-large", "sections-small")) {
      Path file = Path.of("../docs/datasets/fly-" + look + ".yaml");
      SimulationReader.Parameters usual =
          new SimulationReader.Parameters(
              TissueParameters.DEFAULT, ImagingParameters.of(Look.FIBSEM), TileParameters.DEFAULT);
      SimulationReader.Parameters fly = SimulationReader.read(file, usual);
      assertThat(fly.tissue().mitochondria().share()).as(look).isGreaterThan(1);
      assertThat(fly.imaging()).as(look).isNotEqualTo(usual.imaging());
    }
  }
}
