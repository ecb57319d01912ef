package org.connectarium.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.apache.commons.math3.stat.inference.TTest;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.analysis.inference.Workers;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Workers ONE = Workers.of(1);
  private static final Comparison.Options OPTIONS = new Comparison.Options(999, 500, 3);

  private static double[] normal(int n, double mean, long seed) {
    SplittableRandom random = Seeds.random(seed, 77);
    double[] values = new double[n];
    Arrays.setAll(values, i -> mean + random.nextGaussian());
    return values;
  }

  /// Worked out by hand: means 2 and 5, pooled variance 1, 4 degrees of freedom: g = 3 · (1 − 3 /
  /// 15); all of the second are larger. Of the 20 ways to deal, 2 reach a difference of 3.
  @Test
  void effectSizesAndP() {
    Comparison c =
        Comparison.of(
            new double[] {1, 2, 3},
            new double[] {4, 5, 6},
            Statistic.MEAN,
            new Comparison.Options(20_000, 50, 1),
            ONE);
    assertThat(c.difference()).isEqualTo(3);
    assertThat(c.hedgesG()).isCloseTo(2.4, within(1e-12));
    assertThat(c.cliffDelta()).isEqualTo(1);
    assertThat(c.p()).isCloseTo(0.1, within(0.01));
    Comparison ties =
        Comparison.of(new double[] {1, 2, 2}, new double[] {2, 3}, Statistic.MEDIAN, OPTIONS, ONE);
    assertThat(ties.cliffDelta()).isCloseTo(4.0 / 6, within(1e-12)); // 4 larger, 2 the same
    assertThat(ties.second()).isEqualTo(2.5);
  }

  @Test
  void shufflesOfMeansGiveThePOfTheTTest() {
    double[] a = normal(40, 0, 1);
    double[] b = normal(50, 0.4, 2);
    double p = Comparison.of(a, b, Statistic.MEAN, new Comparison.Options(20_000, 10, 1), ONE).p();
    assertThat(p).isCloseTo(new TTest().homoscedasticTTest(a, b), within(0.01));
  }

  @Test
  void plantedDifferencesLieInTheirIntervals() {
    int inside = 0;
    for (int seed = 0; seed < 100; seed++) {
      Comparison c =
          Comparison.of(
              normal(40, 0, seed),
              normal(60, 0.8, 1000 + seed),
              Statistic.MEAN,
              new Comparison.Options(1, 300, seed),
              ONE);
      inside += c.difference95().contains(0.8) ? 1 : 0;
    }
    assertThat(inside).isBetween(88, 99);
  }

  @Test
  void samplesOfOneDistributionDoNotDiffer() {
    double[] p = new double[150];
    for (int seed = 0; seed < p.length; seed++) {
      p[seed] =
          Comparison.of(
                  normal(20, 0, seed),
                  normal(25, 0, 5000 + seed),
                  Statistic.MEDIAN,
                  new Comparison.Options(199, 1, seed),
                  ONE)
              .p();
    }
    assertThat(
            new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new UniformRealDistribution(0, 1), p))
        .isGreaterThan(0.02);
  }

  @Test
  void manySetsStandSideBySide() {
    List<Comparison.Pair> pairs =
        Comparison.sideBySide(
            List.of("mouse", "human", "macaque"),
            List.of(normal(30, 0, 1), normal(30, 2, 2), normal(30, 0, 3)),
            Statistic.MEAN,
            OPTIONS,
            Workers.of(2));
    assertThat(pairs)
        .extracting(Comparison.Pair::second)
        .containsExactly("human", "macaque", "macaque");
    assertThat(pairs.get(0).q()).isCloseTo(0.0015, within(1e-12));
    assertThat(pairs.get(1).q()).isGreaterThan(0.05);
    assertThat(pairs.get(2).comparison().difference()).isBetween(-2.6, -1.4);
    assertThat(
            Comparison.sideBySide(
                List.of("mouse", "human", "macaque"),
                List.of(normal(30, 0, 1), normal(30, 2, 2), normal(30, 0, 3)),
                Statistic.MEAN,
                OPTIONS,
                ONE))
        .isEqualTo(pairs);
  }

  @Test
  void refusesSamplesThatAreTooSmall() {
    assertThatThrownBy(
            () -> Comparison.of(new double[1], new double[5], Statistic.MEAN, OPTIONS, ONE))
        .hasMessage("the first sample needs 2 numbers or more but has 1");
    assertThatThrownBy(
            () ->
                Comparison.of(
                    new double[2], new double[] {1, Double.NaN}, Statistic.MEAN, OPTIONS, ONE))
        .hasMessage(
            "the second sample needs 2 numbers or more but holds a value that is no number");
  }
}
