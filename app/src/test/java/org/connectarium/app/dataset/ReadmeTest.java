package org.connectarium.app.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The descriptions that the README shows work as they stand.
class ReadmeTest {
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void everyDescriptionInTheReadmeCanBeRead() throws IOException {
    String readme = Files.readString(Path.of("../README.md"));
    List<String> examples =
        YAML.matcher(readme).results().map((MatchResult m) -> m.group(1)).toList();
    assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
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
        assertThat(page).contains("| `" + section + "." + component.getName() + "` |");
      }
    }
    for (var component : Training.class.getRecordComponents()) {
      assertThat(page).contains("| `train." + component.getName() + "` |");
    }
  }
}
