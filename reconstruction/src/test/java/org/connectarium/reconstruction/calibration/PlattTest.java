package org.connectarium.reconstruction.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PlattTest {
  static final double[] SCORES = {3, 2, 2, 1, 1, 1, 0, -1, -2, -3};
  static final boolean[] POSITIVE = {
    true, true, false, true, false, false, true, false, false, false
  };
  static final float[] ONES = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
  static final float[] WEIGHT = {1, 1, 2, 1, 1, 1, 3, 1, 1, 1};

  @Test
  void sigmoidOfLiteralScores() {
    Platt platt = new Platt(-2, 1);
    assertThat(platt.probability(0.5)).isEqualTo(0.5);
    assertThat(platt.probability(1)).isCloseTo(0.7310585786300049, within(1e-15));
    assertThat(platt.probability(0)).isCloseTo(0.2689414213699951, within(1e-15));
    assertThat(platt.probability(1000)).isEqualTo(1);
    assertThat(platt.probability(-1000)).isEqualTo(0);
  }

  /// Recorded: scikit-learn 1.9.1 `_sigmoid_calibration` gives −0.4622662, 0.6340764.
  @Test
  void fitsAsScikitLearn() {
    Platt platt = Platt.fit(SCORES, POSITIVE, ONES);
    assertThat(platt.a()).isCloseTo(-0.462266, within(2e-6));
    assertThat(platt.b()).isCloseTo(0.634076, within(2e-6));
  }

  /// Recorded: the same loss minimised with weights by SciPy's BFGS to a gradient of 1e-12.
  @Test
  void fitsWithWeights() {
    Platt platt = Platt.fit(SCORES, POSITIVE, WEIGHT);
    assertThat(platt.a()).isCloseTo(-0.298538, within(2e-6));
    assertThat(platt.b()).isCloseTo(0.296803, within(2e-6));
  }

  @Test
  void findsTheSigmoidThatMadeTheLabels() {
    Random random = new Random(5);
    int n = 40_000;
    double[] scores = new double[n];
    boolean[] positive = new boolean[n];
    float[] weight = new float[n];
    Platt truth = new Platt(-0.7, 2);
    for (int i = 0; i < n; i++) {
      scores[i] = 6 * random.nextGaussian();
      positive[i] = random.nextDouble() < truth.probability(scores[i]);
      weight[i] = 1;
    }
    Platt platt = Platt.fit(scores, positive, weight);
    assertThat(platt.a()).isCloseTo(-0.7, within(0.03));
    assertThat(platt.b()).isCloseTo(2, within(0.1));
  }

  /// The targets are 3/4 and 1/4, and a sigmoid can meet both.
  @Test
  void separatedClassesKeepADistanceFromCertainty() {
    Platt platt =
        Platt.fit(
            new double[] {-50, -50, 50, 50},
            new boolean[] {false, false, true, true},
            new float[] {1, 1, 1, 1});
    assertThat(platt.probability(50)).isCloseTo(0.75, within(1e-6));
    assertThat(platt.probability(-50)).isCloseTo(0.25, within(1e-6));
  }

  @Test
  void refusesAnEmptyClassAndScoresThatAreNoNumbers() {
    assertThatThrownBy(() -> Platt.fit(new double[] {1, 2}, new boolean[2], new float[] {1, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Calibration needs positive and negative rows");
    assertThatThrownBy(
            () ->
                Platt.fit(
                    new double[] {1, Double.NaN}, new boolean[] {true, false}, new float[] {1, 1}))
        .hasMessage("A score is NaN");
    assertThatThrownBy(() -> new Platt(Double.NaN, 0)).hasMessageContaining("a = NaN");
  }
}
