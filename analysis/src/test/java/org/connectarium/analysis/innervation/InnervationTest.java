package org.connectarium.analysis.innervation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.connectarium.analysis.Reference;
import org.connectarium.analysis.inference.LinearFit;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.synapses.TargetCounts;
import org.junit.jupiter.api.Test;

class InnervationTest {
  private static final Workers ONE = Workers.of(1);
  private static final SpecificityOptions PLAIN = SpecificityOptions.focusem();

  /// With equal n the rate is 1 − (1 − h)^(1 / n) of the share h that hits.
  @Test
  void firstHitRateHasItsClosedForm() {
    int[] n = new int[10];
    Arrays.fill(n, 10);
    FirstHitRate rate = FirstHitRate.of(n, new int[] {1, 0, 0, 7, 0, 0, 0, 1, 0, 0});
    assertThat(rate.rate()).isCloseTo(1 - Math.pow(0.7, 0.1), within(1e-14));
    assertThat(rate.rate()).isCloseTo(0.035039, within(5e-7));
    assertThat(rate.hitting()).isEqualTo(3);
  }

  @Test
  void firstHitRateIsThatOfSciPy() {
    FirstHitRate rate =
        FirstHitRate.of(Reference.counts("firsthit.n"), Reference.counts("firsthit.k"));
    assertThat(new double[] {rate.rate(), rate.rate95().lower(), rate.rate95().upper()})
        .containsExactly(Reference.numbers("firsthit"), within(1e-8));
  }

  @Test
  void firstHitRateKnowsItsEnds() {
    FirstHitRate none = FirstHitRate.of(new int[] {10, 20}, new int[] {0, 0});
    assertThat(none.rate()).isZero();
    assertThat(none.rate95().lower()).isZero();
    assertThat(none.rate95().upper()).isCloseTo(-Math.expm1(-1.920729410347062 / 30), within(1e-9));
    FirstHitRate all = FirstHitRate.of(new int[] {10}, new int[] {1});
    assertThat(all.rate()).isEqualTo(1);
    assertThat(all.rate95().upper()).isEqualTo(1);
    assertThat(all.rate95().lower()).isBetween(0.001, 0.05);
    assertThatThrownBy(() -> FirstHitRate.of(new int[] {3}, new int[] {4}))
        .hasMessage("axon 0 hits 4 times with 3");
  }

  /// Nearly all axons hit, and some have thousands of synapses: e to the number of synapses must
  /// not overflow. The likelihood falls to both sides of the rate.
  @Test
  void firstHitRateOfLargeAxonsIsFound() {
    int[] n = {10, 10, 10, 12, 15, 2000, 9000};
    int[] k = {3, 0, 5, 4, 6, 900, 4000};
    FirstHitRate rate = FirstHitRate.of(n, k);
    double best = logLikelihood(n, k, rate.rate());
    assertThat(rate.rate()).isBetween(0.05, 0.4);
    assertThat(logLikelihood(n, k, rate.rate() * 0.999)).isLessThan(best);
    assertThat(logLikelihood(n, k, rate.rate() * 1.001)).isLessThan(best);
    assertThat(rate.rate95().contains(rate.rate())).isTrue();
  }

  private static double logLikelihood(int[] n, int[] k, double q) {
    double sum = 0;
    for (int i = 0; i < n.length; i++) {
      sum += k[i] == 0 ? n[i] * Math.log(1 - q) : Math.log(1 - Math.pow(1 - q, n[i]));
    }
    return sum;
  }

  @Test
  void tailsAreThoseOfSciPy() {
    assertThat(new CountModel.Binomial(0.1).tails(20)[6]).isCloseTo(0.0112531, within(5e-8));
    assertThat(new CountModel.Binomial(0.1).tails(20))
        .containsExactly(Reference.numbers("tail.binomial"), within(1e-13));
    assertThat(Arrays.copyOf(new CountModel.Poisson(0.1).tails(20), 21))
        .containsExactly(Reference.numbers("tail.poisson"), within(1e-13));
    assertThat(new CountModel.BetaBinomial(0.7, 3.1).tails(20))
        .containsExactly(Reference.numbers("tail.betabinomial"), within(1e-12));
  }

  @Test
  void tailsOfManySynapsesDoNotVanish() {
    double[] tails = new CountModel.Binomial(0.5).tails(5000);
    assertThat(tails[2501])
        .isCloseTo((1 - new CountModel.Binomial(0.5).probabilities(5000)[2500]) / 2, within(1e-11));
    assertThat(new CountModel.Binomial(0).tails(3)).containsExactly(1, 0, 0, 0);
    assertThat(new CountModel.Binomial(1).tails(3)).containsExactly(1, 1, 1, 1);
  }

  @Test
  void dirichletMultinomialIsThatOfSciPy() {
    int[] flat = Reference.counts("dirichlet.rows");
    int[][] rows = new int[60][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(flat, 3 * i, 3 * i + 3));
    DirichletMultinomial fit =
        DirichletMultinomial.of(TargetCounts.of(List.of("a", "b", "c"), rows));
    double[] expected = Reference.numbers("dirichlet");
    for (int c = 0; c < 3; c++) {
      assertThat(fit.weights().get(c)).isCloseTo(expected[c], within(1e-3 * expected[c]));
    }
    assertThat(fit.logLikelihood()).isCloseTo(expected[3], within(1e-6));
    assertThat(fit.multinomialLogLikelihood()).isCloseTo(expected[4], within(1e-8));
    assertThat(fit.variationP()).isLessThan(1e-20);
    assertThat(((CountModel.BetaBinomial) fit.marginal(0)).alpha())
        .isEqualTo(fit.weights().getFirst());
  }

  @Test
  void variationIsNotFoundWhereThereIsNone() {
    DirichletMultinomial fit = DirichletMultinomial.of(PlantedAxons.of(300, 0, 0, 4));
    assertThat(fit.variationP()).isGreaterThan(0.05);
    assertThat(((CountModel.BetaBinomial) fit.marginal(0)).correlation()).isLessThan(0.01);
  }

  @Test
  void bestModelIsTheOneThatMadeTheCounts() {
    TargetCounts even = PlantedAxons.of(400, 0, 0, 1);
    TargetCounts mixed = PlantedAxons.of(400, 100, 0.5, 1);
    assertThat(Innervation.models(even, 0).getFirst().model())
        .isInstanceOf(CountModel.Binomial.class);
    assertThat(Innervation.models(mixed, 0).getFirst().model())
        .isInstanceOf(CountModel.BetaBinomial.class);
    assertThat(Innervation.models(mixed, 0)).hasSize(3);
  }

  /// Worked out by hand: 2 axons with 2 synapses, q = 1/2. p of 2, 1, 0 hits: 0.25, 0.75, 1;
  /// expected at or below: 0.25, 0.75, 1. Observed p 0.25 and 1: at 0.25 half of the axons are
  /// observed and a quarter expected, FDR 0.5; at 1 FDR 1. So with 60 % false the threshold is 1,
  /// with 20 % there is none.
  @Test
  void thresholdFollowsExpectedOverObserved() {
    SynapseNumbers two = SynapseNumbers.of(new int[] {2, 2});
    ExpectedP expected = new NullMixture(two, new CountModel.Binomial(0.5)).expectedP();
    double[] observed = {0.25, 1};
    assertThat(expected.threshold(observed, 0.6)).isEqualTo(new ExpectedP.Threshold(1, 0.5));
    assertThat(expected.threshold(observed, 0.2).p()).isNaN();
    assertThat(expected.atOrBelow(0.5)).isCloseTo(0.5, within(1e-15));
    assertThat(expected.atOrBelow(0.125)).isCloseTo(0.125, within(1e-15));
  }

  @Test
  void mixtureTestIsLargestDifferenceOfDistributionFunctions() {
    int[] n = {10, 20, 20, 35, 10, 12};
    int[] k = {4, 3, 9, 1, 0, 6};
    CountModel model = new CountModel.Binomial(0.1);
    double slow = 0;
    for (int a = 0; a <= 35; a++) {
      for (int of : n) {
        double x = (double) a / of;
        double below = 0;
        double observed = 0;
        for (int i = 0; i < n.length; i++) {
          double[] p = model.probabilities(n[i]);
          for (int j = 0; j <= n[i]; j++) {
            below += (double) j / n[i] <= x ? p[j] / n.length : 0;
          }
          observed += (double) k[i] / n[i] <= x ? 1.0 / n.length : 0;
        }
        slow = Math.max(slow, below - observed);
      }
    }
    NullMixture mixture = new NullMixture(SynapseNumbers.of(n), model);
    assertThat(mixture.largerThanExpected(k).statistic()).isCloseTo(slow, within(1e-12));
  }

  @Test
  void specificAxonsAreFoundWhereTheyWerePlanted() {
    TargetCounts counts = PlantedAxons.of(500, 100, 0.5, 11);
    Specificity found = Innervation.specificity(counts, PLAIN, ONE);
    TargetSpecificity somata = found.targets().getFirst();
    long right = IntStream.range(0, 100).filter(row -> found.isSpecific(row, 0)).count();

    assertThat(somata.qualifies()).isTrue();
    assertThat(right).isGreaterThan(95);
    assertThat((somata.specificAxons() - right) / (double) somata.specificAxons()).isLessThan(0.2);
    assertThat(somata.falseShare()).isLessThanOrEqualTo(0.2);
    assertThat(found.targets().get(1).specificAxons()).isZero();
    assertThat(found.targets().get(2).qualifies()).isFalse();
    assertThat(found.share()).isEqualTo(somata.share());
    assertThat(found.classesOf(0)).containsExactly("Somata");
    assertThat(found.specificForAll(List.of("Somata", "Apical")).isEmpty()).isTrue();
    assertThat(found.qValues(0)[0]).isLessThan(0.01);
  }

  /// Specific axons raise the pooled rate and leave the first-hit rate nearly alone.
  @Test
  void firstHitRateIsNotRaisedBySpecificAxons() {
    TargetCounts counts = PlantedAxons.of(500, 50, 0.6, 2);
    double firstHit =
        Innervation.specificity(counts, PLAIN, ONE).targets().getFirst().rate().rate();
    double pooled =
        Innervation.specificity(
                counts, PLAIN.withModel(NullModel.BINOMIAL, RateEstimate.POOLED), ONE)
            .targets()
            .getFirst()
            .rate()
            .rate();
    assertThat(firstHit).isBetween(0.045, 0.07);
    assertThat(pooled).isBetween(0.09, 0.12);
  }

  @Test
  void ratesLieInTheirIntervals() {
    int inside = 0;
    for (int seed = 0; seed < 200; seed++) {
      TargetCounts counts = PlantedAxons.of(100, 0, 0, 1000 + seed);
      FirstHitRate rate = FirstHitRate.of(counts.totals(), counts.column(0));
      inside += rate.rate95().contains(0.05) ? 1 : 0;
    }
    assertThat(inside).isBetween(182, 198);
  }

  /// Over 120 populations without a specific axon: p-values of the simulated test are uniform,
  /// and hardly ever an axon is called specific. (The limit of FocusEM calls 3 in 10 of these
  /// populations unlikely at 5 %: nearly all axons hit Apical, so its first-hit rate is noisy.)
  @Test
  void nothingIsFoundWhereNothingWasPlanted() {
    int seeds = 120;
    double[] simulated = new double[seeds];
    int found = 0;
    for (int seed = 0; seed < seeds; seed++) {
      Specificity specificity =
          Innervation.specificity(
              PlantedAxons.of(100, 0, 0, seed),
              SpecificityOptions.defaults().withDraws(149, seed),
              ONE);
      simulated[seed] = specificity.targets().get(1).simulatedP();
      found += specificity.specificForAny().isEmpty() ? 0 : 1;
    }
    double uniform =
        new KolmogorovSmirnovTest()
            .kolmogorovSmirnovTest(new UniformRealDistribution(0, 1), simulated);
    assertThat(uniform).isGreaterThan(0.05);
    assertThat(found).isLessThanOrEqualTo(3);
  }

  /// Over 100 populations of which a tenth is specific: the share of false ones is below what was
  /// asked for.
  @Test
  void falseOnesStayBelowWhatWasAskedFor() {
    double shares = 0;
    for (int seed = 0; seed < 100; seed++) {
      Specificity found =
          Innervation.specificity(PlantedAxons.of(300, 30, 0.3, 5000 + seed), PLAIN, ONE);
      int all = found.targets().getFirst().specificAxons();
      long wrong = IntStream.range(30, 300).filter(row -> found.isSpecific(row, 0)).count();
      shares += all == 0 ? 0 : (double) wrong / all / 100;
    }
    assertThat(shares).isBetween(0.02, 0.2);
  }

  @Test
  void simulatedGateAndOtherModelsFindThem() {
    TargetCounts counts = PlantedAxons.of(300, 60, 0.5, 3);
    Specificity simulated =
        Innervation.specificity(
            counts, PLAIN.withDraws(199, 1).withGate(SpecificityOptions.Gate.SIMULATED, 0.01), ONE);
    assertThat(simulated.targets().getFirst().specificAxons()).isGreaterThan(55);
    Specificity poisson =
        Innervation.specificity(
            counts, PLAIN.withModel(NullModel.POISSON, RateEstimate.FIRST_HIT), ONE);
    assertThat(poisson.targets().getFirst().specificAxons()).isGreaterThan(50);
    Specificity varying =
        Innervation.specificity(
            counts, PLAIN.withModel(NullModel.BETA_BINOMIAL, RateEstimate.POOLED), ONE);
    assertThat(varying.targets().getFirst().model()).isInstanceOf(CountModel.BetaBinomial.class);
    assertThat(varying.targets().getFirst().specificAxons())
        .as("a model that knows of variation calls fewer axons specific")
        .isLessThan(poisson.targets().getFirst().specificAxons());
    assertThatThrownBy(() -> PLAIN.withGate(SpecificityOptions.Gate.SIMULATED, 0.01))
        .hasMessage("a simulated gate at 0.01 needs more draws than 0");
  }

  @Test
  void threadsChangeNothing() {
    TargetCounts counts = PlantedAxons.of(150, 20, 0.4, 8);
    SpecificityOptions options = PLAIN.withDraws(299, 5);
    assertThat(Innervation.specificity(counts, options, Workers.of(3)).targets())
        .isEqualTo(Innervation.specificity(counts, options, ONE).targets());
  }

  @Test
  void coInnervationLeavesOutTheClassItself() {
    TargetCounts counts =
        TargetCounts.of(
            List.of("A", "B", "C"), new int[][] {{8, 1, 1}, {6, 4, 0}, {0, 5, 5}, {10, 0, 0}});
    BitSet rows = new BitSet();
    rows.set(0);
    rows.set(1);
    rows.set(3); // has nothing else
    CoInnervation a = Innervation.coInnervation(counts, rows, List.of("A"));
    assertThat(a.axons()).isEqualTo(2);
    assertThat(a.others().getFirst())
        .isEqualTo(new CoInnervation.Share("B", 0.75, Math.sqrt(0.125 / 2), 2.0 / 3));
    assertThat(a.others().get(1).mean()).isEqualTo(0.25);
  }

  @Test
  void coInnervationIsThatWhichWasPlanted() {
    Specificity found = Innervation.specificity(PlantedAxons.of(500, 100, 0.5, 11), PLAIN, ONE);
    CoInnervation somata = Innervation.coInnervation(found).getFirst();
    CoInnervation.Share apical = somata.others().getFirst();
    assertThat(apical.target()).isEqualTo("Apical");
    assertThat(Math.abs(apical.mean() - 0.15 / 0.5)).isLessThan(3 * apical.standardError());
    assertThat(apical.meanOfAll()).isBetween(0.17, 0.2); // 0.8 · 0.15 / 0.95 + 0.2 · 0.3
  }

  @Test
  void correctionTakesOutWhatWasWrong() {
    TargetCounts counts = PlantedAxons.of(300, 60, 0.4, 21);
    List<Double> none = Collections.nCopies(3, 0.0);
    CorrectedRepeats same =
        Innervation.correctedRepeats(
            List.of(new CorrectedRepeats.Part(counts, none)), 2, PLAIN, ONE);
    CorrectedRepeats.Spread somata = same.targets().getFirst();
    assertThat(somata.least()).isEqualTo(somata.uncorrected()).isEqualTo(somata.most());

    CorrectedRepeats corrected =
        Innervation.correctedRepeats(
            List.of(new CorrectedRepeats.Part(counts, List.of(0.9, 0.0, 0.0))), 20, PLAIN, ONE);
    assertThat(corrected.targets().getFirst().most()).isLessThan(0.7 * somata.uncorrected());
    assertThat(corrected.any().least()).isLessThanOrEqualTo(corrected.any().median());
    assertThat(
            Innervation.correctedRepeats(
                List.of(new CorrectedRepeats.Part(counts, List.of(0.9, 0.0, 0.0))),
                20,
                PLAIN,
                Workers.of(3)))
        .isEqualTo(corrected);
    assertThatThrownBy(() -> new CorrectedRepeats.Part(counts, List.of(0.1)))
        .hasMessageContaining("one rate in 0…1 per class");
  }

  /// Shaft and spine synapses are corrected each at its own rates and then added.
  @Test
  void partsAreCorrectedAloneAndAdded() {
    TargetCounts counts = PlantedAxons.of(200, 40, 0.5, 6);
    TargetCounts nothing = TargetCounts.of(PlantedAxons.CLASSES, new int[200][3]);
    List<Double> all = Collections.nCopies(3, 1.0);
    List<Double> none = Collections.nCopies(3, 0.0);
    CorrectedRepeats sum =
        Innervation.correctedRepeats(
            List.of(
                new CorrectedRepeats.Part(counts, none), new CorrectedRepeats.Part(nothing, all)),
            1,
            PLAIN,
            ONE);
    assertThat(sum.any().mean()).isEqualTo(Innervation.specificity(counts, PLAIN, ONE).share());
  }

  @Test
  void tailsOfRatiosAreThoseOfEnumeration() {
    // pooled shares 0.25, 0.35, 0.4 and 14 synapses: rows are padded so that the shares are exact
    int[][] rows = {{5, 1, 8}, {0, 4, 10}, {2, 6, 6}, {0, 0, 14}, {28, 38, 26}};
    TargetCounts counts = TargetCounts.of(List.of("TC", "CC", "Inh"), rows);
    assertThat(counts.synapses()).isEqualTo(148);
    InputRatios ratios = Innervation.inputRatios(padded(rows), List.of("TC"), List.of("CC"), 5);
    assertThat(ratios.pooled()).isCloseTo(0.25 / 0.6, within(1e-15));
    check(ratios.neurites().get(0), "ratio.5.1");
    check(ratios.neurites().get(1), "ratio.0.4");
    check(ratios.neurites().get(2), "ratio.2.6");
    assertThat(ratios.neurites().get(3).ratio()).isZero();
    assertThat(ratios.neurites().get(3).upperP()).isEqualTo(1);
  }

  /// Adds a row that brings the pooled shares to 25, 35 and 40 %.
  private static TargetCounts padded(int[][] rows) {
    int[] missing = {250, 350, 400};
    for (int[] row : rows) {
      for (int c = 0; c < 3; c++) {
        missing[c] -= row[c];
      }
    }
    int[][] all = Arrays.copyOf(rows, rows.length + 1);
    all[rows.length] = missing;
    return TargetCounts.of(List.of("TC", "CC", "Inh"), all);
  }

  private static void check(InputRatios.Neurite neurite, String name) {
    assertThat(new double[] {neurite.lowerP(), neurite.upperP()})
        .containsExactly(Reference.numbers(name), within(1e-12));
  }

  @Test
  void expectedRatiosAreThoseOfEnumeration() {
    int[][] rows = new int[20][];
    Arrays.setAll(rows, i -> new int[] {3, 5, 6}); // replaced below: 14 synapses each
    int[] total = {70, 98, 112}; // 25, 35, 40 % of 280
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < 20; i++) {
        rows[i][c] = total[c] / 20 + (i < total[c] % 20 ? 1 : 0);
      }
    }
    TargetCounts counts = TargetCounts.of(List.of("TC", "CC", "Inh"), rows);
    // only rows of 14 count for the comparison; the others are within one of it
    InputRatios ratios = Innervation.inputRatios(counts, List.of("TC"), List.of("CC"), 5);
    assertThat(ratios.histogram().stream().mapToDouble(InputRatios.Bin::expected).sum())
        .isCloseTo(20, within(1e-9));
    assertThat(ratios.histogram().stream().mapToInt(InputRatios.Bin::observed).sum()).isEqualTo(20);
    InputRatios one =
        Innervation.inputRatios(
            TargetCounts.of(List.of("TC", "CC", "Inh"), sameShares()),
            List.of("TC"),
            List.of("CC"),
            5);
    double[] expected = Reference.numbers("ratio.histogram");
    for (int b = 0; b < 5; b++) {
      assertThat(one.histogram().get(b).expected() / 10).isCloseTo(expected[b], within(1e-12));
    }
  }

  /// Ten rows of 14 synapses with 35, 49 and 56 in all.
  private static int[][] sameShares() {
    int[][] rows = new int[10][3];
    for (int i = 0; i < 10; i++) {
      rows[i][0] = i < 5 ? 4 : 3;
      rows[i][1] = i < 9 ? 5 : 4;
      rows[i][2] = 14 - rows[i][0] - rows[i][1];
    }
    return rows;
  }

  @Test
  void ratiosByChanceAreCalledRarely() {
    int called = 0;
    for (int seed = 0; seed < 100; seed++) {
      InputRatios ratios =
          Innervation.inputRatios(
              PlantedAxons.of(40, 0, 0, 300 + seed),
              List.of("Apical"),
              List.of("OtherDendrite"),
              20);
      called += Arrays.stream(ratios.qValues()).anyMatch(q -> q < 0.05) ? 1 : 0;
    }
    assertThat(called).isLessThanOrEqualTo(9);
    InputRatios planted =
        Innervation.inputRatios(
            PlantedAxons.of(100, 10, 0.6, 1),
            List.of("Somata"),
            List.of("Apical", "OtherDendrite"),
            20);
    double[] q = planted.qValues();
    assertThat(IntStream.range(0, 10).filter(i -> q[i] < 0.05).count()).isGreaterThanOrEqualTo(8);
  }

  @Test
  void depthProfileCountsBins() {
    DepthProfile profile =
        Innervation.depthProfile(
            new double[] {2.9, 3, 4, 4.9, 5, 6.5, 7, 8.99, 9},
            new boolean[] {true, true, false, true, false, true, false, false, true},
            new DepthProfile.Range(3, 9, 2));
    assertThat(profile.bins())
        .containsExactly(
            new DepthProfile.Bin(3, 5, 2, 3),
            new DepthProfile.Bin(5, 7, 1, 2),
            new DepthProfile.Bin(7, 9, 0, 2));
    assertThat(profile.line().slope()).isCloseTo(-1.0 / 6, within(1e-12));
    assertThatThrownBy(() -> new DepthProfile.Range(0, 1, 2))
        .hasMessage("bins of 2.0 µm do not fit between 0.0 and 1.0 µm; choose a smaller one");
  }

  @Test
  void cellGradientIsThatOfNumPyAndSciPy() {
    CellGradient cells =
        Innervation.cellGradient(
            Reference.numbers("cells.ratio"),
            Reference.numbers("cells.x"),
            Reference.numbers("cells.y"),
            Reference.numbers("cells.z"));
    LinearFit line = cells.line();
    assertThat(
            new double[] {
              cells.plane().intercept(),
              cells.plane().perYUm(),
              cells.plane().perZUm(),
              line.intercept(),
              line.slope(),
              line.p()
            })
        .containsExactly(Reference.numbers("cells"), within(1e-10));
    assertThat(line.slope95().contains(0.002)).isTrue();
  }

  @Test
  void directionEffectIsFoundWithItsInterval() {
    DirectionEffect effect =
        Innervation.directionEffect(
            Reference.numbers("direction.x"), Reference.numbers("direction.ratio"), 1);
    assertThat(effect.tTestP()).isCloseTo(Reference.numbers("direction")[0], within(1e-12));
    assertThat(effect.alongOverAway95().contains(0.4 / 0.2)).isTrue();
    assertThat(effect.alongOverAway95().contains(1)).isFalse();
    assertThat(effect.alongOverAway95().contains(effect.alongOverAway())).isTrue();
  }

  @Test
  void refusesNoAxons() {
    assertThatThrownBy(
            () ->
                Innervation.specificity(
                    TargetCounts.of(PlantedAxons.CLASSES, new int[0][]), PLAIN, ONE))
        .hasMessage("no axon has enough synapses");
    assertThat(SpecificityOptions.defaults().neverSpecific()).isEqualTo(Set.of("OtherDendrite"));
  }
}
