package org.connectarium.analysis.innervation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.connectarium.analysis.inference.KolmogorovSmirnov;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.analysis.inference.Workers;
import org.jspecify.annotations.Nullable;

/// The fractions of synapses onto a class that are expected by chance: a discrete mixture over
/// axons, whose numbers of synapses differ.
final class NullMixture {
  /// Outcomes with a smaller tail are left out of the mixture.
  private static final double NEGLIGIBLE = 1e-15;

  /// Samples up to this size have an exact p, as in R's package dgof.
  private static final int EXACT_AXONS = 30;

  private final SynapseNumbers numbers;
  private final CountModel model;
  private final double[][] probabilities; // of each group, for each k
  private final double[][] tails;
  private final int[] kept; // outcomes k of each group that are in the mixture
  private final int[] cells; // group and k of outcomes, ascending by fraction; see cell()
  private final int[] ends; // where runs of cells with the same fraction end

  NullMixture(SynapseNumbers numbers, CountModel model) {
    this.numbers = numbers;
    this.model = model;
    probabilities = new double[numbers.distinct()][];
    tails = new double[numbers.distinct()][];
    kept = new int[numbers.distinct()];
    int total = 0;
    for (int g = 0; g < kept.length; g++) {
      probabilities[g] = model.probabilities(numbers.synapses(g));
      tails[g] = CountModel.tailsOf(probabilities[g]);
      while (kept[g] < tails[g].length && tails[g][kept[g]] > NEGLIGIBLE) {
        kept[g]++;
      }
      total += kept[g];
    }
    int[] group = new int[total];
    int[] k = new int[total];
    int next = 0;
    for (int g = 0; g < kept.length; g++) {
      for (int j = 0; j < kept[g]; j++) {
        group[next] = g;
        k[next++] = j;
      }
    }
    double[] fraction = new double[total];
    Arrays.setAll(fraction, i -> (double) k[i] / numbers.synapses(group[i]));
    int[] order =
        IntStream.range(0, total)
            .boxed()
            .sorted((a, b) -> Double.compare(fraction[a], fraction[b]))
            .mapToInt(i -> i)
            .toArray();
    cells = new int[2 * total];
    int[] found = new int[total];
    int runs = 0;
    for (int i = 0; i < total; i++) {
      cells[2 * i] = group[order[i]];
      cells[2 * i + 1] = k[order[i]];
      if (i + 1 == total || fraction[order[i]] != fraction[order[i + 1]]) {
        found[runs++] = i + 1;
      }
    }
    ends = Arrays.copyOf(found, runs);
  }

  /// Chance of at least k for an axon of a group.
  double tail(int group, int k) {
    return tails[group][k];
  }

  /// Distribution function of the p-values that axons have by chance, as steps: values ascending,
  /// and the share of axons expected at or below each.
  ExpectedP expectedP() {
    int total = 0;
    for (double[] t : tails) {
      total += t.length;
    }
    double[] p = new double[total];
    double[] weight = new double[total];
    int next = 0;
    for (int g = 0; g < tails.length; g++) {
      for (int k = 0; k < tails[g].length; k++) {
        p[next] = tails[g][k];
        weight[next++] = probabilities[g][k] * numbers.axons(g) / numbers.axons();
      }
    }
    int[] order =
        IntStream.range(0, total)
            .boxed()
            .sorted((a, b) -> Double.compare(p[a], p[b]))
            .mapToInt(i -> i)
            .toArray();
    double[] values = new double[total];
    double[] cumulative = new double[total];
    int n = 0;
    double sum = 0;
    for (int i : order) {
      sum += weight[i];
      if (n > 0 && values[n - 1] == p[i]) {
        cumulative[n - 1] = sum;
      } else {
        values[n] = p[i];
        cumulative[n++] = sum;
      }
    }
    return new ExpectedP(Arrays.copyOf(values, n), Arrays.copyOf(cumulative, n));
  }

  /// Whether observed fractions are larger than expected: D = max (F₀ − F).
  ///
  /// @param k of each axon
  KolmogorovSmirnov largerThanExpected(int[] k) {
    int[][] counts = new int[kept.length][];
    Arrays.setAll(counts, g -> new int[kept[g]]);
    for (int axon = 0; axon < k.length; axon++) {
      int g = numbers.group(axon);
      if (k[axon] < kept[g]) {
        counts[g][k[axon]]++;
      }
    }
    double d = 0;
    double at = Double.NaN;
    double[] cumulative = new double[ends.length];
    double expected = 0;
    long observed = 0;
    int cell = 0;
    for (int run = 0; run < ends.length; run++) {
      for (; cell < ends[run]; cell++) {
        int g = cells[2 * cell];
        int j = cells[2 * cell + 1];
        expected += probabilities[g][j] * numbers.axons(g) / numbers.axons();
        observed += counts[g][j];
      }
      cumulative[run] = Math.min(1, expected);
      double excess = expected - (double) observed / numbers.axons();
      if (excess > d) {
        d = excess;
        at = (double) cells[2 * cell - 1] / numbers.synapses(cells[2 * cell - 2]);
      }
    }
    cumulative[ends.length - 1] = 1;
    double p =
        numbers.axons() <= EXACT_AXONS
            ? KolmogorovSmirnov.discreteP(cumulative, numbers.axons(), d)
            : KolmogorovSmirnov.asymptoticP(numbers.axons(), d);
    return new KolmogorovSmirnov(d, p, at);
  }

  /// p of the test against this mixture by drawing counts for the same axons from it, with the
  /// pooled rate estimated again from each draw; a beta-binomial keeps its weights.
  double simulatedP(int[] k, int draws, long seed, Workers workers) {
    double d = largerThanExpected(k).statistic();
    int perItem = 50;
    int items = (draws + perItem - 1) / perItem;
    int reached =
        workers
            .map(
                items,
                item -> {
                  Draw draw = new Draw();
                  int above = 0;
                  for (int i = item * perItem; i < Math.min(draws, (item + 1) * perItem); i++) {
                    above += draw.excess(Seeds.random(seed, i)) >= d - 1e-12 ? 1 : 0;
                  }
                  return above;
                })
            .stream()
            .mapToInt(Integer::intValue)
            .sum();
    return (1.0 + reached) / (1.0 + draws);
  }

  /// Counts drawn from the mixture.
  private final class Draw {
    private final int[][] counts = new int[kept.length][];

    Draw() {
      Arrays.setAll(counts, g -> new int[kept[g]]);
    }

    double excess(SplittableRandom random) {
      long hits = 0;
      long synapses = 0;
      for (int g = 0; g < kept.length; g++) {
        Arrays.fill(counts[g], 0);
        for (int axon = 0; axon < numbers.axons(g); axon++) {
          double u = random.nextDouble();
          int k = 0;
          while (k + 1 < kept[g] && u >= probabilities[g][k]) {
            u -= probabilities[g][k++];
          }
          counts[g][k]++;
          hits += k;
        }
        synapses += (long) numbers.axons(g) * numbers.synapses(g);
      }
      double rate = (double) hits / synapses;
      return switch (model) {
        case CountModel.BetaBinomial _ -> differences(null);
        case CountModel.Binomial _ -> differences(new CountModel.Binomial(rate));
        case CountModel.Poisson _ -> differences(new CountModel.Poisson(rate));
      };
    }

    /// D of the counts against the mixture of another rate; of the same if there is none.
    private double differences(@Nullable CountModel refitted) {
      double[][] now = probabilities;
      if (refitted != null) {
        now = new double[kept.length][];
        for (int g = 0; g < kept.length; g++) {
          now[g] = upTo(refitted, numbers.synapses(g), kept[g]);
        }
      }
      double d = 0;
      double expected = 0;
      long observed = 0;
      int cell = 0;
      for (int end : ends) {
        for (; cell < end; cell++) {
          int g = cells[2 * cell];
          int j = cells[2 * cell + 1];
          expected += now[g][j] * numbers.axons(g);
          observed += counts[g][j];
        }
        d = Math.max(d, expected - observed);
      }
      return d / numbers.axons();
    }

    private static double[] upTo(CountModel model, int n, int outcomes) {
      double[] p = new double[outcomes];
      p[0] = Math.exp(model.logProbability(n, 0));
      if (p[0] == 0) {
        return Arrays.copyOf(model.probabilities(n), outcomes);
      }
      for (int k = 0; k + 1 < outcomes; k++) {
        p[k + 1] = p[k] * model.ratio(n, k);
      }
      return p;
    }
  }
}
