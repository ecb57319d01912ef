package org.connectarium.reconstruction.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrecisionRecallTest {
  private static final double[] SCORES = {3, 2, 2, 1, 1, 1, 0, -1, -2, -3};
  private static final boolean[] POSITIVE = {
    true, true, false, true, false, false, true, false, false, false
  };
  private static final float[] WEIGHT = {1, 1, 2, 1, 1, 1, 3, 1, 1, 1};
  private static final float[] ONES = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

  @Test
  void pointsOfLiteralScores() {
    PrecisionRecall curve = PrecisionRecall.of(SCORES, POSITIVE, ONES);
    assertThat(curve.points())
        .containsExactly(
            new OperatingPoint(3, 1, 0.25),
            new OperatingPoint(2, 2 / 3.0, 0.5),
            new OperatingPoint(1, 0.5, 0.75),
            new OperatingPoint(0, 4 / 7.0, 1),
            new OperatingPoint(-1, 0.5, 1),
            new OperatingPoint(-2, 4 / 9.0, 1),
            new OperatingPoint(-3, 0.4, 1));
    assertThat(curve.prevalence()).isEqualTo(0.4);
  }

  @Test
  void thinnedCurvesKeepTheirEnds() {
    PrecisionRecall curve = PrecisionRecall.of(SCORES, POSITIVE, ONES);
    assertThat(curve.thinned(7)).isEqualTo(curve);
    // 0.42, 0.30, 0.26, 0.07, 0.06, 0.04 long: thirds are first reached at the 2nd and 4th point
    assertThat(curve.thinned(4).points())
        .extracting(OperatingPoint::threshold)
        .containsExactly(3.0, 2.0, 0.0, -3.0);
    assertThat(curve.thinned(2).points())
        .extracting(OperatingPoint::threshold)
        .containsExactly(3.0, -3.0);
    assertThatThrownBy(() -> curve.thinned(1)).hasMessageContaining("not 1");
  }

  /// Recorded: scikit-learn 1.9.1 `average_precision_score`, without and with sample_weight.
  @Test
  void averagePrecisionAsScikitLearn() {
    assertThat(PrecisionRecall.of(SCORES, POSITIVE, ONES).averagePrecision())
        .isCloseTo(0.6845238095238095, within(1e-15));
    assertThat(PrecisionRecall.of(SCORES, POSITIVE, WEIGHT).averagePrecision())
        .isCloseTo(0.6214285714285714, within(1e-15));
  }

  @Test
  void findsOperatingPoints() {
    PrecisionRecall curve = PrecisionRecall.of(SCORES, POSITIVE, ONES);
    assertThat(curve.bestF1()).contains(new OperatingPoint(0, 4 / 7.0, 1));
    assertThat(curve.bestF1().orElseThrow().f1()).isCloseTo(8 / 11.0, within(1e-15));
    assertThat(curve.withPrecision(0.6)).contains(new OperatingPoint(2, 2 / 3.0, 0.5));
    assertThat(curve.withPrecision(1)).contains(new OperatingPoint(3, 1, 0.25));
    assertThat(curve.at(0.5)).contains(new OperatingPoint(0.5, 0.5, 0.75));
    assertThat(curve.at(3.5)).isEqualTo(Optional.empty());
  }

  @Test
  void nothingReachesAPrecisionThatIsTooHigh() {
    PrecisionRecall curve =
        PrecisionRecall.of(new double[] {2, 1}, new boolean[] {false, true}, new float[] {1, 1});
    assertThat(curve.withPrecision(0.9)).isEmpty();
  }

  @Test
  void scoresThatSayNothingHaveThePrevalence() {
    double[] same = new double[10];
    assertThat(PrecisionRecall.of(same, POSITIVE, ONES).averagePrecision()).isEqualTo(0.4);
  }

  /// Each point against counting at its threshold.
  @Test
  void equalsCountingAtEachThreshold() {
    Random random = new Random(8);
    int n = 300;
    double[] scores = random.ints(n, 0, 60).asDoubleStream().toArray();
    boolean[] positive = new boolean[n];
    float[] weight = new float[n];
    for (int i = 0; i < n; i++) {
      positive[i] = random.nextInt(90) < scores[i];
      weight[i] = 1 + random.nextInt(4);
    }
    PrecisionRecall curve = PrecisionRecall.of(scores, positive, weight);
    assertThat(curve.points()).hasSize((int) Arrays.stream(scores).distinct().count());
    for (OperatingPoint p : curve.points()) {
      double called = 0;
      double right = 0;
      double all = 0;
      for (int i = 0; i < n; i++) {
        called += scores[i] >= p.threshold() ? weight[i] : 0;
        right += scores[i] >= p.threshold() && positive[i] ? weight[i] : 0;
        all += positive[i] ? weight[i] : 0;
      }
      assertThat(p.precision()).isCloseTo(right / called, within(1e-12));
      assertThat(p.recall()).isCloseTo(right / all, within(1e-12));
    }
  }

  @Test
  void orderOfRowsDoesNotMatter() {
    List<Integer> order = new java.util.ArrayList<>(IntStream.range(0, 10).boxed().toList());
    Collections.shuffle(order, new Random(4));
    double[] scores = order.stream().mapToDouble(i -> SCORES[i]).toArray();
    boolean[] positive = new boolean[10];
    float[] weight = new float[10];
    for (int i = 0; i < 10; i++) {
      positive[i] = POSITIVE[order.get(i)];
      weight[i] = WEIGHT[order.get(i)];
    }
    assertThat(PrecisionRecall.of(scores, positive, weight))
        .isEqualTo(PrecisionRecall.of(SCORES, POSITIVE, WEIGHT));
  }

  @Test
  void refusesBadInput() {
    assertThatThrownBy(() -> PrecisionRecall.of(SCORES, new boolean[10], ONES))
        .hasMessage("Precision and recall need at least one positive row");
    assertThatThrownBy(
            () ->
                PrecisionRecall.of(
                    new double[] {Double.NaN}, new boolean[] {true}, new float[] {1}))
        .hasMessage("Score 0 is NaN");
    assertThatThrownBy(() -> PrecisionRecall.of(SCORES, POSITIVE, new float[9]))
        .hasMessageContaining("10 scores, 10 labels and 9 weights");
  }
}
