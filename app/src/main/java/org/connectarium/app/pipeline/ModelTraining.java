package org.connectarium.app.pipeline;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.connectarium.app.progress.Progress;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.classifier.ClassifierModel;
import org.connectarium.reconstruction.classifier.ModelKind;
import org.connectarium.reconstruction.classifier.SingleFeature;

/// Trains classifiers on datasets with truth, measures them on others, and writes down what was
/// learnt.
///
/// Folds of the cross-validation are whole volumes, or, with fewer than three of them, blocks:
/// never neighbouring contacts.
public final class ModelTraining {
  /// What to learn.
  ///
  /// @param kinds of models
  /// @param name of the models, a letter, then letters and digits
  /// @param share of the contacts that are learnt from; those of synapses are taken all
  /// @param seed of the training
  /// @param learningCurve whether to measure how accuracy grows with what is learnt from, which
  ///     takes several trainings more
  public record Plan(
      Set<ModelKind> kinds, String name, double share, long seed, boolean learningCurve) {
    public Plan {
      kinds = Set.copyOf(kinds);
      if (!name.matches("[A-Za-z][A-Za-z0-9]*")) {
        throw new BadInputException(
            "The name of a model is a letter, then letters and digits, but was \"" + name + "\"");
      }
    }
  }

  private final Plan plan;
  private final Progress progress;
  private final int threads;

  public ModelTraining(Plan plan, Progress progress, int threads) {
    this.plan = plan;
    this.progress = progress;
    this.threads = threads;
  }

  /// Trains, writes a folder for each kind, and measures: `accuracy.json` and `accuracy.html`.
  ///
  /// @param learn descriptions of datasets to learn from
  /// @param heldOut of others, to measure on
  /// @param out folder of the models, made if it is not there
  /// @return what `accuracy.json` holds
  public Map<String, Object> run(List<Path> learn, List<Path> heldOut, Path out) throws Exception {
    DatasetExamples datasets = new DatasetExamples(progress, threads);
    ModelFitting fitting = new ModelFitting(plan, learn, progress, threads);
    Map<ModelKind, TrainingRows> rows = new ExampleGathering(plan, learn, datasets, fitting).run();
    Map<ModelKind, ModelFitting.Fitted> fitted = new EnumMap<>(ModelKind.class);
    Map<ModelKind, ClassifierModel> models = new EnumMap<>(ModelKind.class);
    for (Map.Entry<ModelKind, TrainingRows> of : rows.entrySet()) {
      ModelFitting.Fitted done = fitting.fit(of.getKey(), of.getValue());
      fitted.put(of.getKey(), done);
      models.put(of.getKey(), done.model());
      done.model().write(out.resolve(of.getKey().label()));
    }
    Optional<ModelAccuracy.HeldOut> measured =
        heldOut.isEmpty()
            ? Optional.empty()
            : Optional.of(new ModelAccuracy(models, singles(fitted), datasets).of(heldOut));
    TrainingAccuracy accuracy =
        new TrainingAccuracy(plan, TrainingMethods.of(plan, learn, heldOut), fitted, measured);
    accuracy.write(out);
    return accuracy.figures();
  }

  /* The simplest rivals of the models that answer one question. */
  private static Map<ModelKind, SingleFeature> singles(Map<ModelKind, ModelFitting.Fitted> fitted) {
    Map<ModelKind, SingleFeature> out = new EnumMap<>(ModelKind.class);
    fitted.forEach(
        (kind, of) -> {
          if (of.questions().size() == 1) {
            of.questions().getFirst().single().ifPresent(single -> out.put(kind, single));
          }
        });
    return out;
  }
}
