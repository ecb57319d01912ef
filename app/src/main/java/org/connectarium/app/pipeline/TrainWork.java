package org.connectarium.app.pipeline;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.connectarium.app.dataset.Model;
import org.connectarium.app.dataset.Training;
import org.connectarium.app.json.Json;
import org.connectarium.app.progress.Progress;
import org.connectarium.app.version.ProgramVersion;
import org.connectarium.app.workspace.Stage;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.network.ModelFiles;
import org.connectarium.reconstruction.network.Preset;
import org.connectarium.reconstruction.training.Augmentation;
import org.connectarium.reconstruction.training.LabelledVolume;
import org.connectarium.reconstruction.training.TrainingPlan;

/// Trains the boundary network where the dataset says so; else finds the one it names.
record TrainWork(Job job) implements StageWork {
  private static final int VALIDATE_EVERY = 200;
  private static final int VALIDATION_CROPS = 6;

  @Override
  public Stage stage() {
    return Stage.TRAIN;
  }

  @Override
  public Object parameters() {
    Map<String, Object> all = new TreeMap<>();
    switch (job.dataset().model()) {
      case Model.Shipped(String name) -> {
        all.put("shipped", name);
        all.put("fingerprint", ModelFiles.shipped(name).fingerprint());
      }
      case Model.Stored(Path path) -> {
        all.put("stored", path.toString());
        all.put("fingerprint", ModelFiles.read(path).fingerprint());
      }
      case Model.Mapped(String source, Model.Meaning meaning) -> {
        all.put("map", source);
        all.put("means", meaning.name());
      }
      case Model.Trained(Training t) -> {
        all.put("training", t.toString());
        all.put("truth", job.truthFingerprint());
        all.put("also", others(t).stream().map(OtherTraining::fingerprint).toList());
      }
    }
    return all;
  }

  @Override
  public List<String> run() throws Exception {
    if (!(job.dataset().model() instanceof Model.Trained(Training training))) {
      return List.of();
    }
    Path folder = job.modelFolder();
    Files.createDirectories(folder);
    TrainingPlan plan = plan(training);
    try (TruthVolume truth = TruthVolume.open(job);
        ExecutorService crops = Executors.newSingleThreadExecutor();
        Progress.Task task = job.progress().begin(stage().label(), plan.steps(), "patch")) {
      var trainer =
          new org.connectarium.reconstruction.training.Training(
              training.network().network(job.dataset().name(), job.dataset().voxelSize()),
              plan,
              volumes(truth, training),
              validation(truth, training, plan));
      int[] before = {-1};
      var result =
          trainer.run(
              job.checkpoint(),
              crops,
              (done, total) -> {
                task.advance(before[0] < 0 ? done : done - before[0]);
                before[0] = done;
              });
      var network =
          result
              .network()
              .trained(
                  job.dataset().name(),
                  result.network().greyMean(),
                  result.network().greyScale(),
                  result.network().voxelSizeNm(),
                  provenance(training));
      new ModelFiles(network, result.weights()).write(folder);
      job.workspace().write(lossFile(), Json.write(result.curve()) + "\n");
    }
    return List.of(job.workspace().root().relativize(folder).toString());
  }

  /// The model that the dataset asks for; empty where the map is there already.
  static Optional<ModelFiles> model(Job job) {
    return switch (job.dataset().model()) {
      case Model.Shipped(String name) -> Optional.of(ModelFiles.shipped(name));
      case Model.Stored(Path path) -> Optional.of(ModelFiles.read(path));
      case Model.Trained _ -> Optional.of(ModelFiles.read(job.modelFolder()));
      case Model.Mapped _ -> Optional.empty();
    };
  }

  /// Where the loss curve is kept.
  Path lossFile() {
    return job.modelFolder().resolve("loss.json");
  }

  private Map<String, String> provenance(Training t) throws IOException {
    Map<String, String> made = new TreeMap<>();
    made.put("program", "Connectarium " + ProgramVersion.text());
    made.put("command", "connectarium train " + job.dataset().file().getFileName());
    made.put("image", job.dataset().name());
    made.put("trainBox", t.box().toString());
    made.put("validationBox", t.validationBox().toString());
    made.put("also", others(t).stream().map(OtherTraining::name).collect(joining(", ")));
    made.put("steps", Integer.toString(t.steps()));
    made.put("seed", Long.toString(t.seed()));
    made.put("importHash", job.hashOf(Stage.IMPORT));
    return made;
  }

  private TrainingPlan plan(Training t) {
    Augmentation usual =
        t.network() == Preset.FIBSEM_UNET ? Augmentation.isotropic() : Augmentation.sections();
    return new TrainingPlan(
        t.steps(),
        patch(t),
        t.learningRate(),
        t.seed(),
        VALIDATE_EVERY,
        VALIDATION_CROPS,
        t.patience(),
        switch (t.augmentation()) {
          case USUAL -> usual;
          case STRONG -> usual.strong();
        });
  }

  /// The size of a training example (z, y, x).
  static List<Integer> patch(Training t) {
    return t.patch().map(p -> List.of(p.z(), p.y(), p.x())).orElse(t.network().patch());
  }

  private List<LabelledVolume> volumes(TruthVolume truth, Training training) throws IOException {
    List<LabelledVolume> volumes = new ArrayList<>();
    Box box = job.inVolume(training.box(), "train.box");
    volumes.add(truth.with(box, job.raw().readBytes(box)));
    for (OtherTraining other : others(training)) {
      volumes.add(other.volume());
    }
    return volumes;
  }

  private static List<OtherTraining> others(Training training) {
    return training.also().stream().map(OtherTraining::read).toList();
  }

  /// The validation box, enlarged by grey values without truth to at least one patch.
  private LabelledVolume validation(TruthVolume truth, Training t, TrainingPlan plan) {
    Box inner = job.inVolume(t.validationBox(), "train.validationBox");
    Box whole = job.volume();
    long[] begin = {inner.z0(), inner.y0(), inner.x0()};
    long[] end = {inner.z1(), inner.y1(), inner.x1()};
    long[] length = {whole.z1(), whole.y1(), whole.x1()};
    for (int a = 0; a < 3; a++) {
      begin[a] = Math.max(0, Math.min(begin[a], end[a] - plan.patch().get(a)));
      end[a] = Math.min(length[a], Math.max(end[a], begin[a] + plan.patch().get(a)));
    }
    Box outer = new Box(begin[2], begin[1], begin[0], end[2], end[1], end[0]);
    return truth
        .with(outer, job.raw().readBytes(outer))
        .knownOnlyIn(
            new int[] {
              (int) (inner.z0() - outer.z0()),
              (int) (inner.y0() - outer.y0()),
              (int) (inner.x0() - outer.x0())
            },
            new int[] {
              (int) (inner.z1() - outer.z0()),
              (int) (inner.y1() - outer.y0()),
              (int) (inner.x1() - outer.x0())
            });
  }
}
