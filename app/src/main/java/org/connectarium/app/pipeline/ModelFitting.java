package org.connectarium.app.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.connectarium.app.dataset.Dataset;
import org.connectarium.app.progress.Progress;
import org.connectarium.app.version.ProgramVersion;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.boosting.BoostingParameters;
import org.connectarium.reconstruction.boosting.Samples;
import org.connectarium.reconstruction.calibration.Calibration;
import org.connectarium.reconstruction.classifier.Classifier;
import org.connectarium.reconstruction.classifier.ClassifierModel;
import org.connectarium.reconstruction.classifier.LearningCurve;
import org.connectarium.reconstruction.classifier.ModelKind;
import org.connectarium.reconstruction.classifier.SingleFeature;
import org.connectarium.reconstruction.classifier.TrainingResult;
import org.connectarium.reconstruction.feature.ContactFeatures;

/// Fits models to rows, validates them over the folds, and measures how they learn.
///
/// @param learn descriptions of the datasets that the rows are of
record ModelFitting(ModelTraining.Plan plan, List<Path> learn, Progress progress, int threads) {
  /* A missed synapse costs as much as so many false ones; FocusEM has 100 with stumps. */
  private static final double SYNAPSE_WEIGHT = 10;

  private static final List<Double> SHARES = List.of(0.125, 0.25, 0.5, 1.0);

  /// A model and what was seen while it was trained.
  ///
  /// @param model fitted to all rows
  /// @param questions of the model, in their order
  record Fitted(ClassifierModel model, List<Question> questions) {}

  /// One of its questions.
  ///
  /// @param curves of folds that were not learnt from
  /// @param learning how accuracy grows with the folds learnt from; empty = not asked for
  /// @param single the feature of the model that tells most by itself
  record Question(
      AccuracyCurves curves, Optional<LearningCurve> learning, Optional<SingleFeature> single) {}

  /// Fits a model of each question of a kind.
  Fitted fit(ModelKind kind, TrainingRows rows) throws IOException {
    List<Classifier> classifiers = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    for (int q = 0; q < kind.questions().size(); q++) {
      Samples samples = rows.samples(q);
      TrainingResult result = train(kind, q, samples);
      classifiers.add(result.classifier());
      questions.add(
          new Question(
              AccuracyCurves.of(
                  result.crossValidation().probabilities(), samples.labels(), samples.weights()),
              plan.learningCurve() ? Optional.of(learning(kind, q, samples)) : Optional.empty(),
              SingleFeature.best(samples, result.classifier().features())));
    }
    return new Fitted(model(kind, rows.samples(), classifiers), questions);
  }

  /// A model of contacts, without looking at how it learns.
  ClassifierModel contacts(ModelKind kind, Samples samples) throws IOException {
    return model(kind, samples, List.of(train(kind, 0, samples).classifier()));
  }

  private TrainingResult train(ModelKind kind, int question, Samples samples) {
    String what = "train " + kind.questions().get(question);
    try (Progress.Task task = progress.begin(what, 0, "tree")) {
      return Classifier.train(
          samples, parameters(kind), Calibration.Choice.BEST, threads, (_, _) -> task.advance(1));
    }
  }

  private LearningCurve learning(ModelKind kind, int question, Samples samples) {
    String what = "learning curve of " + kind.questions().get(question);
    try (Progress.Task task = progress.begin(what, 0, "tree")) {
      return LearningCurve.of(
          samples, parameters(kind), SHARES, threads, (_, _) -> task.advance(1));
    }
  }

  private ClassifierModel model(ModelKind kind, Samples samples, List<Classifier> classifiers)
      throws IOException {
    return new ClassifierModel(
        new ClassifierModel.Origin(
            plan.name(),
            kind,
            ContactFeatures.VERSION,
            voxelSize(),
            samples.fingerprint(),
            provenance()),
        classifiers);
  }

  /// How trees of a kind are grown.
  BoostingParameters parameters(ModelKind kind) {
    BoostingParameters standard = BoostingParameters.standard(plan.seed());
    return switch (kind) {
      case CONTINUITY, TYPE -> standard;
      case SYNAPSE -> standard.withPositiveWeight(SYNAPSE_WEIGHT);
    };
  }

  /// Edge of the voxels of all datasets (x, y, z), nm.
  ///
  /// @throws BadInputException if they differ
  List<Double> voxelSize() throws IOException {
    VoxelSize first = Dataset.read(learn.getFirst()).voxelSize();
    for (Path file : learn) {
      VoxelSize other = Dataset.read(file).voxelSize();
      if (!other.equals(first)) {
        throw new BadInputException(
            "%s has voxels of %s but %s of %s; learn from one voxel size only"
                .formatted(file, other, learn.getFirst(), first));
      }
    }
    return List.of(first.xNm(), first.yNm(), first.zNm());
  }

  private Map<String, String> provenance() throws IOException {
    Map<String, String> out = new LinkedHashMap<>();
    out.put("program", "Connectarium " + ProgramVersion.text());
    out.put("datasets", String.join(", ", DatasetExamples.names(learn)));
    out.put("share", String.valueOf(plan.share()));
    out.put("seed", String.valueOf(plan.seed()));
    return out;
  }
}
