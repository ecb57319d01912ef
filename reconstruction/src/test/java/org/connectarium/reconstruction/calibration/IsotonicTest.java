package org.connectarium.reconstruction.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IsotonicTest {
  /// Steps −3 … −1: 0 of 3; 0 … 2: 5 of 9; 3: 1 of 1 (as scikit-learn 1.9.1 has them), then at
  /// least 1/15 away from 0 and 1, because all weigh 13.
  @Test
  void poolsLiteralScoresWithWeights() {
    Isotonic fitted = Isotonic.fit(PlattTest.SCORES, PlattTest.POSITIVE, PlattTest.WEIGHT);
    assertThat(fitted.scores()).containsExactly(-3.0, -1.0, 0.0, 2.0, 3.0);
    assertThat(fitted.probabilities())
        .containsExactly(1 / 15.0, 1 / 15.0, 5 / 9.0, 5 / 9.0, 14 / 15.0);
  }

  @Test
  void drawsStraightLinesBetweenStepsAndStaysConstantBeyond() {
    Isotonic steps = new Isotonic(List.of(0.0, 1.0, 3.0), List.of(0.2, 0.2, 0.6));
    assertThat(steps.probability(-9)).isEqualTo(0.2);
    assertThat(steps.probability(0.5)).isEqualTo(0.2);
    assertThat(steps.probability(2)).isCloseTo(0.4, within(1e-15));
    assertThat(steps.probability(3)).isEqualTo(0.6);
    assertThat(steps.probability(99)).isEqualTo(0.6);
  }

  /// A tie of one negative and two positives lies above the step before it as a whole.
  @Test
  void rowsOfEqualScoreAreOne() {
    Isotonic fitted =
        Isotonic.fit(
            new double[] {0, 0, 1, 1, 1},
            new boolean[] {true, false, false, true, true},
            new float[] {1, 1, 1, 1, 1});
    assertThat(fitted.scores()).containsExactly(0.0, 1.0);
    assertThat(fitted.probabilities()).containsExactly(0.5, 2 / 3.0);
  }

  /// The fit at each score is max over begins of min over ends of the mean between them.
  @Test
  void equalsTheMinimaxFormula() {
    for (int seed = 1; seed <= 30; seed++) {
      Random random = new Random(seed);
      int n = 40;
      double[] scores = new double[n];
      boolean[] positive = new boolean[n];
      float[] weight = new float[n];
      for (int i = 0; i < n; i++) {
        scores[i] = random.nextInt(15);
        positive[i] = random.nextInt(20) < scores[i] + 2;
        weight[i] = 1 + random.nextInt(3);
      }
      positive[0] = true;
      positive[1] = false;
      Isotonic fitted = Isotonic.fit(scores, positive, weight);
      double all = 0;
      for (float w : weight) {
        all += w;
      }
      for (double score : scores) {
        double expected =
            Math.clamp(minimax(scores, positive, weight, score), 1 / (all + 2), 1 - 1 / (all + 2));
        assertThat(fitted.probability(score))
            .as("seed %d, score %f", seed, score)
            .isCloseTo(expected, within(1e-12));
      }
    }
  }

  private static double minimax(double[] s, boolean[] positive, float[] weight, double at) {
    double best = 0;
    for (double begin : s) {
      double least = 1;
      for (double end : s) {
        double sum = 0;
        double hits = 0;
        for (int i = 0; i < s.length; i++) {
          if (s[i] >= begin && s[i] <= end) {
            sum += weight[i];
            hits += positive[i] ? weight[i] : 0;
          }
        }
        least = begin <= at && end >= at ? Math.min(least, hits / sum) : least;
      }
      best = begin <= at ? Math.max(best, least) : best;
    }
    return best;
  }

  @Test
  void orderOfRowsDoesNotMatter() {
    List<Integer> order = Arrays.asList(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    Isotonic before = Isotonic.fit(PlattTest.SCORES, PlattTest.POSITIVE, PlattTest.WEIGHT);
    Collections.shuffle(order, new Random(3));
    double[] scores = order.stream().mapToDouble(i -> PlattTest.SCORES[i]).toArray();
    boolean[] positive = new boolean[10];
    float[] weight = new float[10];
    for (int i = 0; i < 10; i++) {
      positive[i] = PlattTest.POSITIVE[order.get(i)];
      weight[i] = PlattTest.WEIGHT[order.get(i)];
    }
    assertThat(Isotonic.fit(scores, positive, weight)).isEqualTo(before);
  }

  @Test
  void refusesStepsThatFall() {
    assertThatThrownBy(() -> new Isotonic(List.of(0.0, 1.0), List.of(0.5, 0.4)))
        .hasMessage("Step 1 is wrong: score 1.0, probability 0.4");
    assertThatThrownBy(() -> new Isotonic(List.of(1.0, 1.0), List.of(0.5, 0.6)))
        .hasMessageContaining("Step 1 is wrong");
    assertThatThrownBy(() -> new Isotonic(List.of(), List.of())).hasMessageContaining("0 and 0");
    assertThatThrownBy(() -> new Isotonic(List.of(0.0), List.of(Double.NaN)))
        .hasMessageContaining("Step 0 is wrong");
  }
}
