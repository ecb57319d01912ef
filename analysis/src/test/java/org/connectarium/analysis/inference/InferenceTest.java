package org.connectarium.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.connectarium.analysis.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InferenceTest {
  @Test
  void oneSidedTestOfTwoSamplesIsThatOfSciPy() {
    double[] x = Reference.numbers("ks.x");
    double[] y = Reference.numbers("ks.y");

    KolmogorovSmirnov uneven = KolmogorovSmirnov.firstSmaller(x, y);
    KolmogorovSmirnov even = KolmogorovSmirnov.firstSmaller(x, Arrays.copyOf(y, 40));

    assertThat(new double[] {uneven.statistic(), uneven.p()})
        .containsExactly(Reference.numbers("ks.40-55"), within(1e-12));
    assertThat(new double[] {even.statistic(), even.p()})
        .containsExactly(Reference.numbers("ks.40-40"), within(1e-12));
  }

  /// For samples of equal size the share of paths is C(2n, n − h) / C(2n, n).
  @Test
  void smallTailsKeepTheirDigits() {
    double[] low = new double[20];
    double[] high = new double[20];
    Arrays.setAll(low, i -> i);
    Arrays.setAll(high, i -> i + 100);
    assertThat(KolmogorovSmirnov.firstSmaller(low, high).p())
        .isCloseTo(1 / CombinatoricsUtils.binomialCoefficientDouble(40, 20), within(1e-24));
    assertThat(KolmogorovSmirnov.firstSmaller(high, low))
        .isEqualTo(new KolmogorovSmirnov(0, 1, Double.NaN));
  }

  @Test
  void saysWhereTheExcessIsLargest() {
    KolmogorovSmirnov test =
        KolmogorovSmirnov.firstSmaller(new double[] {1, 2, 2, 9}, new double[] {2, 5, 6, 7});
    assertThat(test.statistic()).isEqualTo(0.5);
    assertThat(test.at()).isEqualTo(2);
  }

  @Test
  void expansionForLargeSamplesMeetsTheExactValue() {
    double[] a = new double[10_001];
    double[] b = new double[10_000];
    Arrays.setAll(a, i -> i);
    Arrays.setAll(b, i -> i + 150.5);
    double large = KolmogorovSmirnov.firstSmaller(a, b).p();
    double exact = KolmogorovSmirnov.firstSmaller(Arrays.copyOf(a, 10_000), b).p();
    assertThat(large).isCloseTo(exact, within(0.02 * exact));
  }

  /// All 3⁵ samples of five draws from three values, counted.
  @Test
  void discreteTestCountsSamples() {
    double[] share = {0.5, 0.3, 0.2};
    double[] cumulative = {0.5, 0.8, 1};
    for (double d : new double[] {0.1, 0.3, 0.4, 0.6, 0.8}) {
      double expected = 0;
      for (int code = 0; code < 243; code++) {
        int[] count = new int[3];
        double chance = 1;
        for (int draw = 0, rest = code; draw < 5; draw++, rest /= 3) {
          count[rest % 3]++;
          chance *= share[rest % 3];
        }
        double excess =
            Math.max(cumulative[0] - count[0] / 5.0, cumulative[1] - (count[0] + count[1]) / 5.0);
        expected += excess >= d - 1e-12 ? chance : 0;
      }
      assertThat(KolmogorovSmirnov.discreteP(cumulative, 5, d)).isCloseTo(expected, within(1e-12));
    }
  }

  @Test
  void refusesSamplesWithoutNumbers() {
    assertThatThrownBy(() -> KolmogorovSmirnov.firstSmaller(new double[0], new double[1]))
        .hasMessage("a sample of numbers is needed but it was empty");
    assertThatThrownBy(
            () -> KolmogorovSmirnov.firstSmaller(new double[1], new double[] {Double.NaN}))
        .hasMessage("a sample of numbers is needed but it held a value that is not a number");
  }

  @Test
  void falseDiscoveryIsThatOfSciPy() {
    assertThat(FalseDiscovery.benjaminiHochberg(Reference.numbers("fdr.p")))
        .containsExactly(Reference.numbers("fdr.bh"), within(1e-12));
  }

  /// Four of eight p-values lie above 0.5, so that all may be null: 4 / (0.5 · 8) = 1; with two
  /// above, half of them.
  @Test
  void storeyScalesByTheShareOfNulls() {
    double[] half = {0.01, 0.02, 0.03, 0.04, 0.1, 0.2, 0.6, 0.9};
    double[] plain = FalseDiscovery.benjaminiHochberg(half);
    double[] scaled = Arrays.stream(plain).map(v -> v / 2).toArray();
    assertThat(FalseDiscovery.storey(half, 0.5)).containsExactly(scaled, within(1e-15));
    assertThat(plain[0]).isCloseTo(0.08, within(1e-15));
    assertThatThrownBy(() -> FalseDiscovery.storey(new double[] {1.5}, 0.5))
        .hasMessage("p-values must be in 0…1 but one was 1.5");
  }

  @Test
  void lineIsThatOfSciPy() {
    LinearFit line = LinearFit.of(Reference.numbers("line.x"), Reference.numbers("line.y"));
    assertThat(
            new double[] {
              line.intercept(),
              line.slope(),
              line.slopeError(),
              line.slope95().lower(),
              line.slope95().upper(),
              line.rSquared(),
              line.p(),
              line.spearman(),
              line.spearmanP()
            })
        .containsExactly(Reference.numbers("line"), within(1e-9));
  }

  @Test
  void lineLeavesOutPointsThatAreNotNumbers() {
    LinearFit line =
        LinearFit.of(new double[] {0, 1, Double.NaN, 2, 3}, new double[] {1, 3, 9, 5, Double.NaN});
    assertThat(line.points()).isEqualTo(3);
    assertThat(line.at(10)).isCloseTo(21, within(1e-12));
    assertThat(line.p()).isCloseTo(0, within(1e-6));
    assertThatThrownBy(() -> LinearFit.of(new double[] {1, 1, 1}, new double[] {1, 2, 3}))
        .hasMessage("a line needs 3 points with different x but there were 3 points");
  }

  @Test
  void quantilesAreThoseOfNumPy() {
    double[] sorted = {1, 2, 4, 8};
    assertThat(Interval.quantile(sorted, 0.5)).isEqualTo(3);
    assertThat(Interval.quantile(sorted, 0.9)).isCloseTo(6.8, within(1e-12));
    assertThat(Interval.percentile(new double[] {8, Double.NaN, 1, 4, 2}, 0.5))
        .isEqualTo(new Interval(1.75, 5));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05, 0.5, 0.8, 1})
  void binomialNumbersHaveTheirMeanAndVariance(double p) {
    SplittableRandom random = Seeds.random(3, 1);
    int draws = 20_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      int k = Seeds.binomial(random, 17, p);
      assertThat(k).isBetween(0, 17);
      sum += k;
      squares += (double) k * k;
    }
    double mean = sum / draws;
    assertThat(mean).isCloseTo(17 * p, within(0.05));
    assertThat(squares / draws - mean * mean).isCloseTo(17 * p * (1 - p), within(0.15));
  }

  @Test
  void shufflesReachAllOrdersEquallyOften() {
    int[] seen = new int[3 * 3 * 3];
    for (int i = 0; i < 6000; i++) {
      int[] order = {0, 1, 2};
      Seeds.shuffle(Seeds.random(5, i), order);
      seen[order[0] * 9 + order[1] * 3 + order[2]]++;
    }
    assertThat(Arrays.stream(seen).filter(n -> n > 0)).hasSize(6);
    assertThat(Arrays.stream(seen).filter(n -> n > 0)).allMatch(n -> Math.abs(n - 1000) < 120);
  }

  @Test
  void resultsComeInTheOrderOfItemsFromAnyNumberOfThreads() {
    List<Integer> expected = List.of(0, 1, 4, 9, 16, 25, 36);
    assertThat(Workers.of(1).map(7, i -> i * i)).isEqualTo(expected);
    assertThat(Workers.of(3).map(7, i -> i * i)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void whatAnItemThrowsIsThrown(int threads) {
    AtomicInteger done = new AtomicInteger();
    Workers workers =
        new Workers(
            threads,
            () -> {
              if (done.incrementAndGet() > 5) {
                throw new IllegalStateException("stopped");
              }
            });
    assertThatThrownBy(() -> workers.map(100, i -> i)).hasMessage("stopped");
    assertThatThrownBy(() -> Workers.of(0)).hasMessage("threads must be 1 or more but were 0");
  }
}
