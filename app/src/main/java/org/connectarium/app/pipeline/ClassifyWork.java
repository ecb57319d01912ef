package org.connectarium.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.connectarium.app.dataset.Classifiers;
import org.connectarium.app.progress.Progress;
import org.connectarium.app.workspace.Stage;
import org.connectarium.ingest.file.WholeFolder;
import org.connectarium.ingest.n5.DatasetPlace;
import org.connectarium.reconstruction.block.BlockEngine;
import org.connectarium.reconstruction.classification.Classification;
import org.connectarium.reconstruction.classification.ClassifiedVolume;
import org.connectarium.reconstruction.classification.Models;
import org.connectarium.reconstruction.classification.Scores;
import org.connectarium.reconstruction.classifier.ClassifierModel;
import org.connectarium.reconstruction.classifier.ModelKind;
import org.connectarium.reconstruction.segmentation.BlockSegmentation;
import org.connectarium.reconstruction.segmentation.Continuity;

/// Probabilities of contacts and segments by the models that the dataset names; nothing to do
/// without one.
///
/// @param inputHash of this stage, the name of its folder
record ClassifyWork(Job job, String inputHash) implements StageWork {
  private static final String FOLDER = "classes";
  /* Smaller contacts are not classified, as in FocusEM. */
  private static final int MIN_CONTACT_VOXELS = 10;

  @Override
  public Stage stage() {
    return Stage.CLASSIFY;
  }

  @Override
  public Object parameters() {
    Map<String, Object> all = new LinkedHashMap<>();
    models(job)
        .places()
        .forEach(
            (kind, place) -> {
              ClassifierModel model = Models.open(place, kind, job.dataset().voxelSize());
              all.put(kind.label(), model.origin().name() + " " + model.fingerprint());
            });
    return all;
  }

  @Override
  public List<String> run() throws Exception {
    if (models(job).isNone()) {
      return List.of();
    }
    Path folder = folder(job, inputHash);
    Files.createDirectories(folder);
    BlockSegmentation segmentation = SegmentWork.finished(job);
    try (Progress.Task task =
        job.progress().begin(stage().label(), job.volume().voxels(), "voxel")) {
      new Classification(volume(job), segmentation, models(job), folder)
          .run(BlockEngine.threads(job.threads()), block -> task.advance(block.voxels()));
    }
    return List.of(FOLDER + "/" + inputHash);
  }

  /// What is classified.
  static ClassifiedVolume volume(Job job) throws Exception {
    return new ClassifiedVolume(
        job.volume(),
        job.dataset().voxelSize(),
        DatasetPlace.of(job.volumes(), Job.RAW),
        DatasetPlace.of(job.volumes(), Job.SEGMENTS),
        SegmentWork.finished(job).borders(),
        MIN_CONTACT_VOXELS);
  }

  /// The models that the dataset names.
  static Models models(Job job) {
    Classifiers c = job.dataset().classifiers();
    return new Models(c.continuity(), c.synapse(), c.type());
  }

  /// The probabilities of the finished stage; empty without models.
  static Optional<Scores> scores(Job job) throws IOException {
    return models(job).isNone()
        ? Optional.empty()
        : Optional.of(Scores.read(folder(job, job.hashOf(Stage.CLASSIFY))));
  }

  /// A model that the dataset names.
  static Optional<ClassifierModel> model(Job job, ModelKind kind) {
    return Optional.ofNullable(models(job).places().get(kind))
        .map(place -> Models.open(place, kind, job.dataset().voxelSize()));
  }

  /// What the continuity of contacts follows from, if a model says it.
  static Optional<Continuity.Probabilities> probabilities(Job job, Optional<Scores> scores) {
    return model(job, ModelKind.CONTINUITY)
        .flatMap(
            model ->
                scores.map(
                    s ->
                        new Continuity.Probabilities(
                            model.origin().name() + "-" + model.fingerprint().substring(0, 16),
                            s.continuity())));
  }

  private static Path folder(Job job, String hash) {
    return job.workspace().root().resolve(FOLDER).resolve(hash);
  }

  static void discard(Job job) throws IOException {
    Path all = job.workspace().root().resolve(FOLDER);
    if (Files.isDirectory(all)) {
      try (Stream<Path> folders = Files.list(all)) {
        for (Path folder : folders.toList()) {
          WholeFolder.remove(folder);
        }
      }
    }
  }
}
