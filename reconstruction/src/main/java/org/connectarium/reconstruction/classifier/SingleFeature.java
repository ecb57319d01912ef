package org.connectarium.reconstruction.classifier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.connectarium.reconstruction.accuracy.OperatingPoint;
import org.connectarium.reconstruction.accuracy.PrecisionRecall;
import org.connectarium.reconstruction.boosting.Samples;

/// The simplest classifier: one threshold on one feature. What a trained one is worth shows beside
/// it.
///
/// @param name of the feature
/// @param falls whether lower values speak for yes
/// @param averagePrecision on the rows that it was chosen on
/// @param threshold on [#score] of the best F1 there
public record SingleFeature(String name, boolean falls, double averagePrecision, double threshold) {

  /// The feature of the highest average precision, either way round; of equal ones the first,
  /// rising before falling.
  ///
  /// @param names of the features to choose from
  /// @return empty if no row is positive
  /// @throws IllegalArgumentException if a name is none of the samples
  public static Optional<SingleFeature> best(Samples samples, List<String> names) {
    boolean[] positive = samples.labels();
    float[] weight = samples.weights();
    if (samples.positives() == 0) {
      return Optional.empty();
    }
    SingleFeature best = null;
    double most = -1;
    for (String name : names) {
      double[] values = values(samples, name);
      for (boolean falls : new boolean[] {false, true}) {
        PrecisionRecall curve =
            PrecisionRecall.of(
                falls ? Arrays.stream(values).map(v -> -v).toArray() : values, positive, weight);
        if (curve.averagePrecision() > most) {
          most = curve.averagePrecision();
          double threshold =
              curve.bestF1().map(OperatingPoint::threshold).orElse(Double.POSITIVE_INFINITY);
          best = new SingleFeature(name, falls, most, threshold);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static double[] values(Samples samples, String name) {
    int column = samples.features().indexOf(name);
    if (column < 0) {
      throw new IllegalArgumentException("The samples have no feature " + name);
    }
    float[] value = new float[1];
    double[] values = new double[samples.rows()];
    for (int i = 0; i < values.length; i++) {
      samples.copy(i, new int[] {column}, value, 0);
      values[i] = value[0];
    }
    return values;
  }

  /// What a value of the feature says; the higher, the rather yes.
  public double score(float value) {
    return falls ? -value : value;
  }
}
