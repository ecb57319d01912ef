package org.connectarium.analysis.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.analysis.synapses.TargetCounts;
import org.junit.jupiter.api.Test;

class GeometryTest {
  private static final List<String> CLASSES = List.of("PD", "AD", "Other");

  private static double[][] available(int axons, long seed) {
    double[][] rows = new double[axons][];
    for (int i = 0; i < axons; i++) {
      SplittableRandom random = Seeds.random(seed, i);
      double a = random.nextDouble(0.05, 0.45);
      double b = random.nextDouble(0.05, 0.45);
      rows[i] = new double[] {a, b, 1 - a - b};
    }
    return rows;
  }

  private static int[] synapses(int axons) {
    int[] n = new int[axons];
    Arrays.setAll(n, i -> 10 + i % 40);
    return n;
  }

  /// Fractions 0.5 and 0.1, availabilities 0.4 and 0.2, 10 synapses: residuals 0.1 and −0.1, mean
  /// 0.3.
  @Test
  void rSquaredIsWorkedOutByHand() {
    TargetCounts counts = TargetCounts.of(List.of("A", "B"), new int[][] {{5, 5}, {1, 9}});
    double[][] available = {{0.4, 0.6}, {0.2, 0.8}};
    Predictability.OfClass a =
        Geometry.predictability(counts, available, Predictor.AVAILABILITY).classes().getFirst();
    assertThat(a.rSquared()).isCloseTo(1 - 0.02 / 0.08, within(1e-12));
    double beta = (0.24 + 0.16) / 10;
    assertThat(a.corrected()).isCloseTo(1 - (0.02 - beta) / (0.08 - beta), within(1e-12));
    Predictability line = Geometry.predictability(counts, available, Predictor.SAME_CLASS);
    assertThat(line.rSquared()).as("a line goes through two points").isCloseTo(1, within(1e-9));
  }

  @Test
  void connectomeMadeByAvailabilityIsExplainedAfterCorrection() {
    double[][] available = available(3000, 1);
    TargetCounts counts = Geometry.byAvailability(CLASSES, synapses(3000), available, 5);
    for (Predictor predictor : Predictor.values()) {
      Predictability found = Geometry.predictability(counts, available, predictor);
      assertThat(found.corrected()).isCloseTo(1, within(0.05));
      assertThat(found.rSquared()).isBetween(0.5, 0.9);
    }
  }

  @Test
  void connectomeWithoutGeometryIsNotExplained() {
    double[][] same = new double[2000][];
    Arrays.fill(same, new double[] {0.2, 0.3, 0.5});
    TargetCounts counts = Geometry.byAvailability(CLASSES, synapses(2000), same, 6);
    double[][] unrelated = available(2000, 9);
    assertThat(Geometry.predictability(counts, unrelated, Predictor.ALL_CLASSES).rSquared())
        .isBetween(0.0, 0.01);
    assertThat(Geometry.predictability(counts, unrelated, Predictor.AVAILABILITY).rSquared())
        .isNegative();
  }

  /// 100 synapses; lengths 1 : 1 and 1 : 3.
  @Test
  void petersMatrixIsWorkedOutByHand() {
    long[][] counts = {{20, 30}, {10, 40}};
    PetersMatrix matrix = Geometry.peters(counts, new double[] {2, 2}, new double[] {1, 3});
    assertThat(matrix.expected()).containsExactly(12.5, 37.5, 12.5, 37.5);
    assertThat(matrix.affinity()).containsExactly(1.6, 0.8, 0.8, 40 / 37.5);
    List<PetersMatrix.Ratio> ratios =
        Geometry.likelihoodRatios(counts, new double[] {2, 2}, new double[] {1, 3});
    double post = 2 * (30 * Math.log(0.3 / 0.25) + 70 * Math.log(0.7 / 0.75));
    assertThat(ratios.get(0).chiSquared()).as("pre shares are as lengths").isZero();
    assertThat(ratios.get(1).chiSquared()).isCloseTo(post, within(1e-9));
    assertThat(ratios.get(2).freedom()).isEqualTo(2);
    double own =
        2
            * (20 * Math.log(20 / 15.0)
                + 30 * Math.log(30 / 35.0)
                + 10 * Math.log(10 / 15.0)
                + 40 * Math.log(40 / 35.0));
    assertThat(ratios.get(5).chiSquared()).isCloseTo(own, within(1e-9));
    assertThat(ratios.get(5).p()).isCloseTo(0.0281, within(5e-4)); // chi-squared 4.82, 1 degree
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(
            () -> Geometry.peters(new long[][] {{1}}, new double[] {0}, new double[] {1}))
        .hasMessage("amounts must be above 0 but were [0.0], [1.0]");
    TargetCounts counts = TargetCounts.of(List.of("A", "B"), new int[][] {{5, 5}, {1, 9}});
    assertThatThrownBy(
            () ->
                Geometry.predictability(
                    counts, new double[][] {{0.5, 0.5}, {1, 1}}, Predictor.AVAILABILITY))
        .hasMessage("availabilities must be one per class and sum to 1 but row 1 was [1.0, 1.0]");
  }
}
