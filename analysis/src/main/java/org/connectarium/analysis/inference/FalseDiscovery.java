package org.connectarium.analysis.inference;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Q-values: of all discoveries with a p-value at most this one, the expected share that is
/// false.
public final class FalseDiscovery {
  private FalseDiscovery() {}

  /// Q-values after Benjamini and Hochberg; valid for independent p-values.
  ///
  /// Y. Benjamini, Y. Hochberg, *Controlling the false discovery rate*, J. Royal Statistical
  /// Society B 57, 1995,
  /// [doi:10.1111/j.2517-6161.1995.tb02031.x](https://doi.org/10.1111/j.2517-6161.1995.tb02031.x).
  ///
  /// @param p each in 0…1
  /// @return in the order of p
  /// @throws IllegalArgumentException if one is not in 0…1
  public static double[] benjaminiHochberg(double[] p) {
    return adjust(p, 1);
  }

  /// Q-values after Storey: those of Benjamini and Hochberg times the estimated share of true
  /// nulls, π₀ = #(p > λ) / ((1 − λ) m), at most 1. Not for discrete p-values, which pile up at
  /// 1.
  ///
  /// J. D. Storey, *A direct approach to false discovery rates*, J. Royal Statistical Society B
  /// 64, 2002, [doi:10.1111/1467-9868.00346](https://doi.org/10.1111/1467-9868.00346).
  ///
  /// @param lambda above which p-values are thought to be null, such as 0.5
  public static double[] storey(double[] p, double lambda) {
    if (!(lambda >= 0 && lambda < 1)) {
      throw new IllegalArgumentException("lambda must be in 0…1 but was " + lambda);
    }
    long above = Arrays.stream(p).filter(v -> v > lambda).count();
    return adjust(p, p.length == 0 ? 1 : Math.min(1, above / ((1 - lambda) * p.length)));
  }

  private static double[] adjust(double[] p, double nullShare) {
    for (double v : p) {
      if (!(v >= 0 && v <= 1)) {
        throw new IllegalArgumentException("p-values must be in 0…1 but one was " + v);
      }
    }
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted((a, b) -> Double.compare(p[a], p[b]))
            .mapToInt(i -> i)
            .toArray();
    double[] q = new double[p.length];
    double least = 1;
    for (int i = p.length - 1; i >= 0; i--) {
      least = Math.min(least, nullShare * p[order[i]] * p.length / (i + 1));
      q[order[i]] = least;
    }
    return q;
  }
}
