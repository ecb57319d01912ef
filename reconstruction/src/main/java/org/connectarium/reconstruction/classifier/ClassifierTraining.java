package org.connectarium.reconstruction.classifier;

import java.util.List;
import java.util.Set;
import org.connectarium.reconstruction.boosting.Boosted;
import org.connectarium.reconstruction.boosting.Boosting;
import org.connectarium.reconstruction.boosting.BoostingParameters;
import org.connectarium.reconstruction.boosting.Samples;
import org.connectarium.reconstruction.calibration.Calibration;
import org.connectarium.reconstruction.calibration.Reliability;

/// One training: a model for each fold, calibration, a model of all rows.
final class ClassifierTraining {
  private final Samples samples;
  private final BoostingParameters parameters;
  private final Calibration.Choice choice;
  private final Boosting.Listener listener;
  private final List<Integer> folds;
  private int trainings;

  ClassifierTraining(
      Samples samples,
      BoostingParameters parameters,
      Calibration.Choice choice,
      Boosting.Listener listener) {
    this.samples = samples;
    this.parameters = parameters;
    this.choice = choice;
    this.listener = listener;
    this.folds = samples.folds();
  }

  TrainingResult run(int threads) {
    Validation.check(samples);
    double[] scores = new double[samples.rows()];
    Boosted whole;
    try (Boosting boosting = new Boosting(samples, threads)) {
      for (int fold : folds) {
        Set<Integer> learnt = Validation.others(folds, fold);
        Validation.score(boosting, samples, parameters, learnt, fold, told(), scores);
      }
      whole = boosting.train(parameters, told());
    }
    return result(whole, scores);
  }

  private Boosting.Listener told() {
    int before = trainings++;
    return (done, of) -> listener.tree(before * of + done, (folds.size() + 1) * of);
  }

  private TrainingResult result(Boosted whole, double[] scores) {
    boolean[] positive = samples.labels();
    float[] weight = samples.weights();
    Calibration.Choice chosen = choice;
    double[] probabilities;
    if (choice == Calibration.Choice.BEST) {
      double[] platt = calibrated(Calibration.Choice.PLATT, scores);
      double[] isotonic = calibrated(Calibration.Choice.ISOTONIC, scores);
      boolean steps =
          Reliability.logLoss(isotonic, positive, weight)
              < Reliability.logLoss(platt, positive, weight);
      chosen = steps ? Calibration.Choice.ISOTONIC : Calibration.Choice.PLATT;
      probabilities = steps ? isotonic : platt;
    } else {
      probabilities = calibrated(choice, scores);
    }
    CrossValidation validation = new CrossValidation(samples, scores, probabilities);
    Classifier classifier =
        new Classifier(
            whole.columns().stream().map(samples.features()::get).toList(),
            whole.gains(),
            whole.trees(),
            chosen.fit(scores, positive, weight),
            parameters,
            validation.figures());
    return new TrainingResult(classifier, validation, whole.libraryText());
  }

  /// Probabilities of each fold by a calibration that was fitted on the others.
  private double[] calibrated(Calibration.Choice map, double[] scores) {
    double[] probabilities = new double[scores.length];
    for (int fold : folds) {
      int[] learnt = samples.rowsOf(Validation.others(folds, fold));
      double[] x = new double[learnt.length];
      boolean[] y = new boolean[learnt.length];
      float[] w = new float[learnt.length];
      for (int i = 0; i < learnt.length; i++) {
        x[i] = scores[learnt[i]];
        y[i] = samples.positive(learnt[i]);
        w[i] = samples.weight(learnt[i]);
      }
      Calibration calibration = map.fit(x, y, w);
      for (int row : samples.rowsOf(Set.of(fold))) {
        probabilities[row] = calibration.probability(scores[row]);
      }
    }
    return probabilities;
  }
}
