package org.connectarium.reconstruction.classifier;

import org.connectarium.reconstruction.accuracy.PrecisionRecall;
import org.connectarium.reconstruction.boosting.Samples;
import org.connectarium.reconstruction.calibration.Reliability;

/// Predictions of rows by models that learnt from the other folds, with all that was chosen by
/// looking at labels: trees, features and calibration.
public final class CrossValidation {
  private final double[] scores;
  private final double[] probabilities;
  private final boolean[] positive;
  private final float[] weight;
  private final int folds;

  CrossValidation(Samples samples, double[] scores, double[] probabilities) {
    this.scores = scores;
    this.probabilities = probabilities;
    this.positive = samples.labels();
    this.weight = samples.weights();
    this.folds = samples.folds().size();
  }

  /// Scores in the order of the samples.
  public double[] scores() {
    return scores.clone();
  }

  /// Calibrated probabilities in the order of the samples.
  public double[] probabilities() {
    return probabilities.clone();
  }

  /// Precision and recall over the probability.
  public PrecisionRecall curve() {
    return PrecisionRecall.of(probabilities, positive, weight);
  }

  /// Reliability diagram with bins of equal width.
  public Reliability reliability(int bins) {
    return Reliability.equalWidth(probabilities, positive, weight, bins);
  }

  /// The figures.
  public Figures figures() {
    return Figures.of(probabilities, positive, weight, folds);
  }
}
