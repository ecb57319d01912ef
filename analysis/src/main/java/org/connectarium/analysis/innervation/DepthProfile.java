package org.connectarium.analysis.innervation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.connectarium.analysis.inference.Interval;
import org.connectarium.analysis.inference.LinearFit;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.uncertainty.Uncertainty;

/// The share of a class of synapses along an axis, such as TC / (TC + CC) along the depth of the
/// cortex: bins of equal width and a straight line through them.
///
/// @param bins those that hold a synapse of the denominator
/// @param line share against the middle of the bin, per µm; each bin counts the same
public record DepthProfile(List<Bin> bins, LinearFit line) {

  /// Keeps a copy.
  public DepthProfile {
    bins = List.copyOf(bins);
  }

  /// One bin.
  ///
  /// @param fromUm lower end
  /// @param toUm upper end
  /// @param numerator synapses of the class
  /// @param denominator synapses of the class and of what it is compared with
  public record Bin(double fromUm, double toUm, int numerator, int denominator) {
    /// Numerator over denominator.
    public double share() {
      return (double) numerator / denominator;
    }
  }

  /// Where bins lie.
  ///
  /// @param fromUm start of the first
  /// @param toUm end of the last; a last bin that does not fit is left out
  /// @param binUm width
  public record Range(double fromUm, double toUm, double binUm) {
    /// Refuses ranges that hold no bin.
    public Range {
      if (!(binUm > 0) || !(toUm - fromUm >= binUm)) {
        throw new IllegalArgumentException(
            "bins of "
                + binUm
                + " µm do not fit between "
                + fromUm
                + " and "
                + toUm
                + " µm; choose a smaller one");
      }
    }

    /// How many bins there are.
    public int bins() {
      return (int) Math.floor((toUm - fromUm) / binUm + 1e-9);
    }
  }

  static DepthProfile of(double[] depthUm, boolean[] inNumerator, Range range) {
    List<Bin> bins = bins(depthUm, inNumerator, range);
    return new DepthProfile(bins, line(bins));
  }

  static Interval slope95(
      double[] depthUm,
      boolean[] inNumerator,
      double[] probabilities,
      Range range,
      int draws,
      long seed,
      Workers workers) {
    if (draws == 0 || Arrays.stream(probabilities).allMatch(p -> p == 1)) {
      return new Interval(Double.NaN, Double.NaN);
    }
    return Uncertainty.overDetections(
            probabilities,
            real -> {
              int[] kept = real.stream().toArray();
              double[] um = Arrays.stream(kept).mapToDouble(i -> depthUm[i]).toArray();
              boolean[] top = new boolean[kept.length];
              for (int i = 0; i < kept.length; i++) {
                top[i] = inNumerator[kept[i]];
              }
              List<Bin> bins = bins(um, top, range);
              return bins.size() < 3 ? Double.NaN : line(bins).slope();
            },
            draws,
            seed,
            workers)
        .interval95();
  }

  private static LinearFit line(List<Bin> bins) {
    return LinearFit.of(
        bins.stream().mapToDouble(b -> (b.fromUm() + b.toUm()) / 2).toArray(),
        bins.stream().mapToDouble(Bin::share).toArray());
  }

  /// The bins alone; those that hold no synapse are left out.
  ///
  /// @throws IllegalArgumentException if lengths differ
  public static List<Bin> bins(double[] depthUm, boolean[] inNumerator, Range range) {
    if (depthUm.length != inNumerator.length) {
      throw new IllegalArgumentException(
          "one depth per synapse is needed but there were "
              + depthUm.length
              + " for "
              + inNumerator.length);
    }
    int[] numerator = new int[range.bins()];
    int[] denominator = new int[range.bins()];
    for (int i = 0; i < depthUm.length; i++) {
      double at = Math.floor((depthUm[i] - range.fromUm()) / range.binUm());
      if (at >= 0 && at < denominator.length) {
        denominator[(int) at]++;
        numerator[(int) at] += inNumerator[i] ? 1 : 0;
      }
    }
    List<Bin> bins = new ArrayList<>();
    for (int b = 0; b < denominator.length; b++) {
      if (denominator[b] > 0) {
        double from = range.fromUm() + b * range.binUm();
        bins.add(new Bin(from, from + range.binUm(), numerator[b], denominator[b]));
      }
    }
    return bins;
  }
}
