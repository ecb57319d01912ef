package org.connectarium.graph.mergetree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class MergeTreeTest {
  @Test
  void theSmallerComponentMergesIntoTheLarger() {
    // 0 -.9- 1 -.8- 2 -.7- 3 -.95- 4, and 5 alone
    MergeTree tree =
        MergeTree.of(
            6,
            new int[] {0, 1, 2, 3},
            new int[] {1, 2, 3, 4},
            new float[] {0.9f, 0.8f, 0.7f, 0.95f},
            () -> {});
    // of equal sizes the larger is that of the lower segment
    assertThat(tree.parent()).containsExactly(-1, 0, 0, 0, 3, -1);
    assertThat(tree.probability()).containsExactly(0, 0.9f, 0.8f, 0.7f, 0.95f, 0);
    assertThat(tree.top(4, 0.96)).isEqualTo(4);
    assertThat(tree.top(4, 0.95)).isEqualTo(3);
    assertThat(tree.top(4, 0.7)).isEqualTo(0);
    assertThat(tree.sizes(0.9)).isEqualTo(new MergeTree.Sizes(0.9, 4, 2, 2));
  }

  @Test
  void contactsOfOneProbabilityMergeAtOnce() {
    MergeTree tree =
        MergeTree.of(
            4, new int[] {2, 0, 1}, new int[] {3, 1, 2}, new float[] {1, 0.5f, 0.5f}, () -> {});
    assertThat(tree.parent()).containsExactly(2, 2, -1, 2);
    assertThat(tree.probability()).containsExactly(0.5f, 0.5f, 0, 1);
  }

  @Test
  void componentsAtAnyThresholdAreThoseOfTheContactsThatReachIt() {
    for (long seed = 1; seed <= 20; seed++) {
      Contacts contacts = Contacts.random(120, 200, seed);
      MergeTree tree = contacts.tree();
      for (double threshold : new double[] {0, 0.13, 0.5, 0.77, 0.9, 1}) {
        int[] expected = contacts.components((float) threshold);
        for (int a = 0; a < contacts.nodes; a++) {
          for (int b = 0; b < a; b++) {
            assertThat(tree.top(a, threshold) == tree.top(b, threshold))
                .as("seed %d, threshold %s, segments %d and %d", seed, threshold, a, b)
                .isEqualTo(expected[a] == expected[b]);
          }
        }
        assertThat(tree.sizes(threshold).components())
            .isEqualTo((int) Arrays.stream(expected).distinct().count());
      }
    }
  }

  @Test
  void probabilitiesNeverRiseAndClimbsAreShort() {
    for (long seed = 1; seed <= 20; seed++) {
      MergeTree tree = Contacts.random(500, 2000, seed).tree();
      for (int i = 0; i < tree.parent().length; i++) {
        int steps = 0;
        for (int at = i; tree.parent()[at] >= 0; at = tree.parent()[at]) {
          int up = tree.parent()[at];
          assertThat(tree.parent()[up] < 0 || tree.probability()[up] <= tree.probability()[at])
              .as("seed %d, segment %d", seed, at)
              .isTrue();
          steps++;
        }
        assertThat(steps).as("seed %d, segment %d", seed, i).isLessThanOrEqualTo(8); // 2^9 > 500
      }
    }
  }

  @Test
  void theOrderOfContactsChangesNothing() {
    for (long seed = 1; seed <= 20; seed++) {
      Contacts contacts = Contacts.random(100, 300, seed);
      MergeTree tree = contacts.tree();
      MergeTree shuffled = contacts.shuffled(seed).tree();
      assertThat(shuffled.parent()).as("seed %d", seed).isEqualTo(tree.parent());
      assertThat(shuffled.probability()).as("seed %d", seed).isEqualTo(tree.probability());
    }
  }

  @Test
  void stopsWhenAsked() {
    assertThatThrownBy(
            () ->
                MergeTree.of(
                    2,
                    new int[] {0},
                    new int[] {1},
                    new float[] {1},
                    () -> {
                      throw new CancellationException("enough");
                    }))
        .isInstanceOf(CancellationException.class);
  }

  /* Probabilities in steps of a tenth and finer, so that many are equal. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Contacts(int nodes, int[] from, int[] to, float[] probability) {
    static Contacts random(int nodes, int contacts, long seed) {
      Random random = new Random(seed);
      int[] from = random.ints(contacts, 0, nodes).toArray();
      int[] to = random.ints(contacts, 0, nodes).toArray();
      float[] probability = new float[contacts];
      for (int k = 0; k < contacts; k++) {
        probability[k] = random.nextBoolean() ? random.nextInt(11) / 10f : random.nextFloat();
      }
      return new Contacts(nodes, from, to, probability);
    }

    MergeTree tree() {
      return MergeTree.of(nodes, from, to, probability, () -> {});
    }

    Contacts shuffled(long seed) {
      Random random = new Random(seed);
      Contacts other = new Contacts(nodes, from.clone(), to.clone(), probability.clone());
      for (int k = from.length - 1; k > 0; k--) {
        int j = random.nextInt(k + 1);
        boolean turn = random.nextBoolean();
        int a = other.from[k];
        int b = other.to[k];
        float p = other.probability[k];
        other.from[k] = other.from[j];
        other.to[k] = other.to[j];
        other.probability[k] = other.probability[j];
        other.from[j] = turn ? b : a;
        other.to[j] = turn ? a : b;
        other.probability[j] = p;
      }
      return other;
    }

    int[] components(float threshold) {
      int[] label = new int[nodes];
      Arrays.setAll(label, i -> i);
      boolean changed = true;
      while (changed) {
        changed = false;
        for (int k = 0; k < from.length; k++) {
          int least = Math.min(label[from[k]], label[to[k]]);
          if (probability[k] >= threshold && label[from[k]] != label[to[k]]) {
            label[from[k]] = least;
            label[to[k]] = least;
            changed = true;
          }
        }
      }
      return label;
    }
  }
}
