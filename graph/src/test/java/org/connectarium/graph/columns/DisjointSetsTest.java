package org.connectarium.graph.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DisjointSetsTest {
  @Test
  void joinsAndLabelsInOrderOfTheSmallest() {
    DisjointSets sets = DisjointSets.ofLabels(new int[] {1, 0, 1, 2});
    assertThat(sets.labels()).containsExactly(0, 1, 0, 2);
    assertThat(sets.join(3, 2)).isTrue();
    assertThat(sets.join(0, 3)).isFalse();
    assertThat(sets.root(3)).isZero();
    assertThat(sets.labels()).containsExactly(0, 1, 0, 0);
  }

  @Test
  void agreesWithObviousRelabelling() {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      DisjointSets sets = new DisjointSets(50);
      int[] label = TinyColumns.alone(50);
      for (int k = 0; k < 40; k++) {
        int a = random.nextInt(50);
        int b = random.nextInt(50);
        int least = Math.min(label[a], label[b]);
        int most = Math.max(label[a], label[b]);
        assertThat(sets.join(a, b)).as("seed %d", seed).isEqualTo(least != most);
        Arrays.setAll(label, i -> label[i] == most ? least : label[i]);
      }
      for (int i = 0; i < 50; i++) {
        assertThat(sets.root(i)).as("seed %d", seed).isEqualTo(label[i]);
      }
    }
  }
}
