package org.connectarium.analysis.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.connectarium.analysis.Reference;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.synapses.SynapseKind;
import org.connectarium.analysis.synapses.SynapseTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynapseSizeTest {
  private static final Workers ONE = Workers.of(1);
  private static final MapWindow SMALL = new MapWindow(64, 1.5, -1.5, 0.5);

  /// Independent log-normal sizes, of which a share of pairs has the same size twice, near a
  /// value.
  private static SizePairs pairs(int n, double alike, double near, long seed) {
    double[] sizes = new double[2 * n];
    for (int i = 0; i < n; i++) {
      SplittableRandom random = Seeds.random(seed, i);
      boolean same = i < alike * n;
      double centre = same ? near + 0.1 * random.nextGaussian() : -0.7;
      double spread = same ? 0.02 : 0.28;
      sizes[2 * i] = Math.pow(10, centre + spread * random.nextGaussian());
      sizes[2 * i + 1] = Math.pow(10, centre + spread * random.nextGaussian());
    }
    return SizePairs.of(sizes);
  }

  @Test
  void mixtureIsThatOfSciPy() {
    double[] sizes =
        Arrays.stream(Reference.numbers("mixture.log10")).map(v -> Math.pow(10, v)).toArray();
    MixtureFit fit = SynapseSize.mixture(sizes, new MixtureFit.Options(3, 5, 0, 1), ONE);
    double[] two = Reference.numbers("mixture.two");
    LogNormalMixture ours =
        fit.ranked().stream().filter(m -> m.components().size() == 2).findFirst().orElseThrow();
    for (int c = 0; c < 2; c++) {
      assertThat(ours.components().get(c).weight()).isCloseTo(two[3 * c], within(2e-3));
      assertThat(ours.components().get(c).mean()).isCloseTo(two[3 * c + 1], within(1e-3));
      assertThat(ours.components().get(c).deviation()).isCloseTo(two[3 * c + 2], within(1e-3));
    }
    assertThat(ours.logLikelihood()).isCloseTo(two[6], within(1e-4));
    assertThat(ours.bic()).isCloseTo(5 * Math.log(400) - 2 * ours.logLikelihood(), within(1e-9));
    double[] one = Reference.numbers("mixture.one");
    LogNormalMixture single =
        fit.ranked().stream().filter(m -> m.components().size() == 1).findFirst().orElseThrow();
    assertThat(single.components().getFirst())
        .usingRecursiveComparison()
        .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class)
        .isEqualTo(new LogNormalMixture.Component(1, one[0], one[1]));
    assertThat(single.logLikelihood()).isCloseTo(one[2], within(1e-7));
  }

  /// The published two components are found with the published weights inside the intervals;
  /// binned and one by one give the same.
  @Test
  void plantedComponentsLieInTheirIntervals() {
    double[] sizes = new double[12_000];
    SplittableRandom random = Seeds.random(4, 1);
    for (int i = 0; i < sizes.length; i++) {
      boolean small = random.nextDouble() < 0.525;
      sizes[i] =
          Math.pow(10, (small ? -0.909 : -0.484) + (small ? 0.207 : 0.215) * random.nextGaussian());
    }
    MixtureFit fit = SynapseSize.mixture(sizes, new MixtureFit.Options(3, 2, 40, 1), ONE);
    assertThat(fit.best().components()).hasSize(2);
    assertThat(fit.intervals().get(0).weight().contains(0.525)).isTrue();
    assertThat(fit.intervals().get(0).mean().contains(-0.909)).isTrue();
    assertThat(fit.intervals().get(1).deviation().contains(0.215)).isTrue();
    assertThat(fit.chosenAgain()).isGreaterThan(0.8);
    assertThat(fit)
        .isEqualTo(SynapseSize.mixture(sizes, new MixtureFit.Options(3, 2, 40, 1), Workers.of(3)));
    double exact = 0;
    for (double size : sizes) {
      exact += Math.log(fit.best().density(Math.log10(size)));
    }
    assertThat(fit.best().logLikelihood()).isCloseTo(exact, within(0.05));
  }

  @Test
  void oneComponentIsChosenWhereOneWasPlanted() {
    int more = 0;
    for (int seed = 0; seed < 100; seed++) {
      double[] sizes = new double[300];
      SplittableRandom random = Seeds.random(seed, 9);
      Arrays.setAll(sizes, i -> Math.pow(10, -0.7 + 0.3 * random.nextGaussian()));
      more +=
          SynapseSize.mixture(sizes, new MixtureFit.Options(2, 2, 0, seed), ONE)
                      .best()
                      .components()
                      .size()
                  > 1
              ? 1
              : 0;
    }
    assertThat(more).isLessThanOrEqualTo(3);
  }

  @Test
  void refusesSizesThatAreNot() {
    MixtureFit.Options options = MixtureFit.Options.defaults();
    assertThatThrownBy(() -> SynapseSize.mixture(new double[] {1, 0, 2}, options, ONE))
        .hasMessage("sizes must be above 0 but number 1 was 0.0");
    assertThatThrownBy(() -> SynapseSize.mixture(new double[] {1, 1, 1}, options, ONE))
        .hasMessage("sizes must differ to fit a mixture but do not");
    assertThatThrownBy(() -> SizePairs.of(new double[] {1, -1}))
        .hasMessage("sizes must be above 0 but number 1 was -1.0");
    assertThatThrownBy(() -> SizePairs.of(new double[] {1}))
        .hasMessage("pairs need an even number of sizes, not 1");
  }

  @Test
  void coefficientOfVariationIsDeviationOverMean() {
    SizePairs pairs = SizePairs.of(new double[] {1, 3, 2, 2});
    assertThat(pairs.cv(0)).isCloseTo(Math.sqrt(2) / 2, within(1e-12)); // (1 − 2)² + (3 − 2)² = 2
    assertThat(pairs.cv(0)).isCloseTo(Math.sqrt(2) * Math.tanh(Math.log(3) / 2), within(1e-12));
    assertThat(pairs.cv(1)).isZero();
    assertThat(pairs.log10Mean(0)).isCloseTo(Math.log10(2), within(1e-12));
    assertThatThrownBy(() -> pairs.synapse(0, 0))
        .hasMessage("these pairs were not made from a table");
  }

  /// Golden values: the coefficient of variation of independent log-normal pairs.
  @ParameterizedTest
  @CsvSource({"0.20, 0.3450, 0.3057", "0.28, 0.4594, 0.4217", "0.32, 0.5107, 0.4775"})
  void independentPairsHaveTheKnownMeanAndMedian(double sigma, double mean, double median) {
    SplittableRandom random = Seeds.random(1, 1);
    double[] sizes = new double[400_000];
    Arrays.setAll(sizes, i -> Math.pow(10, sigma * random.nextGaussian()));
    double[] cvs = SizePairs.of(sizes).cvs();
    Arrays.sort(cvs);
    assertThat(Arrays.stream(cvs).average().orElseThrow()).isCloseTo(mean, within(0.0025));
    assertThat(cvs[100_000]).isCloseTo(median, within(0.0025));
  }

  private static SynapseTable table() {
    return SynapseTable.builder(List.of("PD", "AD"), 12)
        .add(2, 7, 0, SynapseKind.PRIMARY_SPINE, 0.1f) // 0: pair with 4
        .add(1, 7, 0, SynapseKind.PRIMARY_SPINE, 0.2f) // 1: pair with 2
        .add(1, 7, 0, SynapseKind.PRIMARY_SPINE, 0.3f) // 2
        .add(1, 8, 0, SynapseKind.PRIMARY_SPINE, 0.4f) // 3: alone
        .add(2, 7, 0, SynapseKind.PRIMARY_SPINE, 0.5f) // 4
        .add(2, 9, 0, SynapseKind.PRIMARY_SPINE, 0.6f) // 5: of three
        .add(2, 9, 0, SynapseKind.PRIMARY_SPINE, 0.7f) // 6
        .add(2, 9, 0, SynapseKind.PRIMARY_SPINE, 0.8f) // 7
        .add(1, 8, 0, SynapseKind.SHAFT, 0.9f) // 8: not counted
        .add(1, 8, 0, SynapseKind.PRIMARY_SPINE, Float.NaN) // 9: unknown
        .add(3, 7, 0, SynapseKind.PRIMARY_SPINE, 1.0f) // 10: alone
        .build();
  }

  private static int[][] synapses(SizePairs pairs) {
    int[][] all = new int[pairs.size()][];
    Arrays.setAll(all, i -> new int[] {pairs.synapse(i, 0), pairs.synapse(i, 1)});
    return all;
  }

  @Test
  void pairsAreConnectionsOfExactlyTwo() {
    SynapseTable table = table();
    IntPredicate spines = i -> table.kind(i) == SynapseKind.PRIMARY_SPINE;
    assertThat(synapses(SizePairs.of(table, SizePairs.Kind.SAME_AXON_SAME_DENDRITE, spines)))
        .isDeepEqualTo(new int[][] {{1, 2}, {0, 4}});
    assertThat(SizePairs.multiplicities(table, spines)).containsExactly(2, 2, 1);
    assertThat(synapses(SizePairs.of(table, SizePairs.Kind.SAME_AXON, spines)))
        .isDeepEqualTo(new int[][] {{1, 3}, {0, 5}});
    assertThat(synapses(SizePairs.of(table, SizePairs.Kind.SAME_DENDRITE, spines)))
        .isDeepEqualTo(new int[][] {{1, 0}});
    assertThat(SynapseSize.areas(table, spines)).hasSize(9);
  }

  @Test
  void everyPairingIsEquallyLikely() {
    int[] partner = new int[4];
    for (int i = 0; i < 6000; i++) {
      float[] values = {0, 1, 2, 3};
      SizePairs.pairUp(values, Seeds.random(2, i));
      for (int pair = 0; pair < 4; pair += 2) {
        if (values[pair] == 0 || values[pair + 1] == 0) {
          partner[(int) (values[pair] + values[pair + 1])]++;
        }
      }
    }
    assertThat(partner[0]).isZero();
    assertThat(Arrays.stream(partner).skip(1)).allMatch(n -> Math.abs(n - 2000) < 150);
  }

  /// Of 400 pairs, 120 alike: the learned fraction is 0.3 times the share of chance pairs above
  /// the coefficient of the alike ones, some 0.27.
  @Test
  void learnedFractionIsThatWhichWasPlanted() {
    PairSimilarity found = SynapseSize.similarity(pairs(400, 0.3, -0.7, 1), 499, 0, ONE);
    assertThat(found.p()).isEqualTo(1.0 / 500);
    assertThat(found.test().p()).isLessThan(1e-4);
    assertThat(found.learned95().contains(found.learnedFraction())).isTrue();
    assertThat(found.learnedFraction()).isBetween(0.2, 0.34);
    assertThat(found.unlearnedFraction()).isBetween(0.55, 0.75);
    assertThat(found.meanCv()).isLessThan(found.meanCvByChance());
    assertThat(SynapseSize.similarity(pairs(400, 0.3, -0.7, 1), 499, 0, Workers.of(3)))
        .isEqualTo(found);
  }

  @Test
  void pairsByChanceAreNotAlike() {
    int seeds = 120;
    double[] p = new double[seeds];
    for (int seed = 0; seed < seeds; seed++) {
      p[seed] = SynapseSize.similarity(pairs(60, 0, 0, 100 + seed), 99, seed, ONE).p();
    }
    assertThat(
            new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new UniformRealDistribution(0, 1), p))
        .isGreaterThan(0.05);
  }

  @Test
  void densityIsThatOfSciPy() {
    SizePairs pairs = SizePairs.of(Reference.numbers("map.pairs"));
    SimilarityMap map = SynapseSize.map(pairs, new MapWindow(32, 1.5, -1.5, 0.5), 201, 1, ONE);
    double[] bandwidth = Reference.numbers("map.bandwidth");
    assertThat(map.bandwidthCv()).isCloseTo(bandwidth[0], within(1e-6));
    assertThat(map.bandwidthLog10()).isCloseTo(bandwidth[1], within(1e-6));
    double[] density = Reference.numbers("map.density");
    double most = Arrays.stream(density).max().orElseThrow();
    double sum = 0;
    for (int row = 0; row < 32; row++) {
      for (int column = 0; column < 32; column++) {
        assertThat(map.density(column, row))
            .isCloseTo(density[32 * row + column], within(2e-4 * most));
        sum += map.density(column, row);
      }
    }
    assertThat(sum).isCloseTo(Arrays.stream(density).sum(), within(1e-5));
  }

  @Test
  void pixelsAreFoundWithoutLogarithms() {
    MapWindow.Locator locator = MapWindow.focusem().locator();
    SplittableRandom random = Seeds.random(8, 8);
    int differ = 0;
    for (int i = 0; i < 100_000; i++) {
      float a = (float) Math.pow(10, random.nextDouble(-2, 1));
      float b = (float) Math.pow(10, random.nextDouble(-2, 1));
      double y = (Math.log10((a + b) / 2.0) + 1.5) / 2 * 256;
      double x = SizePairs.cv(a, b) / 1.5 * 256;
      int expected = y >= 0 && y < 256 ? ((int) y) * 256 + (int) x : -1;
      differ += locator.pixel(a, b) == expected ? 0 : 1;
    }
    assertThat(differ).as("pairs on the line between two pixels").isLessThan(10);
  }

  @Test
  void mapFindsTheRegionThatWasPlanted() {
    SimilarityMap map = SynapseSize.map(pairs(600, 0.15, -0.2, 3), SMALL, 500, 0, ONE);
    assertThat(map.p()).isLessThan(0.01);
    List<Region> regions =
        SynapseSize.map(pairs(600, 0.15, -0.2, 3), MapWindow.focusem(), 250, 0, ONE).regions(0.02);
    Region large = regions.getLast();
    assertThat(large.meanLog10()).isBetween(-0.35, -0.1);
    assertThat(large.meanCv()).isLessThan(0.3);
    assertThat(large.pairsShare()).isBetween(0.1, 0.2);
    assertThat(large.surplus()).isBetween(0.05, 0.15);
    assertThat(large.sizeUm2(1) + large.sizeUm2(0))
        .isCloseTo(2 * Math.pow(10, large.meanLog10()), within(1e-12));
  }

  @Test
  void boundsAreThoseOfTheRegions() {
    SizePairs pairs = pairs(900, 0.2, -0.15, 5);
    SimilarityMap map = SynapseSize.map(pairs, MapWindow.focusem(), 250, 0, Workers.of(2));
    RegionBounds bounds = map.bounds(SynapseSize.THRESHOLDS);
    assertThat(bounds.large().lower()).isGreaterThan(0.1);
    assertThat(bounds.large().upper()).isBetween(bounds.large().lower(), 0.3);
    assertThat(bounds.thresholds()).isNotEmpty();
  }

  @Test
  void threadsChangeNothing() {
    SizePairs pairs = pairs(200, 0.1, -0.4, 5);
    SimilarityMap one = SynapseSize.map(pairs, SMALL, 300, 7, ONE);
    SimilarityMap three = SynapseSize.map(pairs, SMALL, 300, 7, Workers.of(3));
    assertThat(three.p()).isEqualTo(one.p());
    for (int i = 0; i < 64; i++) {
      assertThat(three.p(i, 30)).isEqualTo(one.p(i, 30));
      assertThat(three.expected(i, 30)).isEqualTo(one.expected(i, 30));
    }
  }

  /// Over 100 populations of independent pairs the p of the map is uniform, and so is that of a
  /// pixel.
  @Test
  void mapsByChanceShowNothing() {
    int seeds = 100;
    MapWindow tiny = new MapWindow(24, 1.5, -1.5, 0.5);
    double[] p = new double[seeds];
    double[] pixel = new double[seeds];
    for (int seed = 0; seed < seeds; seed++) {
      SimilarityMap map = SynapseSize.map(pairs(80, 0, 0, 700 + seed), tiny, 299, seed, ONE);
      p[seed] = map.p();
      pixel[seed] = map.p(6, 9);
    }
    KolmogorovSmirnovTest test = new KolmogorovSmirnovTest();
    UniformRealDistribution uniform = new UniformRealDistribution(0, 1);
    assertThat(test.kolmogorovSmirnovTest(uniform, p)).isGreaterThan(0.02);
    assertThat(test.kolmogorovSmirnovTest(uniform, pixel)).isGreaterThan(0.02);
  }

  @Test
  void likenessOverDistanceLeavesOutFarPairs() {
    double[] cv = {0.1, 0.2, 0.3, 0.4, 9};
    double[] distance = {1, 2, 3, 4, 20};
    assertThat(SynapseSize.overDistance(cv, distance, 20).slope()).isCloseTo(0.1, within(1e-12));
    assertThat(SynapseSize.overDistance(cv, distance, 20).points()).isEqualTo(4);
  }

  @Test
  void refusesMapsOfFewPairs() {
    assertThatThrownBy(() -> SynapseSize.map(SizePairs.of(new double[] {1, 2}), SMALL, 300, 0, ONE))
        .hasMessage(
            "a map needs 10 pairs inside its window and more than 200 shuffles but there were 1, 300");
    assertThatThrownBy(() -> new MapWindow(4, 1, 0, 1))
        .hasMessageStartingWith("a window needs 8 to 2048 pixels");
  }
}
