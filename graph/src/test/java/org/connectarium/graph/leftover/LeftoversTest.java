package org.connectarium.graph.leftover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.connectarium.graph.columns.TinyColumns.alone;
import static org.connectarium.graph.columns.TinyColumns.only;

import java.util.Random;
import org.connectarium.graph.columns.Joins;
import org.connectarium.graph.columns.TinyColumns;
import org.junit.jupiter.api.Test;

class LeftoversTest {
  private static final double ABOVE = Math.nextUp(0.99f);

  @Test
  void joinsAboveTheThresholdOnly() {
    TinyColumns tiny = new TinyColumns(3).contact(0, 1, 0.99).contact(0, 2, ABOVE);
    assertThat(joined(tiny, alone(3), only(3, 0), only(3))).containsExactly(0, 1, 0);
  }

  @Test
  void onlyTheBestContactCounts() {
    // 1 would join 0 but for 2, which is nearer to it and joins nothing else
    TinyColumns tiny = new TinyColumns(3).contact(0, 1, 0.995).contact(1, 2, 0.999);
    assertThat(joined(tiny, alone(3), only(3, 0), only(3))).containsExactly(0, 1, 1);
    // of equal contacts the larger one
    tiny = new TinyColumns(3).contact(0, 1, 0.995, 10).contact(1, 2, 0.995, 11);
    assertThat(joined(tiny, alone(3), only(3, 0, 2), only(3))).containsExactly(0, 1, 1);
  }

  @Test
  void aChainOfLeftoversJoinsOneAgglomerate() {
    TinyColumns tiny =
        new TinyColumns(4).contact(0, 1, 0.999).contact(1, 2, 0.998).contact(2, 3, 0.997);
    assertThat(joined(tiny, alone(4), only(4, 0, 3), only(4))).containsExactly(0, 0, 0, 1);
  }

  @Test
  void agglomeratesAndWhatIsExcludedStay() {
    TinyColumns tiny = new TinyColumns(3).contact(0, 1, 1).contact(1, 2, 1);
    assertThat(joined(tiny, alone(3), only(3, 0, 1), only(3, 2))).containsExactly(0, 1, 2);
  }

  @Test
  void twoAgglomeratesAreNeverJoinedAndTheOrderOfContactsChangesNothing() {
    for (long seed = 1; seed <= 30; seed++) {
      Random random = new Random(seed);
      TinyColumns tiny = new TinyColumns(60);
      for (int k = 0; k < 150; k++) {
        tiny.contact(random.nextInt(60), random.nextInt(60), 0.98 + random.nextInt(20) / 1000.0, 5);
      }
      int[] component = random.ints(60, 0, 40).toArray(); // 40 of two or so segments
      boolean[] taken = new boolean[60];
      for (int i = 0; i < 60; i++) {
        taken[i] = component[i] < 20;
      }
      int[] after = joined(tiny, component, taken, new boolean[60]);
      for (int a = 0; a < 60; a++) {
        for (int b = 0; b < a; b++) {
          if (taken[a] && taken[b] && component[a] != component[b]) {
            assertThat(after[a]).as("seed %d", seed).isNotEqualTo(after[b]);
          }
        }
      }
      assertThat(joined(tiny.shuffled(seed), component, taken, new boolean[60]))
          .as("seed %d", seed)
          .isEqualTo(after);
    }
  }

  @Test
  void joinsComeInDescendingContinuity() {
    TinyColumns tiny = new TinyColumns(3).contact(1, 2, 0.995).contact(0, 1, 0.999);
    Joins joins =
        Leftovers.join(
            tiny.columns().contacts(), alone(3), only(3, 0), only(3), LeftoverParameters.DEFAULT);
    assertThat(joins.from()).containsExactly(0, 1);
    assertThat(joins.to()).containsExactly(1, 2);
  }

  @Test
  void refusesAThresholdThatIsNone() {
    assertThatThrownBy(() -> new LeftoverParameters(1.1))
        .hasMessage("continuityAbove must be 0…1 but was 1.1");
  }

  private static int[] joined(
      TinyColumns tiny, int[] component, boolean[] taken, boolean[] excluded) {
    return TinyColumns.after(
        component,
        Leftovers.join(
            tiny.columns().contacts(), component, taken, excluded, LeftoverParameters.DEFAULT));
  }
}
