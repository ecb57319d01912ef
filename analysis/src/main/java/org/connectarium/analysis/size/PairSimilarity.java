package org.connectarium.analysis.size;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.connectarium.analysis.inference.Interval;
import org.connectarium.analysis.inference.KolmogorovSmirnov;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.analysis.inference.Workers;

/// Whether the synapses of a pair are more alike than those of pairs by chance.
///
/// @param pairs number of pairs
/// @param meanCv mean coefficient of variation
/// @param meanCvByChance the same over all shuffles
/// @param test whether coefficients are smaller than those of one shuffle (FocusEM: seed 0)
/// @param p of so large a difference by chance: the largest excess of the distribution function
///     of the pairs over that of all shuffles, compared with that of each shuffle; exact level
/// @param learnedFraction that largest excess: pairs that are more alike than chance allows
/// @param learned95 its interval, by draws of pairs with replacement
/// @param atCv where it is reached
/// @param unlearnedFraction share of pairs with a larger coefficient than that
/// @param meanLog10Ratio mean over pairs of log10 (larger / smaller size)
/// @param meanLog10RatioByChance the same over all pairs that these sizes can form, exactly
public record PairSimilarity(
    int pairs,
    double meanCv,
    double meanCvByChance,
    KolmogorovSmirnov test,
    double p,
    double learnedFraction,
    Interval learned95,
    double atCv,
    double unlearnedFraction,
    double meanLog10Ratio,
    double meanLog10RatioByChance) {
  /// Steps of the coefficient of variation in 0…√2 at which distribution functions are compared.
  private static final int STEPS = 4096;

  private static final int PER_ITEM = 20;

  static PairSimilarity of(SizePairs pairs, int shuffles, long seed, Workers workers) {
    if (pairs.size() < 2 || shuffles < 1) {
      throw new IllegalArgumentException(
          "2 pairs and 1 shuffle are needed at least but there were "
              + pairs.size()
              + ", "
              + shuffles);
    }
    float[] sizes = pairs.sizes();
    int n = pairs.size();
    int[] observed = histogram(sizes);
    int items = (shuffles + PER_ITEM - 1) / PER_ITEM;
    List<long[]> parts =
        workers.map(
            items,
            item -> {
              long[] sum = new long[STEPS];
              forEach(
                  item,
                  shuffles,
                  sizes,
                  seed,
                  h -> {
                    for (int i = 0; i < STEPS; i++) {
                      sum[i] += h[i];
                    }
                  });
              return sum;
            });
    long[] chance = new long[STEPS];
    for (long[] part : parts) {
      for (int i = 0; i < STEPS; i++) {
        chance[i] += part[i];
      }
    }
    double[] byChance = cumulative(chance, (double) n * shuffles);
    long[] all = new long[STEPS];
    Arrays.setAll(all, i -> chance[i] + observed[i]);
    double[] pool = cumulative(all, (double) n * (shuffles + 1));
    double reached = excess(observed, n, pool);
    int above =
        workers
            .map(
                items,
                item -> {
                  int[] count = new int[1];
                  forEach(
                      item,
                      shuffles,
                      sizes,
                      seed,
                      h -> count[0] += excess(h, n, pool) >= reached - 1e-12 ? 1 : 0);
                  return count[0];
                })
            .stream()
            .mapToInt(Integer::intValue)
            .sum();
    int at = place(observed, n, byChance);
    double unlearned = 0;
    for (int i = at + 1; i < STEPS; i++) {
      unlearned += (double) observed[i] / n;
    }
    return new PairSimilarity(
        n,
        mean(pairs.cvs()),
        meanByChance(chance, (double) n * shuffles),
        KolmogorovSmirnov.firstSmaller(pairs.cvs(), pairs.shuffled(seed, 0).cvs()),
        (1.0 + above) / (1.0 + shuffles),
        excess(observed, n, byChance),
        learned95(observed, n, byChance, seed),
        Math.sqrt(2) * (at + 1) / STEPS,
        unlearned,
        meanLog10Ratio(sizes),
        SizeDistribution.meanLog10Ratio(logs(sizes)));
  }

  /// Pairs per step of |a − b| / (a + b).
  private static int[] histogram(float[] sizes) {
    int[] counts = new int[STEPS];
    for (int i = 0; i < sizes.length; i += 2) {
      float a = sizes[i];
      float b = sizes[i + 1];
      counts[Math.min(STEPS - 1, (int) (Math.abs(a - b) / (a + b) * STEPS))]++;
    }
    return counts;
  }

  private static void forEach(
      int item, int shuffles, float[] sizes, long seed, Consumer<int[]> histogram) {
    float[] other = new float[sizes.length];
    for (int i = item * PER_ITEM; i < Math.min(shuffles, (item + 1) * PER_ITEM); i++) {
      System.arraycopy(sizes, 0, other, 0, sizes.length);
      SizePairs.pairUp(other, Seeds.random(seed, i));
      histogram.accept(histogram(other));
    }
  }

  private static double[] cumulative(long[] counts, double total) {
    double[] shares = new double[counts.length];
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i];
      shares[i] = sum / total;
    }
    return shares;
  }

  private static double excess(int[] counts, int pairs, double[] chance) {
    double most = 0;
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i];
      most = Math.max(most, (double) sum / pairs - chance[i]);
    }
    return most;
  }

  private static int place(int[] counts, int pairs, double[] chance) {
    double most = 0;
    int at = 0;
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i];
      if ((double) sum / pairs - chance[i] > most) {
        most = (double) sum / pairs - chance[i];
        at = i;
      }
    }
    return at;
  }

  private static Interval learned95(int[] observed, int pairs, double[] chance, long seed) {
    int[] steps = new int[pairs];
    int n = 0;
    for (int i = 0; i < STEPS; i++) {
      Arrays.fill(steps, n, n + observed[i], i);
      n += observed[i];
    }
    double[] drawn = new double[500];
    int[] counts = new int[STEPS];
    for (int draw = 0; draw < drawn.length; draw++) {
      SplittableRandom random = Seeds.random(~seed, draw);
      Arrays.fill(counts, 0);
      for (int i = 0; i < pairs; i++) {
        counts[steps[random.nextInt(pairs)]]++;
      }
      drawn[draw] = excess(counts, pairs, chance);
    }
    return Interval.percentile(drawn, 0.95);
  }

  /// The excess of the pairs' distribution function over that of a few shuffles.
  static double learnedFraction(SizePairs pairs, int shuffles, long seed) {
    float[] sizes = pairs.sizes();
    long[] chance = new long[STEPS];
    for (int item = 0; item * PER_ITEM < shuffles; item++) {
      forEach(item, shuffles, sizes, seed, h -> Arrays.setAll(chance, i -> chance[i] + h[i]));
    }
    return excess(
        histogram(sizes), pairs.size(), cumulative(chance, (double) pairs.size() * shuffles));
  }

  private static double[] logs(float[] sizes) {
    double[] logs = new double[sizes.length];
    Arrays.setAll(logs, i -> Math.log10(sizes[i]));
    return logs;
  }

  static double meanLog10Ratio(float[] sizes) {
    double sum = 0;
    for (int i = 0; i < sizes.length; i += 2) {
      sum += Math.abs(Math.log10(sizes[i]) - Math.log10(sizes[i + 1]));
    }
    return 2 * sum / sizes.length;
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  private static double meanByChance(long[] counts, double total) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i] * (i + 0.5) / STEPS;
    }
    return Math.sqrt(2) * sum / total;
  }
}
