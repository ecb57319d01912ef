package org.connectarium.analysis.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.connectarium.analysis.inference.Interval;
import org.connectarium.analysis.inference.Workers;
import org.junit.jupiter.api.Test;

class UncertaintyTest {
  private static final Workers ONE = Workers.of(1);

  /// 0.5 · 0.8, 0.5 · 0.8 + 0.5 · 0.2, 0.5 · 0.2.
  @Test
  void countOfTwoIsWorkedOutByHand() {
    CertainCount count = Uncertainty.count(new double[] {0.5, 0.2, 1});
    assertThat(count.probability(0)).isZero();
    assertThat(count.probability(1)).isCloseTo(0.4, within(1e-15));
    assertThat(count.probability(2)).isCloseTo(0.5, within(1e-15));
    assertThat(count.probability(3)).isCloseTo(0.1, within(1e-15));
    assertThat(count.mean()).isCloseTo(1.7, within(1e-15));
    assertThat(count.deviation()).isCloseTo(Math.sqrt(0.41), within(1e-15));
    assertThat(count.interval95()).isEqualTo(new Interval(1, 3));
  }

  @Test
  void countOfEqualProbabilitiesIsBinomial() {
    double[] p = new double[5000];
    Arrays.fill(p, 0.3);
    CertainCount count = Uncertainty.count(p);
    BinomialDistribution binomial = new BinomialDistribution(null, 5000, 0.3);
    for (int k = 1300; k < 1700; k += 7) {
      assertThat(count.probability(k)).isCloseTo(binomial.probability(k), within(1e-13));
    }
    assertThat(count.interval95())
        .isEqualTo(
            new Interval(
                binomial.inverseCumulativeProbability(0.025),
                binomial.inverseCumulativeProbability(0.975)));
    assertThat(count.probabilities()).hasSizeLessThan(800);
  }

  @Test
  void drawsAgreeWithTheFormula() {
    double[] p = {0.9, 0.1, 0.5, 0.7, 1, 0};
    double[] size = {1, 2, 3, 4, 5, 6};
    Uncertainty.Spread exact = Uncertainty.sum(p, size);
    Uncertainty.Spread drawn =
        Uncertainty.overDetections(
            p, real -> real.stream().mapToDouble(i -> size[i]).sum(), 20_000, 1, ONE);
    assertThat(exact.mean()).isCloseTo(0.9 + 0.2 + 1.5 + 2.8 + 5, within(1e-12));
    assertThat(drawn.mean()).isCloseTo(exact.mean(), within(0.06));
    assertThat(drawn.deviation()).isCloseTo(exact.deviation(), within(0.04));
    assertThat(Uncertainty.overDetections(p, BitSet::cardinality, 500, 3, Workers.of(3)))
        .isEqualTo(Uncertainty.overDetections(p, BitSet::cardinality, 500, 3, ONE));
  }

  /// Four segments in a row: objects = 4 − joins.
  @Test
  void contactsJoinWhatLiesBehindThem() {
    int[] ends = {0, 1, 3, 2, 2, 1};
    Uncertainty.Spread certain =
        Uncertainty.overContacts(
            4,
            ends,
            new double[] {1, 1, 0},
            labels -> labels[0] == labels[1] && labels[2] == labels[3] && labels[3] == 2 ? 1 : 0,
            10,
            1,
            ONE);
    assertThat(certain.mean()).isEqualTo(1);
    Uncertainty.Spread objects =
        Uncertainty.overContacts(
            4,
            ends,
            new double[] {0.5, 0.9, 0.2},
            labels -> Arrays.stream(labels).distinct().count(),
            20_000,
            1,
            ONE);
    assertThat(objects.mean()).isCloseTo(4 - 1.6, within(0.02));
    assertThat(objects.deviation()).isCloseTo(Math.sqrt(0.25 + 0.09 + 0.16), within(0.02));
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThatThrownBy(() -> Uncertainty.count(new double[] {0.5, 1.5}))
        .hasMessage("probabilities must be in 0…1 but number 1 was 1.5");
    assertThatThrownBy(() -> Uncertainty.sum(new double[1], new double[2]))
        .hasMessage("one size per probability is needed but there were 2 for 1");
    assertThatThrownBy(
            () ->
                Uncertainty.overContacts(
                    2, new int[] {0, 2}, new double[1], labels -> 0, 1, 1, ONE))
        .hasMessage("two segments below 2 per contact are needed, side by side");
  }

  /// All 2⁵ cases by hand: two of the kind (0.9, 0.5) and three others (0.5, 0.2, 1).
  @Test
  void shareIsThatOfAllCases() {
    double[] p = {0.9, 0.5, 0.5, 0.2, 1};
    TreeMap<Double, Double> mass = new TreeMap<>();
    for (int real = 0; real < 32; real++) {
      double of = 1;
      for (int i = 0; i < 5; i++) {
        of *= (real >> i & 1) == 1 ? p[i] : 1 - p[i];
      }
      if (of > 0) {
        mass.merge((double) Integer.bitCount(real & 3) / Integer.bitCount(real), of, Double::sum);
      }
    }
    Interval share =
        Uncertainty.share95(
            Uncertainty.count(new double[] {0.9, 0.5}),
            Uncertainty.count(new double[] {0.5, 0.2, 1}));
    double below = mass.headMap(share.lower()).values().stream().mapToDouble(v -> v).sum();
    double above = mass.tailMap(share.upper(), false).values().stream().mapToDouble(v -> v).sum();
    assertThat(below).isLessThanOrEqualTo(0.025);
    assertThat(below + mass.getOrDefault(share.lower(), 0.0)).isGreaterThan(0.025);
    assertThat(above).isLessThanOrEqualTo(0.025);
    assertThat(above + mass.getOrDefault(share.upper(), 0.0)).isGreaterThan(0.025);
    assertThat(
            Uncertainty.share95(
                Uncertainty.count(new double[] {1, 1, 1}), Uncertainty.count(new double[] {1})))
        .isEqualTo(new Interval(0.75, 0.75));
    assertThat(
            Uncertainty.share95(
                    Uncertainty.count(new double[0]), Uncertainty.count(new double[] {0}))
                .lower())
        .isNaN();
  }
}
