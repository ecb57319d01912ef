package org.connectarium.analysis.innervation;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.TTest;
import org.connectarium.analysis.inference.Interval;
import org.connectarium.analysis.inference.LinearFit;
import org.connectarium.analysis.inference.Seeds;

/// An input ratio of dendrites against the direction in which they leave the soma.
///
/// @param line ratio against alignment to the axis, −1 (away) … 1 (along)
/// @param alongOverAway value of the line at 1 over that at −1
/// @param alongOverAway95 its interval, by 2,000 draws of dendrites with replacement
/// @param away dendrites with an alignment below −0.5
/// @param along dendrites with an alignment above 0.5
/// @param tTestP of different means of these two, two-sided, equal variances; NaN if one has
///     fewer than 2
public record DirectionEffect(
    LinearFit line,
    double alongOverAway,
    Interval alongOverAway95,
    int away,
    int along,
    double tTestP) {
  private static final int DRAWS = 2000;

  static DirectionEffect of(double[] alignment, double[] ratio, long seed) {
    LinearFit line = LinearFit.of(alignment, ratio);
    double[] away = chosen(alignment, ratio, -1);
    double[] along = chosen(alignment, ratio, 1);
    double p =
        away.length < 2 || along.length < 2
            ? Double.NaN
            : new TTest().homoscedasticTTest(away, along);
    double[] drawn = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      drawn[draw] = drawn(alignment, ratio, Seeds.random(seed, draw));
    }
    return new DirectionEffect(
        line,
        line.at(1) / line.at(-1),
        Interval.percentile(drawn, 0.95),
        away.length,
        along.length,
        p);
  }

  private static double[] chosen(double[] alignment, double[] ratio, int sign) {
    return IntStream.range(0, ratio.length)
        .filter(i -> sign * alignment[i] > 0.5)
        .mapToDouble(i -> ratio[i])
        .toArray();
  }

  /// The quotient for a draw with replacement; NaN if all drawn dendrites have one direction.
  private static double drawn(double[] alignment, double[] ratio, SplittableRandom random) {
    int n = ratio.length;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(n);
      x += alignment[j];
      y += ratio[j];
      xx += alignment[j] * alignment[j];
      xy += alignment[j] * ratio[j];
    }
    double slope = (xy - x * y / n) / (xx - x * x / n);
    double intercept = (y - slope * x) / n;
    return (intercept + slope) / (intercept - slope);
  }
}
