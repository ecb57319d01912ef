package org.connectarium.reconstruction.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.connectarium.ingest.volume.BadInputException;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private static Samples.Builder two() {
    return Samples.builder(List.of("area", "mean"))
        .add(new float[] {1, 2}, true, 1, 3)
        .add(new float[] {3, 4}, false, 2, 0)
        .add(new float[] {5, 6}, false, 1, 3);
  }

  @Test
  void givesBackWhatWasAdded() {
    Samples samples = two().build();
    assertThat(samples.rows()).isEqualTo(3);
    assertThat(samples.positives()).isEqualTo(1);
    assertThat(samples.folds()).containsExactly(0, 3);
    assertThat(samples.rowsOf(Set.of(3))).containsExactly(0, 2);
    assertThat(samples.weight(1)).isEqualTo(2);
    float[] out = new float[3];
    samples.copy(2, new int[] {1, 0}, out, 1);
    assertThat(out).containsExactly(0, 6, 5);
  }

  @Test
  void rowsLieInSeveralChunks() {
    List<String> names = IntStream.range(0, 1 << 16).mapToObj(i -> "f" + i).toList();
    Samples.Builder builder = Samples.builder(names);
    float[] row = new float[names.size()];
    for (int i = 0; i < 40; i++) {
      row[i] = i + 0.5f;
      builder.add(row, i % 2 == 0, 1, 0);
      row[i] = 0;
    }
    Samples samples = builder.build();
    assertThat(samples.chunks()).hasSize(3); // 4 MiB hold 16 rows
    float[] out = new float[1];
    for (int i = 0; i < 40; i++) {
      samples.copy(i, new int[] {i}, out, 0);
      assertThat(out[0]).isEqualTo(i + 0.5f);
    }
  }

  @Test
  void fingerprintChangesWithEachPart() {
    String before = two().build().fingerprint();
    assertThat(before).hasSize(64).isEqualTo(two().build().fingerprint());
    assertThat(
            List.of(
                two().add(new float[] {0, 0}, true, 1, 0).build().fingerprint(),
                two().build().relabelled(new boolean[] {true, true, false}).fingerprint(),
                Samples.builder(List.of("area", "mean"))
                    .add(new float[] {1, 2}, true, 1, 3)
                    .add(new float[] {3, 4}, false, 2, 0)
                    .add(new float[] {5, 7}, false, 1, 3)
                    .build()
                    .fingerprint(),
                Samples.builder(List.of("area", "mean"))
                    .add(new float[] {1, 2}, true, 1, 3)
                    .add(new float[] {3, 4}, false, 2, 0)
                    .add(new float[] {5, 6}, false, 1, 4)
                    .build()
                    .fingerprint(),
                Samples.builder(List.of("area", "other"))
                    .add(new float[] {1, 2}, true, 1, 3)
                    .add(new float[] {3, 4}, false, 2, 0)
                    .add(new float[] {5, 6}, false, 1, 3)
                    .build()
                    .fingerprint()))
        .doesNotContain(before)
        .doesNotHaveDuplicates();
  }

  @Test
  void namesRowAndFeatureThatIsNoNumber() {
    assertThatThrownBy(() -> two().add(new float[] {1, Float.NaN}, true, 1, 0))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Row 3 of the training data: feature mean is NaN; leave the row out or mend the"
                + " feature");
    assertThatThrownBy(() -> two().add(new float[] {Float.NEGATIVE_INFINITY, 1}, true, 1, 0))
        .hasMessageContaining("feature area is -Infinity");
  }

  @Test
  void refusesRowsThatDoNotFit() {
    assertThatThrownBy(() -> two().add(new float[3], true, 1, 0))
        .hasMessage("Row 3 has 3 values for 2 features");
    assertThatThrownBy(() -> two().add(new float[2], true, 0, 0))
        .hasMessage("Row 3 has weight 0.0; it must be above 0");
    assertThatThrownBy(() -> two().add(new float[2], true, Float.NaN, 0))
        .hasMessageContaining("weight NaN");
    assertThatThrownBy(() -> two().add(new float[2], true, 1, -1))
        .hasMessage("Row 3 has fold -1; it must be 0 or more");
    assertThatThrownBy(() -> Samples.builder(List.of("a", "a")))
        .hasMessage("Feature \"a\" is there twice");
    assertThatThrownBy(() -> Samples.builder(List.of()))
        .hasMessage("Samples need at least one feature");
    assertThatThrownBy(() -> two().build().relabelled(new boolean[2]))
        .hasMessageContaining("2 labels for 3 rows");
  }

  @Test
  void withoutAFoldAllOtherRowsStay() {
    Samples all =
        Samples.builder(List.of("a", "b"))
            .add(new float[] {1, 2}, true, 1, 0)
            .add(new float[] {3, 4}, false, 2, 1)
            .add(new float[] {5, 6}, true, 3, 2)
            .build();
    Samples left = all.without(Set.of(1));
    assertThat(left.rows()).isEqualTo(2);
    assertThat(left.folds()).containsExactly(0, 2);
    assertThat(left.weights()).containsExactly(1, 3);
    float[] row = new float[2];
    left.copy(1, new int[] {0, 1}, row, 0);
    assertThat(row).containsExactly(5, 6);
    assertThatThrownBy(() -> all.without(Set.of(0, 1, 2))).hasMessageContaining("no row is left");
  }
}
