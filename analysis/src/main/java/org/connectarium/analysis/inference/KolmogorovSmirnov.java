package org.connectarium.analysis.inference;

import java.util.Arrays;

/// One-sided tests of Kolmogorov and Smirnov, which Commons Math has two-sided only.
///
/// @param statistic D, the largest excess of one distribution function over the other, 0…1
/// @param p of an excess at least as large
/// @param at where it is reached; NaN if D = 0
public record KolmogorovSmirnov(double statistic, double p, double at) {
  /// Sizes up to which the p of two samples is exact, as number of cells of the lattice.
  private static final long EXACT_CELLS = 100_000_000;

  private static final double SAME = 1e-12;

  /// Whether the first sample is smaller than the second: D = max (F₁ − F₂).
  ///
  /// p is exact (paths on a lattice) up to sizes with n · m ≤ 10⁸, by the expansion of Hodges
  /// above. Ties make it too large, never too small.
  ///
  /// J. L. Hodges, *The significance probability of the Smirnov two-sample test*, Arkiv för
  /// Matematik 3, 1958, [doi:10.1007/BF02589501](https://doi.org/10.1007/BF02589501).
  ///
  /// @throws IllegalArgumentException if a sample is empty or holds NaN
  public static KolmogorovSmirnov firstSmaller(double[] first, double[] second) {
    double[] a = sorted(first);
    double[] b = sorted(second);
    long best = 0; // D times n m, exact in integers
    double at = Double.NaN;
    int i = 0;
    int j = 0;
    while (i < a.length) {
      double x = a[i];
      while (i < a.length && a[i] == x) {
        i++;
      }
      while (j < b.length && b[j] <= x) {
        j++;
      }
      long excess = (long) i * b.length - (long) j * a.length;
      if (excess > best) {
        best = excess;
        at = x;
      }
    }
    double d = (double) best / ((double) a.length * b.length);
    boolean exact = (long) a.length * b.length <= EXACT_CELLS;
    return new KolmogorovSmirnov(
        d, exact ? exact(a.length, b.length, best) : expansion(a.length, b.length, d), at);
  }

  /// p of a one-sample excess D over a discrete distribution, exact for independent draws: the
  /// counts up to each value are a chain whose states are walked through. Cost n² per value.
  ///
  /// Same result as W. J. Conover, *A Kolmogorov goodness-of-fit test for discontinuous
  /// distributions*, J. American Statistical Association 67, 1972,
  /// [doi:10.1080/01621459.1972.10481254](https://doi.org/10.1080/01621459.1972.10481254).
  ///
  /// @param cumulative null distribution function at its values in ascending order; the last is 1
  /// @param n size of the sample
  /// @param d largest F₀ − F of the sample
  public static double discreteP(double[] cumulative, int n, double d) {
    if (d <= SAME) {
      return 1;
    }
    double[] now = new double[n + 1];
    now[0] = 1;
    double before = 0;
    double p = 0;
    for (double here : cumulative) {
      double share = before >= 1 ? 1 : Math.min(1, (here - before) / (1 - before));
      double[] next = new double[n + 1];
      for (int a = 0; a <= n; a++) {
        if (now[a] > 0) {
          spread(now[a], a, n, share, next);
        }
      }
      for (int b = 0; b <= n; b++) {
        if (here - (double) b / n >= d - SAME) {
          p += next[b];
          next[b] = 0;
        }
      }
      now = next;
      before = here;
    }
    return Math.min(1, p);
  }

  /// The limit for large samples, exp(−2 n D²); too large for discrete distributions.
  public static double asymptoticP(int n, double d) {
    return Math.min(1, Math.exp(-2.0 * n * d * d));
  }

  /// Adds the states that follow a count: a + Binomial(n − a, share).
  private static void spread(double weight, int a, int n, double share, double[] next) {
    int left = n - a;
    if (share >= 1) {
      next[n] += weight;
      return;
    }
    double term = weight * Math.pow(1 - share, left);
    for (int k = 0; k <= left; k++) {
      next[a + k] += term;
      term *= share / (1 - share) * (left - k) / (k + 1);
    }
  }

  /// Share of lattice paths from (0, 0) to (n, m) that touch i m − j n ≥ excess.
  private static double exact(int n, int m, long excess) {
    if (excess <= 0) {
      return 1;
    }
    // touched[j]: probability that a random order of the first i + j draws touched the bound
    double[] touched = new double[m + 1];
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j <= m; j++) {
        if ((long) i * m - (long) j * n >= excess) {
          touched[j] = 1;
        } else if (i + j > 0) {
          // of the orders that lead here, i / (i + j) end with a draw of the first sample
          double fromFirst = touched[j] * i;
          double fromSecond = j == 0 ? 0 : touched[j - 1] * j;
          touched[j] = (fromFirst + fromSecond) / (i + j);
        }
      }
    }
    return Math.min(1, touched[m]);
  }

  private static double expansion(int first, int second, double d) {
    double m = Math.max(first, second);
    double n = Math.min(first, second);
    double z = Math.sqrt(m * n / (m + n)) * d;
    return Math.clamp(
        Math.exp(-2 * z * z - 2 * z * (m + 2 * n) / Math.sqrt(m * n * (m + n)) / 3), 0, 1);
  }

  private static double[] sorted(double[] sample) {
    double[] copy = sample.clone();
    Arrays.sort(copy);
    if (copy.length == 0 || Double.isNaN(copy[copy.length - 1])) {
      throw new IllegalArgumentException(
          "a sample of numbers is needed but it "
              + (copy.length == 0 ? "was empty" : "held a value that is not a number"));
    }
    return copy;
  }
}
