package org.connectarium.app.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.connectarium.app.dataset.Dataset;
import org.connectarium.app.graph.GraphPlace;
import org.connectarium.app.json.Json;
import org.connectarium.app.progress.Progress;
import org.connectarium.app.version.ProgramVersion;
import org.connectarium.app.workspace.Stage;
import org.connectarium.app.workspace.Workspace;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.block.BlockEngine;
import org.connectarium.reconstruction.boosting.BoostingParameters;
import org.connectarium.reconstruction.boosting.Samples;
import org.connectarium.reconstruction.calibration.Calibration;
import org.connectarium.reconstruction.classification.Examples;
import org.connectarium.reconstruction.classification.Models;
import org.connectarium.reconstruction.classifier.Classifier;
import org.connectarium.reconstruction.classifier.ClassifierModel;
import org.connectarium.reconstruction.classifier.ModelKind;
import org.connectarium.reconstruction.feature.ContactFeatures;
import org.jspecify.annotations.Nullable;

/// Trains classifiers on datasets with truth, and measures them on others.
///
/// Folds of the cross-validation are whole volumes, or, with fewer than three of them, blocks:
/// never
/// neighbouring contacts.
public final class ModelTraining {
  /// Smaller segments say too little to learn a type from, and are not counted either.
  static final int MIN_SEGMENT_VOXELS = 50;

  private static final int FEW_VOLUMES = 3;

  /// What to learn.
  ///
  /// @param kinds of models
  /// @param name of the models, a letter, then letters and digits
  /// @param share of the contacts that are learnt from; those of synapses are taken all
  /// @param seed of the training
  public record Plan(Set<ModelKind> kinds, String name, double share, long seed) {
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

  /// Trains, writes a folder for each kind, and measures.
  ///
  /// @param learn descriptions of datasets to learn from
  /// @param heldOut of others, to measure on
  /// @param out folder of the models, made if it is not there
  /// @return figures by kind and question
  public Map<String, Object> run(List<Path> learn, List<Path> heldOut, Path out) throws Exception {
    Map<ModelKind, ClassifierModel> models = new EnumMap<>(ModelKind.class);
    List<Set<Integer>> folds = new ArrayList<>();
    Map<ModelKind, Gathered> gathered = gatherContacts(learn, folds);
    for (Map.Entry<ModelKind, Gathered> rows : gathered.entrySet()) {
      models.put(rows.getKey(), train(rows.getKey(), rows.getValue(), learn));
    }
    if (plan.kinds().contains(ModelKind.TYPE)) {
      Gathered rows = gatherTypes(learn, folds, gathered.get(ModelKind.CONTINUITY));
      models.put(ModelKind.TYPE, train(ModelKind.TYPE, rows, learn));
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    for (ModelKind kind : models.keySet()) {
      ClassifierModel model = models.get(kind);
      Map<String, Object> of = new LinkedHashMap<>();
      for (int q = 0; q < model.classifiers().size(); q++) {
        of.put(
            kind.questions().get(q),
            Map.of("cross-validated", model.classifiers().get(q).figures()));
      }
      figures.put(kind.label(), of);
    }
    for (ModelKind kind : models.keySet()) {
      models.get(kind).write(out.resolve(kind.label()));
    }
    if (!heldOut.isEmpty()) {
      figures.put("held-out", new ModelAccuracy(models, progress, threads).of(heldOut));
    }
    WholeFile.write(
        out.resolve("accuracy.json"),
        ByteBuffer.wrap((Json.write(figures) + "\n").getBytes(UTF_8)));
    return figures;
  }

  /// Rows of one kind; those of types have a label a row besides.
  private static final class Gathered {
    final List<String> names;
    final Samples.Builder builder;
    final List<Integer> labels = new ArrayList<>();

    Gathered(List<String> names) {
      this.names = names;
      builder = Samples.builder(names);
    }

    void add(float[] row, int label, float weight, int fold) {
      builder.add(row, label == 1, weight, fold);
      labels.add(label);
    }
  }

  /* Examples of contacts; `folds` takes those of each volume. */
  private Map<ModelKind, Gathered> gatherContacts(List<Path> learn, List<Set<Integer>> folds)
      throws Exception {
    Map<ModelKind, Gathered> out = new EnumMap<>(ModelKind.class);
    Set<String> names = new LinkedHashSet<>();
    for (ModelKind kind : List.of(ModelKind.CONTINUITY, ModelKind.SYNAPSE)) {
      if (plan.kinds().contains(kind)) {
        List<String> own =
            kind == ModelKind.CONTINUITY ? Examples.continuityNames() : Examples.synapseNames();
        out.put(kind, new Gathered(own));
        names.addAll(own);
      }
    }
    boolean byVolume = learn.size() >= FEW_VOLUMES;
    int next = 0;
    for (Path file : learn) {
      int first = next;
      int blocks =
          out.isEmpty()
              ? 1
              : with(
                  file,
                  List.copyOf(names),
                  List.of(),
                  plan.share(),
                  progress,
                  threads,
                  (_, examples) -> take(examples, out, block -> first + (byVolume ? 0 : block)));
      next += byVolume ? 1 : blocks;
      folds.add(IntStream.range(first, next).boxed().collect(Collectors.toSet()));
    }
    return out;
  }

  private interface FoldOf {
    int block(int block);
  }

  private static void take(Examples examples, Map<ModelKind, Gathered> out, FoldOf fold) {
    out.forEach(
        (kind, rows) -> {
          Examples.Taker taker =
              (row, label, weight, _, block) -> rows.add(row, label, weight, fold.block(block));
          if (kind == ModelKind.CONTINUITY) {
            examples.continuity(rows.names, taker);
          } else {
            examples.synapse(rows.names, taker);
          }
        });
  }

  /* The context of segments comes from a model of continuity that has not learnt from their volume:
   * one that learnt from the others, or else the one that the dataset names. */
  private Gathered gatherTypes(
      List<Path> learn, List<Set<Integer>> folds, @Nullable Gathered continuity) throws Exception {
    Gathered rows = new Gathered(Examples.typeNames());
    boolean byVolume = learn.size() >= FEW_VOLUMES;
    int next = 0;
    for (int v = 0; v < learn.size(); v++) {
      int first = next;
      ClassifierModel context =
          continuity == null
              ? named(Dataset.read(learn.get(v)))
              : model(
                  ModelKind.CONTINUITY,
                  continuity.builder.build().without(folds.get(v)),
                  continuity.labels,
                  learn);
      int blocks =
          with(
              learn.get(v),
              context.features(),
              Examples.typeTextureNames(),
              1,
              progress,
              threads,
              (_, examples) ->
                  examples.type(
                      rows.names,
                      MIN_SEGMENT_VOXELS,
                      context,
                      (row, label, weight, _, block) ->
                          rows.add(row, label, weight, first + (byVolume ? 0 : block))));
      next += byVolume ? 1 : blocks;
    }
    return rows;
  }

  /// The model of continuity that a dataset names.
  static ClassifierModel named(Dataset dataset) {
    String place =
        dataset
            .classifiers()
            .continuity()
            .orElseThrow(
                () ->
                    new BadInputException(
                        dataset.file()
                            + ": types are told by what belongs to the same neurite; name a model"
                            + " in classify.continuity, or train all with \"train classifiers\""));
    return Models.open(place, ModelKind.CONTINUITY, dataset.voxelSize());
  }

  /// What is done with the examples of a dataset.
  interface Use {
    void examples(Dataset dataset, Examples examples) throws Exception;
  }

  /// Segments a dataset, unless that is done, and computes examples.
  ///
  /// @return number of its blocks
  static int with(
      Path file,
      List<String> contacts,
      List<String> texture,
      double share,
      Progress progress,
      int threads,
      Use use)
      throws Exception {
    Dataset dataset = Dataset.read(file);
    InputCheck.check(dataset);
    Path parent = file.toAbsolutePath().normalize().getParent();
    Path folder = parent == null ? Path.of("/") : parent;
    try (Workspace workspace = Workspace.openFor(folder, file)) {
      GraphPlace graph = GraphPlace.inWorkspace(workspace.neo4j());
      new Pipeline(workspace, graph, dataset, progress, threads).run(Stage.SEGMENT);
      Job job = new Job(workspace, graph, dataset, progress, threads);
      try (KnownDataset truth = new KnownDataset(job);
          Progress.Task task =
              progress.begin("features of " + dataset.name(), job.volume().voxels(), "voxel")) {
        Examples examples =
            Examples.of(
                truth.volume(),
                contacts,
                texture,
                share,
                BlockEngine.threads(threads),
                block -> task.advance(block.voxels()));
        use.examples(dataset, examples);
      }
      return SegmentWork.finished(job).done().size();
    }
  }

  private ClassifierModel train(ModelKind kind, Gathered rows, List<Path> learn)
      throws IOException {
    return model(kind, rows.builder.build(), rows.labels, learn);
  }

  private ClassifierModel model(
      ModelKind kind, Samples samples, List<Integer> labels, List<Path> learn) throws IOException {
    List<Classifier> classifiers = new ArrayList<>();
    for (int q = 0; q < kind.questions().size(); q++) {
      Samples own = kind == ModelKind.TYPE ? samples.relabelled(labels(labels, q)) : samples;
      String what = "train " + kind.questions().get(q);
      try (Progress.Task task = progress.begin(what, 0, "tree")) {
        classifiers.add(
            Classifier.train(
                    own,
                    parameters(kind),
                    Calibration.Choice.BEST,
                    threads,
                    (_, _) -> task.advance(1))
                .classifier());
      }
    }
    return new ClassifierModel(
        new ClassifierModel.Origin(
            plan.name(),
            kind,
            ContactFeatures.VERSION,
            voxelSize(learn),
            samples.fingerprint(),
            provenance(learn)),
        classifiers);
  }

  private static boolean[] labels(List<Integer> labels, int question) {
    boolean[] out = new boolean[labels.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = labels.get(i) == question;
    }
    return out;
  }

  private BoostingParameters parameters(ModelKind kind) {
    BoostingParameters p = BoostingParameters.standard(plan.seed());
    return switch (kind) {
      case CONTINUITY, TYPE -> p;
      case SYNAPSE ->
          new BoostingParameters(
              p.trees(),
              p.depth(),
              p.learningRate(),
              p.rowShare(),
              p.featureShare(),
              p.minChildWeight(),
              SYNAPSE_WEIGHT,
              p.maxFeatures(),
              p.seed());
    };
  }

  /* A missed synapse costs as much as so many false ones; FocusEM has 100 with stumps. */
  private static final double SYNAPSE_WEIGHT = 10;

  private static List<Double> voxelSize(List<Path> learn) throws IOException {
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

  private Map<String, String> provenance(List<Path> learn) throws IOException {
    Map<String, String> out = new LinkedHashMap<>();
    out.put("program", "Connectarium " + ProgramVersion.text());
    List<String> names = new ArrayList<>();
    for (Path file : learn) {
      names.add(Dataset.read(file).name());
    }
    out.put("datasets", String.join(", ", names));
    out.put("share", String.valueOf(plan.share()));
    out.put("seed", String.valueOf(plan.seed()));
    return out;
  }
}
