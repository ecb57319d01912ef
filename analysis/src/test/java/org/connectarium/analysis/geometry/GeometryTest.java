package org.connectarium.analysis.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.connectarium.analysis.Reference;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.analysis.inference.Workers;
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

  @Test
  void multinomialModelIsThatOfSciPy() {
    double[] flat = Reference.numbers("logit.available");
    int[] rows = Reference.counts("logit.counts");
    double[][] available = new double[80][];
    int[][] counts = new int[80][];
    for (int i = 0; i < 80; i++) {
      available[i] = Arrays.copyOfRange(flat, 3 * i, 3 * i + 3);
      counts[i] = Arrays.copyOfRange(rows, 3 * i, 3 * i + 3);
    }
    TargetCounts table = TargetCounts.of(CLASSES, counts);
    double[] fitted = Reference.numbers("logit.fitted");
    double[][] shares = MultinomialLogit.shares(table, available);
    for (int i = 0; i < fitted.length; i++) {
      assertThat(shares[i / 3][i % 3]).isCloseTo(fitted[i], within(1e-6));
    }
    Predictability found = Geometry.predictability(table, available, Predictor.MULTINOMIAL);
    double[] r2 = Reference.numbers("logit.r2");
    double[] corrected = Reference.numbers("logit.corrected");
    for (int c = 0; c < 3; c++) {
      assertThat(found.classes().get(c).rSquared()).isCloseTo(r2[c], within(1e-6));
      assertThat(found.classes().get(c).corrected()).isCloseTo(corrected[c], within(1e-6));
    }
    assertThat(found.rSquared()).isCloseTo(r2[3], within(1e-6));
    assertThat(found.corrected()).isCloseTo(corrected[3], within(1e-6));
  }

  /// Nobody hits B, and A and C are told apart completely.
  @Test
  void multinomialModelBearsClassesThatNobodyHitsOrThatAreSeparated() {
    int[][] counts = {{9, 0, 0}, {9, 0, 0}, {0, 0, 9}, {0, 0, 9}};
    double[][] available = {{0.6, 0.1, 0.3}, {0.7, 0.1, 0.2}, {0.2, 0.1, 0.7}, {0.1, 0.1, 0.8}};
    double[][] shares = MultinomialLogit.shares(TargetCounts.of(CLASSES, counts), available);
    assertThat(shares[0][0]).isGreaterThan(0.999);
    assertThat(shares[3][2]).isGreaterThan(0.999);
    assertThat(shares[2][1]).isZero();
  }

  private static AxonContacts contacts() {
    return AxonContacts.of(
        3, new int[] {2, 0, 0, 2, 0}, new int[] {1, 4, 1, 1, 4}, new double[] {0.5, 1, 2, 0.25, 1});
  }

  @Test
  void contactsOfOnePairAddUp() {
    AxonContacts contacts = contacts();
    assertThat(contacts.size()).isEqualTo(3);
    assertThat(contacts.areaUm2(contacts.pair(0, 4))).isEqualTo(2);
    assertThat(contacts.areaUm2(contacts.pair(2, 1))).isEqualTo(0.75);
    assertThat(contacts.pair(1, 1)).isEqualTo(-1);
    assertThat(contacts.first(1)).isEqualTo(contacts.first(2)).isEqualTo(2);
  }

  /// Axon 0 has contacts of 2 and 2 µm², so of 4 synapses k lie on the first with the probability
  /// of 4 throws of a coin.
  @Test
  void synapsesAreRedistributedByArea() {
    int[] seen = new int[5];
    for (int seed = 0; seed < 8000; seed++) {
      int[] counts = Geometry.byContacts(contacts(), new int[] {4, 0, 3}, seed);
      assertThat(counts[0] + counts[1]).isEqualTo(4);
      assertThat(counts[2]).isEqualTo(3);
      seen[counts[0]]++;
    }
    int[] expected = {500, 2000, 3000, 2000, 500};
    for (int k = 0; k <= 4; k++) {
      assertThat(seen[k]).isCloseTo(expected[k], within(4 * (int) Math.sqrt(expected[k])));
    }
    assertThatThrownBy(() -> Geometry.byContacts(contacts(), new int[] {0, 1, 0}, 1))
        .hasMessage("axon 1 has 1 synapses but touches no target");
  }

  /// Over 120 connectomes made by the null itself, p is uniform; where each axon keeps to one of
  /// its contacts, repeated connections and the variance of shares stand out.
  @Test
  void nothingIsFoundInConnectomesThatContactsMade() {
    int axons = 40;
    int targets = 30;
    int[] axon = new int[axons * 10];
    int[] target = new int[axon.length];
    double[] area = new double[axon.length];
    SplittableRandom random = Seeds.random(5, 5);
    for (int i = 0; i < axon.length; i++) {
      axon[i] = i / 10;
      target[i] = (i / 10 + 7 * (i % 10)) % targets;
      area[i] = random.nextDouble(0.1, 1);
    }
    AxonContacts contacts = AxonContacts.of(axons, axon, target, area);
    byte[] classes = new byte[targets];
    for (int t = 0; t < targets; t++) {
      classes[t] = (byte) (t % 3);
    }
    int[] synapses = synapses(axons);
    double[] p = new double[120];
    for (int seed = 0; seed < p.length; seed++) {
      int[] made = Geometry.byContacts(contacts, synapses, 1000 + seed);
      p[seed] =
          Geometry.againstContacts(contacts, made, CLASSES, classes, 99, seed, Workers.of(1))
              .get(6)
              .pHigh();
    }
    assertThat(
            new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new UniformRealDistribution(0, 1), p))
        .isGreaterThan(0.02);

    int[] loyal = new int[contacts.size()];
    for (int a = 0; a < axons; a++) {
      loyal[contacts.first(a)] = synapses[a];
    }
    List<AgainstChance> found =
        Geometry.againstContacts(contacts, loyal, CLASSES, classes, 199, 1, Workers.of(2));
    assertThat(found)
        .filteredOn(row -> row.quantity().equals("varianceOfShares"))
        .extracting(AgainstChance::pHigh)
        .containsOnly(1.0 / 200);
    assertThat(found.getLast().of()).isEqualTo("5 or more");
    assertThat(found.getLast().observed()).as("pairs of 10 to 49 synapses").isEqualTo(axons);
    assertThat(found.get(9).quantity()).isEqualTo("pairs");
    assertThat(found.get(9).pLow()).as("pairs of one synapse").isEqualTo(1.0 / 200);
    assertThat(found)
        .isEqualTo(
            Geometry.againstContacts(contacts, loyal, CLASSES, classes, 199, 1, Workers.of(1)));
  }

  @Test
  void nothingIsFoundInConnectomesThatAvailabilityMade() {
    double[][] available = available(60, 4);
    int[] synapses = synapses(60);
    double[] p = new double[120];
    for (int seed = 0; seed < p.length; seed++) {
      TargetCounts made = Geometry.byAvailability(CLASSES, synapses, available, 500 + seed);
      p[seed] =
          Geometry.againstAvailability(made, available, 99, seed, Workers.of(1)).get(6).pHigh();
    }
    assertThat(
            new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new UniformRealDistribution(0, 1), p))
        .isGreaterThan(0.02);
    double[][] other = available(60, 5);
    AgainstChance found =
        Geometry.againstAvailability(
                Geometry.byAvailability(CLASSES, synapses, other, 3),
                available,
                199,
                1,
                Workers.of(1))
            .getFirst();
    assertThat(found.quantity()).isEqualTo("synapses");
    assertThat(found.interval95().contains(found.mean())).isTrue();
  }

  /// 100 synapses; lengths 1 : 1 and 1 : 3.
  @Test
  void petersMatrixIsWorkedOutByHand() {
    double[][] counts = {{20, 30}, {10, 40}};
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
            () -> Geometry.peters(new double[][] {{1}}, new double[] {0}, new double[] {1}))
        .hasMessage("amounts must be above 0 but were [0.0], [1.0]");
    TargetCounts counts = TargetCounts.of(List.of("A", "B"), new int[][] {{5, 5}, {1, 9}});
    assertThatThrownBy(
            () ->
                Geometry.predictability(
                    counts, new double[][] {{0.5, 0.5}, {1, 1}}, Predictor.AVAILABILITY))
        .hasMessage("availabilities must be one per class and sum to 1 but row 1 was [1.0, 1.0]");
  }
}
