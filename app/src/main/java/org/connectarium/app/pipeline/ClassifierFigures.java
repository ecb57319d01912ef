package org.connectarium.app.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.accuracy.PrecisionRecall;
import org.connectarium.reconstruction.calibration.Reliability;
import org.connectarium.reconstruction.classification.Answers;
import org.connectarium.reconstruction.classification.Graded;
import org.connectarium.reconstruction.classification.Scores;
import org.connectarium.reconstruction.classifier.ModelKind;

/// How good the probabilities of a dataset are where the truth is known.
record ClassifierFigures(Job job) {
  /// Figures of one question.
  ///
  /// @param answers how many were compared
  /// @param positives of them, with the true answer yes
  /// @param averagePrecision of the probabilities
  /// @param precision of answers of one half or more
  /// @param recall of the same
  /// @param bestF1 over all thresholds
  /// @param bestThreshold where it is
  /// @param calibrationError expected calibration error over ten bins of equal width
  /// @param curves at all thresholds
  record Figure(
      int answers,
      int positives,
      double averagePrecision,
      double precision,
      double recall,
      double bestF1,
      double bestThreshold,
      double calibrationError,
      AccuracyCurves curves) {
    static Optional<Figure> of(Answers answers) {
      if (!answers.anyPositive()) {
        return Optional.empty();
      }
      double[] p = answers.probabilities();
      boolean[] yes = answers.labels();
      float[] weight = answers.weights();
      PrecisionRecall curve = PrecisionRecall.of(p, yes, weight);
      Reliability reliability = AccuracyCurves.reliability(p, yes, weight);
      AccuracyCurves curves = AccuracyCurves.of(curve, reliability);
      int positives = 0;
      for (boolean is : yes) {
        positives += is ? 1 : 0;
      }
      return Optional.of(
          new Figure(
              p.length,
              positives,
              curve.averagePrecision(),
              curves.half().precision(),
              curves.half().recall(),
              curves.best().f1(),
              curves.best().threshold(),
              reliability.calibrationError(),
              curves));
    }
  }

  /// The figures by question, such as `continuity` or `spine_head`; those that cannot be measured
  /// are missing.
  ///
  /// @param box of the imported volume
  Map<String, Figure> on(Box box) throws Exception {
    Optional<Scores> scores = ClassifyWork.scores(job);
    Map<String, Figure> out = new LinkedHashMap<>();
    if (scores.isEmpty()) {
      return out;
    }
    try (KnownDataset known = new KnownDataset(job)) {
      Graded graded =
          Graded.of(
              known.volume(),
              scores.get(),
              nm -> isInside(nm, box),
              DatasetExamples.MIN_SEGMENT_VOXELS);
      put(out, "continuity", graded.continuity());
      put(out, "synapse", graded.synapse());
      put(out, "synapse_large", graded.largeSynapse());
      for (int c = 0; c < ModelKind.TYPE.questions().size(); c++) {
        String question = ModelKind.TYPE.questions().get(c);
        put(out, question, graded.type(c).alike());
        put(out, question + "_by_volume", graded.type(c));
      }
    }
    return out;
  }

  private static void put(Map<String, Figure> out, String question, Answers answers) {
    Figure.of(answers).ifPresent(figure -> out.put(question, figure));
  }

  private boolean isInside(double[] nm, Box box) {
    VoxelSize v = job.dataset().voxelSize();
    return box.contains(
        Math.round(nm[0] / v.xNm()) - job.offset().get(0),
        Math.round(nm[1] / v.yNm()) - job.offset().get(1),
        Math.round(nm[2] / v.zNm()) - job.offset().get(2));
  }
}
