package org.connectarium.reconstruction.classifier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.connectarium.reconstruction.accuracy.PrecisionRecall;
import org.connectarium.reconstruction.boosting.Boosting;
import org.connectarium.reconstruction.boosting.BoostingParameters;
import org.connectarium.reconstruction.boosting.Samples;

/// How accuracy grows with the training data. Data are taken by whole folds, as an annotator adds
/// them: rows of one part of space are alike, so a share of the rows would look too good.
///
/// Each fold is predicted by a model that learnt from a share of the others: of those that follow
/// it, in the order of their numbers and around the end, the first ⌈share · (folds − 1)⌉.
///
/// @param points by growing number of folds
public record LearningCurve(List<Point> points) {
  public LearningCurve {
    points = List.copyOf(points);
  }

  /// One share.
  ///
  /// @param folds learnt from
  /// @param rows learnt from, on average
  /// @param positives among them, on average
  /// @param averagePrecision of the scores of all folds together
  public record Point(int folds, double rows, double positives, double averagePrecision) {}

  /// Trains for each share and each fold. Shares that come to the same number of folds are one;
  /// those at which a class is empty somewhere are left out.
  ///
  /// @param shares above 0 … 1, such as 1/8, 1/4, 1/2, 1
  /// @param listener told after each tree of all trainings together; may throw to stop
  /// @throws org.connectarium.ingest.volume.BadInputException as [Classifier#train]
  public static LearningCurve of(
      Samples samples,
      BoostingParameters parameters,
      List<Double> shares,
      int threads,
      Boosting.Listener listener) {
    Validation.check(samples);
    List<Integer> folds = samples.folds();
    List<Integer> counts =
        shares.stream()
            .map(share -> count(share, folds.size() - 1))
            .distinct()
            .sorted()
            .filter(count -> hasBothClasses(samples, folds, count))
            .toList();
    List<Point> points = new ArrayList<>();
    try (Boosting boosting = new Boosting(samples, threads)) {
      for (int i = 0; i < counts.size(); i++) {
        int before = i * folds.size();
        int all = counts.size() * folds.size();
        points.add(
            point(boosting, samples, parameters, folds, counts.get(i), before, all, listener));
      }
    }
    return new LearningCurve(points);
  }

  private static int count(double share, int others) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("A share must be above 0 and at most 1 but was " + share);
    }
    return (int) Math.ceil(share * others);
  }

  private static boolean hasBothClasses(Samples samples, List<Integer> folds, int count) {
    for (int i = 0; i < folds.size(); i++) {
      int[] rows = samples.rowsOf(following(folds, i, count));
      int positives = Validation.positives(samples, rows);
      if (positives == 0 || positives == rows.length) {
        return false;
      }
    }
    return true;
  }

  private static Set<Integer> following(List<Integer> folds, int i, int count) {
    Set<Integer> learnt = new HashSet<>();
    for (int k = 1; k <= count; k++) {
      learnt.add(folds.get((i + k) % folds.size()));
    }
    return learnt;
  }

  private static Point point(
      Boosting boosting,
      Samples samples,
      BoostingParameters parameters,
      List<Integer> folds,
      int count,
      int before,
      int trainings,
      Boosting.Listener listener) {
    double[] scores = new double[samples.rows()];
    double rows = 0;
    double positives = 0;
    for (int i = 0; i < folds.size(); i++) {
      Set<Integer> learnt = following(folds, i, count);
      int[] learntRows = samples.rowsOf(learnt);
      rows += learntRows.length;
      positives += Validation.positives(samples, learntRows);
      int training = before + i;
      Validation.score(
          boosting,
          samples,
          parameters,
          learnt,
          folds.get(i),
          (done, of) -> listener.tree(training * of + done, trainings * of),
          scores);
    }
    PrecisionRecall curve = PrecisionRecall.of(scores, samples.labels(), samples.weights());
    return new Point(
        count, rows / folds.size(), positives / folds.size(), curve.averagePrecision());
  }
}
