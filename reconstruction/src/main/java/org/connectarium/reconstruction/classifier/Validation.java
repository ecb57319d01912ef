package org.connectarium.reconstruction.classifier;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.boosting.Boosted;
import org.connectarium.reconstruction.boosting.Boosting;
import org.connectarium.reconstruction.boosting.BoostingParameters;
import org.connectarium.reconstruction.boosting.Samples;

/// Which folds are learnt from for which.
final class Validation {
  private Validation() {}

  /// Scores of a fold by a model that learnt from others, at the places of its rows.
  static void score(
      Boosting boosting,
      Samples samples,
      BoostingParameters parameters,
      Set<Integer> learnt,
      int fold,
      Boosting.Listener listener,
      double[] scores) {
    Boosted model = boosting.train(samples.rowsOf(learnt), parameters, listener);
    int[] rows = samples.rowsOf(Set.of(fold));
    double[] predicted = model.scores(samples, rows);
    for (int i = 0; i < rows.length; i++) {
      scores[rows[i]] = predicted[i];
    }
  }

  /// All folds but one.
  static Set<Integer> others(List<Integer> folds, int fold) {
    Set<Integer> others = new HashSet<>(folds);
    others.remove(fold);
    return others;
  }

  /// Refuses samples that cannot be cross-validated.
  static void check(Samples samples) {
    List<Integer> folds = samples.folds();
    if (folds.size() < 2) {
      throw new BadInputException(
          "The training data lie in "
              + folds.size()
              + " fold; cross-validation needs two, so label contacts in several parts of space");
    }
    for (int fold : folds) {
      int[] rows = samples.rowsOf(others(folds, fold));
      int positive = positives(samples, rows);
      if (positive == 0 || positive == rows.length) {
        throw new BadInputException(
            "Without fold "
                + fold
                + " "
                + positive
                + " of "
                + rows.length
                + " rows are positive; both classes are needed outside each fold, so label more or"
                + " cut space differently");
      }
    }
  }

  static int positives(Samples samples, int[] rows) {
    int positive = 0;
    for (int row : rows) {
      positive += samples.positive(row) ? 1 : 0;
    }
    return positive;
  }
}
