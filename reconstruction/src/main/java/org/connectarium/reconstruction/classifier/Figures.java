package org.connectarium.reconstruction.classifier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.connectarium.reconstruction.accuracy.OperatingPoint;
import org.connectarium.reconstruction.accuracy.PrecisionRecall;
import org.connectarium.reconstruction.calibration.Reliability;

/// How good a classifier was on folds that it had not seen.
///
/// @param rows that were predicted
/// @param positives among them
/// @param folds how many
/// @param averagePrecision of the probabilities, 0 … 1
/// @param calibrationError expected calibration error over 10 bins of equal width
/// @param calibrationErrorEqualMass the same over 10 bins of equal mass
/// @param brier Brier score
/// @param logLoss in nats
/// @param operatingPoints thresholds on the probability by name: `half` (0.5), `bestF1`, and
///     `precision90`, `precision95`, `precision99` (largest recall at that precision); those that
///     no threshold reaches are missing
public record Figures(
    int rows,
    int positives,
    int folds,
    double averagePrecision,
    double calibrationError,
    double calibrationErrorEqualMass,
    double brier,
    double logLoss,
    Map<String, OperatingPoint> operatingPoints) {
  private static final int BINS = 10;
  private static final List<Integer> PERCENT = List.of(90, 95, 99);

  public Figures {
    operatingPoints = Map.copyOf(operatingPoints);
    for (double value :
        List.of(averagePrecision, calibrationError, calibrationErrorEqualMass, brier, logLoss)) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("A figure is " + value);
      }
    }
  }

  /// Figures of probabilities.
  ///
  /// @throws IllegalArgumentException if lengths differ or nothing is positive
  public static Figures of(double[] probability, boolean[] positive, float[] weight, int folds) {
    PrecisionRecall curve = PrecisionRecall.of(probability, positive, weight);
    int positives = 0;
    for (boolean p : positive) {
      positives += p ? 1 : 0;
    }
    return new Figures(
        positive.length,
        positives,
        folds,
        curve.averagePrecision(),
        Reliability.equalWidth(probability, positive, weight, BINS).calibrationError(),
        Reliability.equalMass(probability, positive, weight, BINS).calibrationError(),
        Reliability.brier(probability, positive, weight),
        Reliability.logLoss(probability, positive, weight),
        points(curve));
  }

  private static Map<String, OperatingPoint> points(PrecisionRecall curve) {
    Map<String, OperatingPoint> points = new LinkedHashMap<>();
    put(points, "half", curve.at(0.5));
    put(points, "bestF1", curve.bestF1());
    for (int percent : PERCENT) {
      put(points, "precision" + percent, curve.withPrecision(percent / 100.0));
    }
    return points;
  }

  private static void put(
      Map<String, OperatingPoint> points, String name, Optional<OperatingPoint> point) {
    point.ifPresent(p -> points.put(name, p));
  }
}
