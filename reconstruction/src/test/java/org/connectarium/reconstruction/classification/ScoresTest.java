package org.connectarium.reconstruction.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.connectarium.ingest.volume.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoresTest {
  @TempDir private Path folder;

  private static Scores scores() {
    return Scores.of(
        List.of(new float[] {0.5f, 0.25f, 0}, new float[] {Float.NaN, Float.NaN, Float.NaN}),
        List.of(new float[] {0.1f, 0.2f, 0.3f, 0.4f}));
  }

  @Test
  void columnsComeBack() {
    scores().write(folder);
    Scores read = Scores.read(folder);
    assertThat(read.continuity()).containsExactly(0.5f, Float.NaN);
    assertThat(read.synapse(0, 1)).containsExactly(0.25f);
    assertThat(read.synapseReverse(0, 2)).containsExactly(0, Float.NaN);
    assertThat(read.type(3, 0, 1)).containsExactly(0.4f);
  }

  @Test
  void anyCutIsRefused() throws IOException {
    scores().write(folder);
    Path file = folder.resolve("probabilities");
    byte[] whole = Files.readAllBytes(file);
    for (int n = 0; n < whole.length; n++) {
      Files.write(file, Arrays.copyOf(whole, n));
      assertThatThrownBy(() -> Scores.read(folder))
          .as("cut to %d", n)
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("--from classify");
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertThatThrownBy(() -> Scores.read(folder)).hasMessageContaining("too long");
  }

  @Test
  void blocksComeBack() {
    Path file = folder.resolve("block");
    new BlockScores(List.of(new float[] {1, 2, 3}), List.of()).write(file);
    BlockScores read = BlockScores.read(file);
    assertThat(read.contacts()).containsExactly(new float[] {1, 2, 3});
    assertThat(read.segments()).isEmpty();
  }
}
