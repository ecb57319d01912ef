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
import org.connectarium.reconstruction.classifier.Classifier;
import org.connectarium.reconstruction.classifier.ClassifierModel;
import org.connectarium.reconstruction.classifier.ModelKind;
import org.connectarium.reconstruction.feature.ContactFeatures;

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
    Map<ModelKind, Gathered> gathered = gather(learn);
    Map<ModelKind, ClassifierModel> models = new EnumMap<>(ModelKind.class);
    Map<String, Object> figures = new LinkedHashMap<>();
    for (ModelKind kind : ModelKind.values()) {
      Gathered rows = gathered.get(kind);
      if (rows != null) {
        models.put(kind, train(kind, rows, learn));
      }
    }
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

  private Map<ModelKind, Gathered> gather(List<Path> learn) throws Exception {
    Map<ModelKind, Gathered> out = new EnumMap<>(ModelKind.class);
    for (ModelKind kind : plan.kinds()) {
      out.put(
          kind,
          new Gathered(
              switch (kind) {
                case CONTINUITY -> Examples.continuityNames();
                case SYNAPSE -> Examples.synapseNames();
                case TYPE -> Examples.typeNames();
              }));
    }
    Set<String> contacts = new LinkedHashSet<>();
    for (ModelKind kind : List.of(ModelKind.CONTINUITY, ModelKind.SYNAPSE)) {
      Gathered rows = out.get(kind);
      if (rows != null) {
        contacts.addAll(rows.names);
      }
    }
    List<String> texture =
        out.containsKey(ModelKind.TYPE) ? Examples.typeTextureNames() : List.of();
    int foldBegin = 0;
    for (int v = 0; v < learn.size(); v++) {
      int begin = foldBegin;
      int volume = v;
      boolean byVolume = learn.size() >= FEW_VOLUMES;
      int blocks =
          with(
              learn.get(v),
              List.copyOf(contacts),
              texture,
              plan.share(),
              examples -> {
                take(examples, out, block -> byVolume ? volume : begin + block);
              });
      foldBegin += blocks;
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
          switch (kind) {
            case CONTINUITY -> examples.continuity(rows.names, taker);
            case SYNAPSE -> examples.synapse(rows.names, taker);
            case TYPE -> examples.type(rows.names, MIN_SEGMENT_VOXELS, taker);
          }
        });
  }

  /// What is done with the examples of a dataset.
  interface Use {
    void examples(Examples examples) throws Exception;
  }

  private int with(Path file, List<String> contacts, List<String> texture, double share, Use use)
      throws Exception {
    return with(file, contacts, texture, share, progress, threads, use);
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
        use.examples(examples);
      }
      return SegmentWork.finished(job).done().size();
    }
  }

  private ClassifierModel train(ModelKind kind, Gathered rows, List<Path> learn)
      throws IOException {
    Samples samples = rows.builder.build();
    List<Classifier> classifiers = new ArrayList<>();
    int questions = kind.questions().size();
    for (int q = 0; q < questions; q++) {
      int question = q;
      Samples own =
          kind == ModelKind.TYPE ? samples.relabelled(labels(rows.labels, question)) : samples;
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
