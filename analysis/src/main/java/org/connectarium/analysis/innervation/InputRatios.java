package org.connectarium.analysis.innervation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.connectarium.analysis.inference.FalseDiscovery;
import org.connectarium.analysis.inference.Interval;
import org.connectarium.analysis.synapses.TargetCounts;
import org.connectarium.analysis.synapses.UncertainCounts;
import org.connectarium.analysis.uncertainty.Uncertainty;

/// Shares of inputs that neurites receive, such as TC / (TC + CC), against chance.
///
/// Null: each synapse of a neurite is of the numerator, of the rest of the denominator, or of
/// another class, with the pooled shares, alone. The distribution of the ratio for each number of
/// synapses is exact: m synapses of the denominator are binomial, those of the numerator among
/// them are binomial again. A neurite without any has the ratio 0.
///
/// @param pooled ratio over all synapses
/// @param neurites one entry per row of the counts
/// @param histogram neurites per bin of the ratio, observed and expected; equal bins of 0…1, the
///     last closed
public record InputRatios(double pooled, List<Neurite> neurites, List<Bin> histogram) {

  /// Keeps copies.
  public InputRatios {
    neurites = List.copyOf(neurites);
    histogram = List.copyOf(histogram);
  }

  /// One neurite.
  ///
  /// @param neurite its number
  /// @param synapses all of its synapses
  /// @param numerator those of the numerator
  /// @param denominator those of the denominator
  /// @param ratio numerator over denominator; 0 without any
  /// @param lowerP chance of a ratio at most this one
  /// @param upperP chance of a ratio at least this one
  public record Neurite(
      int neurite,
      int synapses,
      int numerator,
      int denominator,
      double ratio,
      double lowerP,
      double upperP) {}

  /// One bin of the histogram.
  ///
  /// @param from lower end
  /// @param observed neurites
  /// @param expected neurites by chance
  public record Bin(double from, int observed, double expected) {}

  static InputRatios of(TargetCounts counts, List<String> numerator, List<String> rest, int bins) {
    int[] top = columns(counts, numerator);
    int[] other = columns(counts, rest);
    long tops = 0;
    long others = 0;
    int[] a = new int[counts.rows()];
    int[] m = new int[counts.rows()];
    for (int row = 0; row < a.length; row++) {
      a[row] = sum(counts, row, top);
      m[row] = a[row] + sum(counts, row, other);
      tops += a[row];
      others += m[row] - a[row];
    }
    if (tops + others == 0) {
      throw new IllegalArgumentException(
          "no synapse is of " + numerator + " or " + rest + "; there is no ratio");
    }
    Chance chance =
        new Chance((double) (tops + others) / counts.synapses(), (double) tops / (tops + others));
    List<Neurite> neurites = new ArrayList<>();
    int[] observed = new int[bins];
    for (int row = 0; row < a.length; row++) {
      int n = counts.synapses(row);
      double ratio = m[row] == 0 ? 0 : (double) a[row] / m[row];
      observed[Math.min(bins - 1, (int) (ratio * bins))]++;
      neurites.add(
          new Neurite(
              counts.neurite(row),
              n,
              a[row],
              m[row],
              ratio,
              chance.atMost(n, a[row], m[row]),
              chance.atLeast(n, a[row], m[row])));
    }
    double[] expected = chance.histogram(counts.totals(), bins);
    List<Bin> histogram = new ArrayList<>();
    for (int b = 0; b < bins; b++) {
      histogram.add(new Bin((double) b / bins, observed[b], expected[b]));
    }
    return new InputRatios((double) tops / (tops + others), neurites, histogram);
  }

  /// Neurites whose ratio is too low or too high for chance: two-sided q-values after Benjamini
  /// and Hochberg of min (1, 2 · the smaller p), in the order of [#neurites()].
  public double[] qValues() {
    return FalseDiscovery.benjaminiHochberg(
        neurites.stream()
            .mapToDouble(n -> Math.min(1, 2 * Math.min(n.lowerP(), n.upperP())))
            .toArray());
  }

  /// Numerator over denominator of a row; NaN without any.
  static double ratio(TargetCounts counts, int row, List<String> numerator, List<String> rest) {
    int top = sum(counts, row, columns(counts, numerator));
    int all = top + sum(counts, row, columns(counts, rest));
    return all == 0 ? Double.NaN : (double) top / all;
  }

  /// The exact interval of the ratio of a row over uncertain synapses.
  static Interval ratio95(
      UncertainCounts counts, int row, List<String> numerator, List<String> rest) {
    return Uncertainty.share95(
        Uncertainty.count(probabilities(counts, row, numerator)),
        Uncertainty.count(probabilities(counts, row, rest)));
  }

  private static double[] probabilities(UncertainCounts counts, int row, List<String> names) {
    return Arrays.stream(columns(counts.counts(), names))
        .mapToObj(c -> counts.probabilities(row, c))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  private static int[] columns(TargetCounts counts, List<String> names) {
    return names.stream().mapToInt(counts::column).toArray();
  }

  private static int sum(TargetCounts counts, int row, int[] columns) {
    int sum = 0;
    for (int c : columns) {
      sum += counts.count(row, c);
    }
    return sum;
  }

  /// The distribution by chance.
  ///
  /// @param inDenominator share of synapses in the denominator
  /// @param ofThose share of the numerator among them
  private record Chance(double inDenominator, double ofThose) {
    /// Sizes of the denominator whose chance is below this are left out.
    private static final double NEGLIGIBLE = 1e-16;

    double atLeast(int n, int a, int m) {
      if (m == 0 || a == 0) {
        return 1;
      }
      double[] sizes = new CountModel.Binomial(inDenominator).probabilities(n);
      double p = 0;
      for (int size = 1; size <= n; size++) {
        if (sizes[size] > NEGLIGIBLE) {
          int least = (int) (((long) a * size + m - 1) / m); // smallest b with b / size ≥ a / m
          p += sizes[size] * (1 - below(size, least - 1));
        }
      }
      return Math.min(1, p);
    }

    double atMost(int n, int a, int m) {
      double[] sizes = new CountModel.Binomial(inDenominator).probabilities(n);
      double p = sizes[0];
      for (int size = 1; size <= n; size++) {
        if (sizes[size] > NEGLIGIBLE) {
          int most = m == 0 ? 0 : (int) ((long) a * size / m); // largest b with b / size ≤ a / m
          p += sizes[size] * below(size, most);
        }
      }
      return Math.min(1, p);
    }

    private double below(int size, int most) {
      return new BinomialDistribution(null, size, ofThose).cumulativeProbability(most);
    }

    double[] histogram(int[] totals, int bins) {
      double[] expected = new double[bins];
      int[] sorted = totals.clone();
      Arrays.sort(sorted);
      for (int i = 0; i < sorted.length; ) {
        int n = sorted[i];
        int same = i;
        while (i < sorted.length && sorted[i] == n) {
          i++;
        }
        double[] sizes = new CountModel.Binomial(inDenominator).probabilities(n);
        expected[0] += (i - same) * sizes[0];
        for (int size = 1; size <= n; size++) {
          if (sizes[size] > NEGLIGIBLE) {
            double[] p = new CountModel.Binomial(ofThose).probabilities(size);
            for (int a = 0; a <= size; a++) {
              int bin = Math.min(bins - 1, (int) ((double) a / size * bins));
              expected[bin] += (i - same) * sizes[size] * p[a];
            }
          }
        }
      }
      return expected;
    }
  }
}
