package org.connectarium.reconstruction.calibration;

/// A sigmoid: p = 1 / (1 + e^(a·score + b)).
///
/// Method: H.-T. Lin, C.-J. Lin, R. C. Weng, *A note on Platt's probabilistic outputs for support
/// vector machines*, Machine Learning 68, 2007,
/// [doi:10.1007/s10994-007-5018-6](https://doi.org/10.1007/s10994-007-5018-6): Newton steps with
/// backtracking on targets (N₊ + 1) / (N₊ + 2) and 1 / (N₋ + 2). Differs from the paper: rows have
/// weights, and N₊ and N₋ are sums of weights.
///
/// @param a below 0 where larger scores mean positive
/// @param b offset
public record Platt(double a, double b) implements Calibration {
  private static final int MOST_STEPS = 100;
  private static final double SMALLEST_STEP = 1e-10;
  private static final double RIDGE = 1e-12;
  private static final double GRADIENT = 1e-5;
  private static final double ARMIJO = 1e-4;

  public Platt {
    if (!Double.isFinite(a) || !Double.isFinite(b)) {
      throw new IllegalArgumentException("A sigmoid cannot have a = " + a + ", b = " + b);
    }
  }

  @Override
  public double probability(double score) {
    double z = a * score + b;
    return z >= 0 ? Math.exp(-z) / (1 + Math.exp(-z)) : 1 / (1 + Math.exp(z));
  }

  /// Fits a sigmoid.
  ///
  /// @throws IllegalArgumentException if lengths differ, a score is not finite, or a class is empty
  public static Platt fit(double[] scores, boolean[] positive, float[] weight) {
    Weighted.checkClasses(scores, positive, weight);
    return new Newton(scores, positive, weight).solve();
  }

  private static final class Newton {
    private final double[] scores;
    private final boolean[] positive;
    private final float[] weight;
    private final double high;
    private final double low;
    private double a;
    private double b;

    Newton(double[] scores, boolean[] positive, float[] weight) {
      this.scores = scores;
      this.positive = positive;
      this.weight = weight;
      double plus = Weighted.sum(positive, weight, true);
      double minus = Weighted.sum(positive, weight, false);
      high = (plus + 1) / (plus + 2);
      low = 1 / (minus + 2);
      b = Math.log((minus + 1) / (plus + 1));
    }

    Platt solve() {
      double loss = loss(a, b);
      for (int step = 0; step < MOST_STEPS; step++) {
        double h11 = RIDGE;
        double h22 = RIDGE;
        double h21 = 0;
        double g1 = 0;
        double g2 = 0;
        Platt now = new Platt(a, b);
        for (int i = 0; i < scores.length; i++) {
          double p = now.probability(scores[i]);
          double curve = weight[i] * p * (1 - p);
          double slope = weight[i] * (target(i) - p);
          h11 += scores[i] * scores[i] * curve;
          h22 += curve;
          h21 += scores[i] * curve;
          g1 += scores[i] * slope;
          g2 += slope;
        }
        if (Math.abs(g1) < GRADIENT && Math.abs(g2) < GRADIENT) {
          break;
        }
        double det = h11 * h22 - h21 * h21;
        double da = -(h22 * g1 - h21 * g2) / det;
        double db = -(-h21 * g1 + h11 * g2) / det;
        double next = descend(loss, da, db, g1 * da + g2 * db);
        if (!(next < loss)) {
          break;
        }
        loss = next;
      }
      return new Platt(a, b);
    }

    /// Halves the step until it lowers the loss enough; the loss then, or the old one.
    private double descend(double loss, double da, double db, double slope) {
      for (double step = 1; step >= SMALLEST_STEP; step /= 2) {
        double next = loss(a + step * da, b + step * db);
        if (next < loss + ARMIJO * step * slope) {
          a += step * da;
          b += step * db;
          return next;
        }
      }
      return loss;
    }

    private double target(int i) {
      return positive[i] ? high : low;
    }

    private double loss(double atA, double atB) {
      double sum = 0;
      for (int i = 0; i < scores.length; i++) {
        double z = atA * scores[i] + atB;
        double t = target(i);
        sum +=
            weight[i]
                * (z >= 0
                    ? t * z + Math.log1p(Math.exp(-z))
                    : (t - 1) * z + Math.log1p(Math.exp(z)));
      }
      return sum;
    }
  }
}
