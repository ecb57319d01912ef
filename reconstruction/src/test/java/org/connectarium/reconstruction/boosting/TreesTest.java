package org.connectarium.reconstruction.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TreesTest {
  private static double[] scores(Trees trees, float... rows) {
    double[] out = new double[rows.length / trees.features()];
    trees.scores(rows, out.length, out);
    return out;
  }

  @Test
  void aStumpSendsItsThresholdLeft() {
    Trees stump = new Trees(1, 1, new int[] {0}, new float[] {0.5f}, new float[] {-1, 2});
    assertThat(scores(stump, 0.4f, 0.5f, Math.nextUp(0.5f), 1e30f, -1e30f))
        .containsExactly(-1, -1, 2, 2, -1);
  }

  @Test
  void negativeThresholdsAndBothZeros() {
    Trees below = new Trees(1, 1, new int[] {0}, new float[] {-0.5f}, new float[] {-1, 2});
    assertThat(scores(below, -0.6f, -0.5f, -0.4f, 0f)).containsExactly(-1, -1, 2, 2);
    Trees zero = new Trees(1, 1, new int[] {0}, new float[] {-0f}, new float[] {-1, 2});
    assertThat(scores(zero, 0f, -0f, Float.MIN_VALUE, -Float.MIN_VALUE))
        .containsExactly(-1, -1, 2, -1);
  }

  /// Root: feature 1 at 0. Left: feature 0 at 10. Right: no decision, so the left leaf of it.
  @Test
  void aTreeOfDepthTwoWithAMissingDecision() {
    Trees tree =
        new Trees(2, 2, new int[] {1, 0, -1}, new float[] {0, 10, 0}, new float[] {1, 2, 4, 8});
    assertThat(scores(tree, 5, -1, 15, -1, 5, 1, Float.MAX_VALUE, 1)).containsExactly(1, 2, 4, 4);
  }

  @Test
  void treesAddUp() {
    Trees two =
        new Trees(1, 1, new int[] {0, 0}, new float[] {1, 2}, new float[] {1, 2, 0.25f, 0.5f});
    assertThat(scores(two, 0, 1.5f, 3)).containsExactly(1.25, 2.25, 2.5);
  }

  /// Each row walks alone through linked decisions.
  @Test
  void equalsWalkingEachRowAlone() {
    for (int seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      int depth = 1 + random.nextInt(8);
      int features = 1 + random.nextInt(20);
      int count = 1 + random.nextInt(5);
      int inner = (1 << depth) - 1;
      int[] feature = random.ints((long) count * inner, -1, features).toArray();
      float[] threshold = gaussians(random, count * inner);
      float[] leaf = gaussians(random, count * (inner + 1));
      Trees trees = new Trees(features, depth, feature, threshold, leaf);
      int n = random.nextInt(100);
      float[] rows = gaussians(random, n * features);
      double[] expected = new double[n];
      for (int r = 0; r < n; r++) {
        for (int t = 0; t < count; t++) {
          int node = 0;
          while (node < inner) {
            int f = feature[t * inner + node];
            boolean left = f < 0 || rows[r * features + f] <= threshold[t * inner + node];
            node = 2 * node + (left ? 1 : 2);
          }
          expected[r] += leaf[t * (inner + 1) + node - inner];
        }
      }
      assertThat(scores(trees, rows)).as("seed %d", seed).containsExactly(expected);
    }
  }

  private static float[] gaussians(Random random, int n) {
    float[] out = new float[n];
    for (int i = 0; i < n; i++) {
      out[i] = random.nextInt(8) / 4f * (float) random.nextGaussian();
    }
    return out;
  }

  @Test
  void movedTreesReadOtherColumns() {
    Trees tree =
        new Trees(2, 2, new int[] {1, 0, -1}, new float[] {0, 10, 0}, new float[] {1, 2, 4, 8});
    Trees moved = tree.moved(4, new int[] {3, 1});
    assertThat(scores(moved, 99, -1, 99, 5, 99, -1, 99, 15)).containsExactly(1, 2);
    assertThat(moved.feature()).containsExactly(1, 3, -1);
  }

  @Test
  void namesTheValueThatIsNoNumber() {
    Trees tree = new Trees(2, 1, new int[] {0}, new float[] {0}, new float[] {0, 1});
    assertThatThrownBy(() -> scores(tree, 1, 1, 1, Float.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Row 1: feature 1 is NaN");
    assertThatThrownBy(() -> scores(tree, Float.NEGATIVE_INFINITY, 1))
        .hasMessage("Row 0: feature 0 is -Infinity");
    assertThatThrownBy(() -> tree.scores(new float[2], 2, new double[2]))
        .hasMessageContaining("2 rows of 2 features do not fit");
  }

  @Test
  void refusesDamagedTrees() {
    assertThatThrownBy(() -> new Trees(2, 1, new int[] {2}, new float[1], new float[2]))
        .hasMessage("Decision 0 asks for feature 2 of 2");
    assertThatThrownBy(() -> new Trees(2, 1, new int[] {-2}, new float[1], new float[2]))
        .hasMessage("Decision 0 asks for feature -2 of 2");
    assertThatThrownBy(() -> new Trees(2, 1, new int[] {0}, new float[] {Float.NaN}, new float[2]))
        .hasMessage("Decision 0 has the threshold NaN");
    assertThatThrownBy(() -> new Trees(2, 1, new int[] {0}, new float[1], new float[] {0, 1f / 0}))
        .hasMessage("Leaf 1 is Infinity");
    assertThatThrownBy(() -> new Trees(2, 2, new int[] {0}, new float[1], new float[2]))
        .hasMessageContaining("Trees of depth 2 cannot have");
    assertThatThrownBy(() -> new Trees(2, 1, new int[0], new float[0], new float[0]))
        .hasMessageContaining("cannot have");
    assertThatThrownBy(() -> new Trees(2, 9, new int[511], new float[511], new float[512]))
        .hasMessage("depth must be 1 to 8 but was 9");
  }
}
