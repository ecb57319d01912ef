package org.connectarium.analysis.uncertainty;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.connectarium.analysis.inference.Interval;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.analysis.inference.Workers;

/// Carries the probabilities of synapses, contacts and types into a statistic.
///
/// Assumes that detections are right or wrong independently of each other, and that probabilities
/// are calibrated. Errors of contacts are not independent for synapses: a wrong join moves all
/// synapses behind it; so contacts are drawn, and what they join follows ([#overContacts]).
public final class Uncertainty {
  private static final double NEGLIGIBLE = 1e-20;

  private Uncertainty() {}

  /// A statistic over draws.
  ///
  /// @param mean of the draws
  /// @param deviation of the draws
  /// @param interval95 between which 95 % of them lie
  public record Spread(double mean, double deviation, Interval interval95) {}

  /// The number of real ones among independent things (Poisson-binomial distribution), exactly:
  /// one convolution per thing.
  ///
  /// Cost: things × counts of more than negligible probability, some 20 deviations.
  ///
  /// @param probabilities each 0…1
  /// @throws IllegalArgumentException if one is not
  public static CertainCount count(double[] probabilities) {
    check(probabilities);
    double[] p = new double[probabilities.length + 2];
    p[0] = 1;
    int from = 0;
    int to = 0;
    double mean = 0;
    double variance = 0;
    for (double real : probabilities) {
      for (int k = to + 1; k > from; k--) {
        p[k] = p[k] * (1 - real) + p[k - 1] * real;
      }
      p[from] *= 1 - real;
      to++;
      while (from < to && p[from] < NEGLIGIBLE) {
        p[from++] = 0;
      }
      while (to > from && p[to] < NEGLIGIBLE) {
        p[to--] = 0;
      }
      mean += real;
      variance += real * (1 - real);
    }
    return new CertainCount(
        mean,
        Math.sqrt(variance),
        new Interval(edge(p, from, 1), edge(p, to, -1)),
        from,
        Arrays.stream(p, from, to + 1).boxed().toList());
  }

  /// The share that real ones of one kind have of all real ones, exactly: both numbers are
  /// Poisson-binomial and independent. Draws without any real one have no share and are left out.
  ///
  /// Cost: the product of both ranges of counts.
  ///
  /// @param inside number of the kind, of [#count]
  /// @param outside number of all others
  /// @return interval in which at least 95 % of the probability lies, at most 2.5 % on either side;
  ///     NaN to NaN if nothing can be real
  public static Interval share95(CertainCount inside, CertainCount outside) {
    TreeMap<Double, Double> mass = new TreeMap<>();
    double all = 0;
    for (int k = inside.from(); k < inside.from() + inside.probabilities().size(); k++) {
      for (int m = outside.from(); m < outside.from() + outside.probabilities().size(); m++) {
        double p = inside.probability(k) * outside.probability(m);
        if (k + m > 0 && p > 0) {
          mass.merge((double) k / (k + m), p, Double::sum);
          all += p;
        }
      }
    }
    return new Interval(edge(mass, 0.025 * all), edge(mass.descendingMap(), 0.025 * all));
  }

  /// The first value that leaves no more than so much behind it.
  private static double edge(Map<Double, Double> mass, double most) {
    double passed = 0;
    for (Map.Entry<Double, Double> value : mass.entrySet()) {
      passed += value.getValue();
      if (passed > most) {
        return value.getKey();
      }
    }
    return Double.NaN;
  }

  /// The first count, from one side, that leaves no more than 2.5 % behind it.
  private static int edge(double[] p, int start, int step) {
    double passed = 0;
    int at = start;
    while (passed + p[at] <= 0.025) {
      passed += p[at];
      at += step;
    }
    return at;
  }

  /// The mean and spread of a sum of sizes of uncertain things, such as the area of a connection:
  /// Σ p a and √ Σ p (1 − p) a²; the interval is that of a normal distribution, for many things.
  public static Spread sum(double[] probabilities, double[] sizes) {
    check(probabilities);
    if (sizes.length != probabilities.length) {
      throw new IllegalArgumentException(
          "one size per probability is needed but there were "
              + sizes.length
              + " for "
              + probabilities.length);
    }
    double mean = 0;
    double variance = 0;
    for (int i = 0; i < sizes.length; i++) {
      double p = probabilities[i];
      mean += p * sizes[i];
      variance += p * (1 - p) * sizes[i] * sizes[i];
    }
    double deviation = Math.sqrt(variance);
    double half = 1.959963984540054 * deviation;
    return new Spread(mean, deviation, new Interval(mean - half, mean + half));
  }

  /// Any statistic of things of which each is real with its probability.
  ///
  /// @param statistic of the numbers of the real ones; NaN where it has none, which is left out
  /// @param draws such as 1,000
  public static Spread overDetections(
      double[] probabilities,
      ToDoubleFunction<BitSet> statistic,
      int draws,
      long seed,
      Workers workers) {
    check(probabilities);
    return spread(
        workers.map(
            draws, draw -> statistic.applyAsDouble(real(probabilities, Seeds.random(seed, draw)))));
  }

  /// Any statistic of what uncertain contacts join: each contact joins its two segments with its
  /// probability; segments that are joined have the same label.
  ///
  /// @param segments how many there are
  /// @param ends two segments per contact, side by side
  /// @param probabilities one per contact
  /// @param statistic of labels, the lowest segment of each object, one per segment
  /// @throws IllegalArgumentException if a contact has no two segments
  public static Spread overContacts(
      int segments,
      int[] ends,
      double[] probabilities,
      ToDoubleFunction<int[]> statistic,
      int draws,
      long seed,
      Workers workers) {
    check(probabilities);
    if (ends.length != 2 * probabilities.length
        || Arrays.stream(ends).anyMatch(s -> s < 0 || s >= segments)) {
      throw new IllegalArgumentException(
          "two segments below " + segments + " per contact are needed, side by side");
    }
    return spread(
        workers.map(
            draws,
            draw ->
                statistic.applyAsDouble(
                    joined(segments, ends, real(probabilities, Seeds.random(seed, draw))))));
  }

  private static BitSet real(double[] probabilities, SplittableRandom random) {
    BitSet real = new BitSet(probabilities.length);
    for (int i = 0; i < probabilities.length; i++) {
      real.set(i, random.nextDouble() < probabilities[i]);
    }
    return real;
  }

  private static int[] joined(int segments, int[] ends, BitSet contacts) {
    int[] parent = new int[segments];
    Arrays.setAll(parent, i -> i);
    for (int c = contacts.nextSetBit(0); c >= 0; c = contacts.nextSetBit(c + 1)) {
      int a = root(parent, ends[2 * c]);
      int b = root(parent, ends[2 * c + 1]);
      parent[Math.max(a, b)] = Math.min(a, b);
    }
    for (int i = 0; i < segments; i++) {
      parent[i] = parent[parent[i]]; // parents are lower and done before
    }
    return parent;
  }

  private static int root(int[] parent, int of) {
    int at = of;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /// Several statistics of the same draws.
  ///
  /// @param statistics of a draw; NaN where it has none, which is left out
  /// @return one spread per statistic; empty if there were no draws
  public static List<Spread> overDraws(
      int draws, long seed, Workers workers, Function<SplittableRandom, double[]> statistics) {
    List<double[]> drawn = workers.map(draws, draw -> statistics.apply(Seeds.random(seed, draw)));
    int width = draws == 0 ? 0 : drawn.getFirst().length;
    return IntStream.range(0, width)
        .mapToObj(i -> spread(drawn.stream().map(values -> values[i]).toList()))
        .toList();
  }

  private static Spread spread(List<Double> drawn) {
    double[] values = drawn.stream().mapToDouble(v -> v).filter(v -> !Double.isNaN(v)).toArray();
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return new Spread(
        mean, Math.sqrt(squares / (values.length - 1)), Interval.percentile(values, 0.95));
  }

  private static void check(double[] probabilities) {
    for (int i = 0; i < probabilities.length; i++) {
      if (!(probabilities[i] >= 0 && probabilities[i] <= 1)) {
        throw new IllegalArgumentException(
            "probabilities must be in 0…1 but number " + i + " was " + probabilities[i]);
      }
    }
  }
}
