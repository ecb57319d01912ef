package org.connectarium.analysis.evaluation;

/// How a predicted binary mask (membrane) differs from the true one, pixel by pixel.
///
/// @param truePositives pixels set in both
/// @param falsePositives pixels set in the prediction only
/// @param falseNegatives pixels set in the truth only
public record MaskMetrics(long truePositives, long falsePositives, long falseNegatives) {

  /// Compares two masks; any value but 0 is set.
  ///
  /// @throws IllegalArgumentException if the arrays differ in length
  public static MaskMetrics of(byte[] predicted, byte[] truth) {
    if (predicted.length != truth.length) {
      throw new IllegalArgumentException(
          "Predicted mask has %d pixels but truth has %d; they must cover the same box"
              .formatted(predicted.length, truth.length));
    }
    long both = 0;
    long onlyPredicted = 0;
    long onlyTrue = 0;
    for (int i = 0; i < truth.length; i++) {
      if (predicted[i] != 0) {
        both += truth[i] != 0 ? 1 : 0;
        onlyPredicted += truth[i] == 0 ? 1 : 0;
      } else if (truth[i] != 0) {
        onlyTrue++;
      }
    }
    return new MaskMetrics(both, onlyPredicted, onlyTrue);
  }

  /// Counts of both together, for masks that are compared block by block.
  public MaskMetrics plus(MaskMetrics other) {
    return new MaskMetrics(
        truePositives + other.truePositives,
        falsePositives + other.falsePositives,
        falseNegatives + other.falseNegatives);
  }

  /// Share of the predicted pixels that are right; NaN if none is predicted.
  public double precision() {
    return (double) truePositives / (truePositives + falsePositives);
  }

  /// Share of the true pixels that are found; NaN if there is none.
  public double recall() {
    return (double) truePositives / (truePositives + falseNegatives);
  }

  /// Harmonic mean of precision and recall; NaN if both masks are empty.
  public double f1() {
    return 2.0 * truePositives / (2.0 * truePositives + falsePositives + falseNegatives);
  }
}
