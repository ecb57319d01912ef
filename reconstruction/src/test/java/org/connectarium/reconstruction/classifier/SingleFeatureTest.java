package org.connectarium.reconstruction.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.connectarium.reconstruction.boosting.Samples;
import org.junit.jupiter.api.Test;

class SingleFeatureTest {
  /* "dark" falls for the two positives and one other row; "size" says nothing. */
  private static Samples samples(boolean... positive) {
    float[][] rows = {{1, 5}, {2, 1}, {3, 9}, {8, 2}, {9, 7}};
    Samples.Builder builder = Samples.builder(List.of("dark", "size"));
    for (int i = 0; i < rows.length; i++) {
      builder.add(rows[i], positive[i], 1, 0);
    }
    return builder.build();
  }

  @Test
  void takesTheFeatureAndTheDirectionThatTellMost() {
    SingleFeature best =
        SingleFeature.best(samples(true, false, true, false, false), List.of("size", "dark"))
            .orElseThrow();
    /* dark, from the lowest: yes, no, yes: 1/2 · 1 + 1/2 · 2/3. size, from the highest: 9 yes, 7 no,
     * 5 yes: the same, and it is asked first; F1 is 4/5 at three rows. */
    assertThat(best).isEqualTo(new SingleFeature("size", false, 1 / 2.0 + 1 / 3.0, 5));
    best =
        SingleFeature.best(samples(true, true, false, false, false), List.of("size", "dark"))
            .orElseThrow();
    assertThat(best).isEqualTo(new SingleFeature("dark", true, 1, -2));
    assertThat(best.score(2)).isEqualTo(-2);
  }

  @Test
  void nothingIsBestWhereNothingIsPositive() {
    assertThat(SingleFeature.best(samples(false, false, false, false, false), List.of("dark")))
        .isEmpty();
    Samples some = samples(true, false, false, false, false);
    assertThatThrownBy(() -> SingleFeature.best(some, List.of("other")))
        .hasMessageContaining("other");
  }
}
