package org.connectarium.reconstruction.calibration;

/// A rising map from scores to probabilities.
///
/// It is fitted on scores of rows that the model did not learn from, at the frequencies at which
/// the classes occur: costs of errors, which move the scores, are undone by it.
public sealed interface Calibration permits Platt, Isotonic {
  /// The probability, 0 … 1, that a row of this score is positive.
  double probability(double score);

  /// Which map is fitted.
  enum Choice {
    /// A sigmoid, [Platt].
    PLATT,
    /// Steps, [Isotonic].
    ISOTONIC,
    /// Whichever has the lower log loss on folds that it was not fitted on; a sigmoid if equal.
    BEST;

    /// Fits the map.
    ///
    /// @param scores finite
    /// @param positive label of each score
    /// @param weight of each score, above 0
    /// @throws IllegalArgumentException if lengths differ, a class is empty, or the choice is
    ///     [#BEST], which needs folds
    public Calibration fit(double[] scores, boolean[] positive, float[] weight) {
      return switch (this) {
        case PLATT -> Platt.fit(scores, positive, weight);
        case ISOTONIC -> Isotonic.fit(scores, positive, weight);
        case BEST -> throw new IllegalArgumentException("BEST is chosen over folds");
      };
    }
  }
}
