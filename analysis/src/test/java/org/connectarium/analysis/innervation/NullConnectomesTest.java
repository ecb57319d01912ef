package org.connectarium.analysis.innervation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.connectarium.analysis.comparison.Comparison;
import org.connectarium.analysis.comparison.Statistic;
import org.connectarium.analysis.inference.FalseDiscovery;
import org.connectarium.analysis.inference.Interval;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.synapses.SynapseTable;
import org.connectarium.analysis.synapses.TargetCounts;
import org.connectarium.analysis.synapses.UncertainCounts;
import org.connectarium.analysis.synapses.graph.PlantedConnectome;
import org.junit.jupiter.api.Test;

/// How often something is found where nothing was planted, and how often an interval holds what
/// was planted, over many connectomes. `-Dconnectarium.nulls=1000` takes so many, and prints.
class NullConnectomesTest {
  private static final boolean LONG = Integer.getInteger("connectarium.nulls") != null;
  private static final int SEEDS = Integer.getInteger("connectarium.nulls", 100);
  private static final int AXONS = PlantedConnectome.NULL.axons();
  private static final Workers ONE = Workers.of(1);
  private static final SpecificityOptions HOW =
      SpecificityOptions.defaults().withDraws(LONG ? 999 : 149, 1);

  private final Map<String, Integer> found = new LinkedHashMap<>();
  private final Map<String, Integer> looked = new LinkedHashMap<>();

  private void count(String what, boolean hit) {
    looked.merge(what, 1, Integer::sum);
    found.merge(what, hit ? 1 : 0, Integer::sum);
  }

  @Test
  void nothingIsFoundWhereNothingWasPlanted() {
    for (int seed = 0; seed < SEEDS; seed++) {
      SynapseTable table = PlantedConnectome.NULL.withSeed(seed).table();
      SynapseTable other = PlantedConnectome.NULL.withSeed(1_000_000 + seed).table();
      UncertainCounts counts = counts(table);
      count(
          "populations with a specific axon",
          !Innervation.specificity(counts.counts(), HOW, ONE).specificForAny().isEmpty());
      inputs(table);
      comparisons(seed, List.of(table, other));
      ClassFractions fractions = Innervation.fractions(counts, LONG ? 500 : 100, seed, ONE);
      double[] planted = {0.15, 0.8, 0.05};
      for (int c = 0; c < 3; c++) {
        Interval mean = fractions.targets().get(c).mean95();
        count("intervals of mean fractions without the true one", !mean.contains(planted[c]));
      }
    }
    report();
    atMost("populations with a specific axon", 0.02);
    atMost("connectomes with a neuron of unlikely inputs, q < 0.05", 0.05);
    atMost("depth trends, p < 0.05", 0.05);
    atMost("differences of fractions, p < 0.05", 0.05);
    atMost("pairs of data sets with a difference of fractions, q < 0.05", 0.05);
    atMost("differences of sizes, p < 0.05", 0.05);
    atMost("intervals of mean fractions without the true one", 0.07);
  }

  @Test
  void plantedSharesLieInTheirIntervals() {
    for (int seed = 0; seed < SEEDS; seed++) {
      UncertainCounts counts =
          counts(new PlantedConnectome(AXONS, 20, 0.5, 0, -1.6, 0.1, seed).table());
      SpecificityOptions quick = SpecificityOptions.focusem();
      Specificity some = Innervation.specificity(counts.counts(), quick, ONE);
      Interval excess =
          Innervation.specificityDraws(counts, some, quick, LONG ? 200 : 60, seed, ONE)
              .targets()
              .get(2)
              .excess95();
      count("intervals of the excess without the planted share", !excess.contains(0.2));
      long wrong = IntStream.range(20, AXONS).filter(row -> some.isSpecific(row, 2)).count();
      for (int i = 0; i < some.targets().get(2).specificAxons(); i++) {
        count("specific axons that are none", i < wrong);
      }
      IntStream.range(0, 20)
          .forEach(row -> count("planted axons not found", !some.isSpecific(row, 2)));
    }
    report();
    atMost("intervals of the excess without the planted share", 0.1);
    atMost("specific axons that are none", 0.2);
    atMost("planted axons not found", 0.05);
  }

  private static UncertainCounts counts(SynapseTable table) {
    return table.uncertainTargetCounts(10, inhibitory(table));
  }

  private static IntPredicate inhibitory(SynapseTable table) {
    return i -> table.pre(i) < AXONS;
  }

  private void inputs(SynapseTable table) {
    byte[] classes = new byte[2 * AXONS + 100];
    Arrays.fill(classes, AXONS, 2 * AXONS, (byte) 1);
    TargetCounts sources = table.sourceCounts(classes, List.of("inh", "exc"), 10);
    InputRatios ratios = Innervation.inputRatios(sources, List.of("inh"), List.of("exc"), 1);
    count(
        "connectomes with a neuron of unlikely inputs, q < 0.05",
        Arrays.stream(ratios.qValues()).anyMatch(q -> q < 0.05));
    double[] depth = new double[table.size()];
    boolean[] top = new boolean[table.size()];
    for (int i = 0; i < depth.length; i++) {
      depth[i] = table.positionUm(i, 0);
      top[i] = inhibitory(table).test(i);
    }
    DepthProfile profile = Innervation.depthProfile(depth, top, new DepthProfile.Range(0, 100, 5));
    count("depth trends, p < 0.05", profile.line().p() < 0.05);
  }

  private void comparisons(int seed, List<SynapseTable> tables) {
    Comparison.Options deals = new Comparison.Options(LONG ? 999 : 99, 50, seed);
    TargetCounts a = counts(tables.get(0)).counts();
    TargetCounts b = counts(tables.get(1)).counts();
    double[] p = new double[3];
    for (int c = 0; c < 3; c++) {
      p[c] = Comparison.of(fractions(a, c), fractions(b, c), Statistic.MEAN, deals, ONE).p();
      count("differences of fractions, p < 0.05", p[c] < 0.05);
    }
    count(
        "pairs of data sets with a difference of fractions, q < 0.05",
        Arrays.stream(FalseDiscovery.benjaminiHochberg(p)).anyMatch(q -> q < 0.05));
    double[] sizes = logSizes(tables.get(0));
    Comparison ofSizes = Comparison.of(sizes, logSizes(tables.get(1)), Statistic.MEAN, deals, ONE);
    count("differences of sizes, p < 0.05", ofSizes.p() < 0.05);
  }

  private static double[] fractions(TargetCounts counts, int column) {
    return IntStream.range(0, counts.rows())
        .mapToDouble(row -> (double) counts.count(row, column) / counts.synapses(row))
        .toArray();
  }

  private static double[] logSizes(SynapseTable table) {
    double[] sums = new double[AXONS];
    int[] numbers = new int[AXONS];
    for (int i = 0; i < table.size(); i++) {
      if (inhibitory(table).test(i)) {
        sums[table.pre(i)] += Math.log10(table.areaUm2(i));
        numbers[table.pre(i)]++;
      }
    }
    return IntStream.range(0, AXONS).mapToDouble(axon -> sums[axon] / numbers[axon]).toArray();
  }

  /* As many as a true rate of this size gives with a chance of 99.9 %. */
  private void atMost(String what, double rate) {
    int of = looked.getOrDefault(what, 0);
    assertThat(found.getOrDefault(what, 0))
        .as("%s, of %d", what, of)
        .isLessThanOrEqualTo(
            new BinomialDistribution(null, of, rate).inverseCumulativeProbability(0.999));
  }

  private void report() {
    if (LONG) {
      looked.forEach(
          (what, of) -> {
            int hits = found.getOrDefault(what, 0);
            System.out.printf("%s: %d of %d = %.4f%n", what, hits, of, (double) hits / of);
          });
    }
  }
}
