package org.connectarium.reconstruction.classifier;

import java.util.List;
import org.connectarium.reconstruction.boosting.Boosting;
import org.connectarium.reconstruction.boosting.BoostingParameters;
import org.connectarium.reconstruction.boosting.Samples;
import org.connectarium.reconstruction.boosting.Trees;
import org.connectarium.reconstruction.calibration.Calibration;

/// Answers one yes-or-no question about a row of features with a calibrated probability.
///
/// - input: `float[]` rows × [#features()], feature fastest, finite
/// - output: scores (log-odds of the classes as weighted in training) or probabilities (of the
///   classes as frequent as in the training data)
///
/// Immutable; may be used by many threads at once.
///
/// @param features names of the values of a row, in order: only those that the trees use
/// @param gains how much each took off the loss in training
/// @param trees sum of leaves
/// @param calibration from scores to probabilities
/// @param parameters of the training
/// @param figures on folds that were not learnt from
public record Classifier(
    List<String> features,
    List<Double> gains,
    Trees trees,
    Calibration calibration,
    BoostingParameters parameters,
    Figures figures) {
  public Classifier {
    features = List.copyOf(features);
    gains = List.copyOf(gains);
    if (features.size() != trees.features() || gains.size() != trees.features()) {
      throw new IllegalArgumentException(
          "The trees want "
              + trees.features()
              + " features, but there are "
              + features.size()
              + " names and "
              + gains.size()
              + " gains");
    }
    if (features.stream().distinct().count() != features.size()) {
      throw new IllegalArgumentException("A feature is named twice");
    }
    for (double gain : gains) {
      if (!(gain >= 0) || gain == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException("A gain is " + gain);
      }
    }
  }

  /// Trains a classifier, validates it over the folds of the samples and calibrates it.
  ///
  /// For each fold a model learns from all others, choice of features included, and scores it. On
  /// these scores the calibration is fitted. The classifier itself learns from all rows.
  ///
  /// Same samples, parameters and choice: same classifier, whatever the number of threads. The
  /// order of the rows chooses those that each tree sees; where trees see all rows
  /// ([BoostingParameters#rowShare] 1) another order changes no more than rounding.
  ///
  /// @param choice of the calibration
  /// @param threads of LightGBM
  /// @param listener told after each tree of all trainings together; may throw to stop
  /// @throws org.connectarium.ingest.volume.BadInputException if there are fewer than two folds, or
  ///     without one of them a class is empty
  public static TrainingResult train(
      Samples samples,
      BoostingParameters parameters,
      Calibration.Choice choice,
      int threads,
      Boosting.Listener listener) {
    return new ClassifierTraining(samples, parameters, choice, listener).run(threads);
  }

  /// Scores of rows.
  ///
  /// @param rows at least n × features, finite
  /// @param out takes n scores
  /// @throws IllegalArgumentException if an array is too short, or a value is NaN or infinite
  public void scores(float[] rows, int n, double[] out) {
    trees.scores(rows, n, out);
  }

  /// Probabilities of rows.
  ///
  /// @param rows at least n × features, finite
  /// @param out takes n probabilities, 0 … 1
  /// @throws IllegalArgumentException if an array is too short, or a value is NaN or infinite
  public void probabilities(float[] rows, int n, float[] out) {
    probabilities(trees, calibration, rows, n, out);
  }

  static void probabilities(
      Trees trees, Calibration calibration, float[] rows, int n, float[] out) {
    if (out.length < n) {
      throw new IllegalArgumentException(n + " probabilities do not fit in " + out.length);
    }
    double[] scores = new double[n];
    trees.scores(rows, n, scores);
    for (int i = 0; i < n; i++) {
      out[i] = (float) calibration.probability(scores[i]);
    }
  }
}
