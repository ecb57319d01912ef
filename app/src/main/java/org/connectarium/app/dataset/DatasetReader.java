package org.connectarium.app.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.hierarchy.Linkage;
import org.connectarium.reconstruction.network.Preset;

/// Turns the keys of DATASET.yaml into a [Dataset].
final class DatasetReader {
  private static final int SMALLEST_BLOCK = 8;
  private static final int LARGEST_BLOCK = 2048;

  private final Path file;
  private final Path folder;

  private DatasetReader(Path file) {
    this.file = file;
    Path parent = file.toAbsolutePath().normalize().getParent();
    this.folder = parent == null ? Path.of("/") : parent;
  }

  static Dataset read(Path file) throws IOException {
    return new DatasetReader(file).dataset(Section.of(file, YamlReader.read(file)));
  }

  private Dataset dataset(Section top) {
    Path folderName = folder.getFileName();
    String name = top.text("name").orElse(folderName == null ? "dataset" : folderName.toString());
    String image = absolute(top.text("image"));
    Optional<double[]> voxelNm = top.threeNumbers("voxelSizeNm", 0.1, 10_000);
    Optional<Truth> truth = truth(top);
    Optional<Path> skeletons =
        top.text("truthSkeletons").map(text -> folder.resolve(text).normalize());
    Optional<Box> box = top.box("box");
    boolean modelChosen = top.has("model") || top.has("train") || top.has("boundary");
    Model model = model(top);
    Optional<Box> tune = boxOf(top, "tune");
    Optional<Box> evaluate = boxOf(top, "evaluate");
    Prediction prediction = prediction(top.section("predict"));
    Optional<String> segments = top.text("segments").map(text -> absolute(Optional.of(text)));
    Segmentation segmentation = segmentation(top.section("segmentation"), segments);
    Classifiers classifiers = classifiers(top);
    Agglomeration agglomeration = agglomeration(top.section("agglomeration"));
    Optional<GraphServer> graph =
        top.has("graph") ? Optional.of(graph(top.section("graph"))) : Optional.empty();
    long threads = top.whole("threads", 0, 1, 4096);
    // misspelt keys first: they often are the reason why another one is missing
    top.finish();
    if (image.isEmpty()) {
      throw top.missing("image", "grayscale_maps");
    }
    double[] nm = voxelNm.orElseThrow(() -> top.missing("voxelSizeNm", "[10, 10, 10]"));
    Dataset dataset =
        new Dataset(
            file.toAbsolutePath().normalize(),
            name,
            image,
            new VoxelSize(nm[0], nm[1], nm[2]),
            truth,
            skeletons,
            box,
            model,
            modelChosen,
            tune,
            evaluate,
            prediction,
            segmentation,
            classifiers,
            agglomeration,
            graph,
            threads == 0 ? OptionalInt.empty() : OptionalInt.of((int) threads));
    checkBoxes(top, dataset);
    return dataset;
  }

  private Optional<Truth> truth(Section top) {
    Optional<String> source = top.text("truth");
    Truth.Kind kind = top.choice("truthKind", Truth.Kind.class, Truth.Kind.LABELS);
    if (source.isEmpty() && top.has("truthKind")) {
      throw top.bad("truthKind", "says what the truth means, but there is no key \"truth\"");
    }
    List<Long> values = top.wholeNumbers("membraneValues", 0, Long.MAX_VALUE);
    if (kind != Truth.Kind.MEMBRANE && top.has("membraneValues")) {
      throw top.bad("membraneValues", "says what a mask means; add \"truthKind: membrane\"");
    }
    return source.map(text -> new Truth(absolute(Optional.of(text)), kind, values));
  }

  private Model model(Section top) {
    Optional<String> name = top.text("model");
    Optional<String> map = top.text("boundary");
    Model.Meaning means = top.choice("boundaryMeans", Model.Meaning.class, Model.Meaning.BOUNDARY);
    if (map.isPresent()) {
      if (name.isPresent() || top.has("train")) {
        throw top.bad("boundary", "is a map that is there already; remove \"model\" and \"train\"");
      }
      return new Model.Mapped(absolute(map), means);
    }
    if (top.has("boundaryMeans")) {
      throw top.bad("boundaryMeans", "says what a map means, but there is no key \"boundary\"");
    }
    if (top.has("train")) {
      if (name.isPresent()) {
        throw top.bad("model", "and \"train\" exclude each other; remove one of them");
      }
      if (!top.has("truth")) {
        throw top.bad("train", "needs labels to learn from; add the key \"truth\"");
      }
      return new Model.Trained(training(top.section("train")));
    }
    String text = name.orElse(Defaults.MODEL);
    Path path = folder.resolve(text).normalize();
    if (text.contains("/") || Files.exists(path)) {
      if (!Files.exists(path)) {
        throw top.bad("model", "names " + path + ", which does not exist");
      }
      return new Model.Stored(path);
    }
    return new Model.Shipped(text);
  }

  private Training training(Section train) {
    Box box = train.requiredBox("box");
    Optional<Box> validation = train.box("validationBox");
    Box learnt = box;
    if (validation.isEmpty()) {
      long sections = Math.max(1, box.sizeZ() / Defaults.VALIDATION_PART);
      if (sections >= box.sizeZ()) {
        throw train.bad("box", "has one section only; give a validationBox too");
      }
      long cut = box.z1() - sections;
      learnt = new Box(box.x0(), box.y0(), box.z0(), box.x1(), box.y1(), cut);
      validation = Optional.of(new Box(box.x0(), box.y0(), cut, box.x1(), box.y1(), box.z1()));
    }
    Training training =
        new Training(
            learnt,
            validation.get(),
            train.choice("network", Preset.class, Preset.FIBSEM_UNET),
            (int) train.whole("steps", Defaults.TRAINING_STEPS, 1, 100_000_000),
            (int) train.whole("patience", Defaults.PATIENCE, 1, 1_000_000),
            train.whole("seed", Defaults.SEED, 0, Long.MAX_VALUE),
            train.number("learningRate", Defaults.LEARNING_RATE, 1e-8, 1),
            train.choice("augmentation", Training.Augmented.class, Training.Augmented.USUAL),
            train.texts("also").stream().map(text -> folder.resolve(text).normalize()).toList(),
            train.has("patch")
                ? Optional.of(train.voxels("patch", Defaults.PATCH, 1, LARGEST_BLOCK))
                : Optional.empty());
    train.finish();
    refuseOverlap(train, "validationBox", training.validationBox(), "box", training.box());
    return training;
  }

  private static Prediction prediction(Section keys) {
    Prediction prediction =
        new Prediction(
            (int) keys.whole("symmetries", Defaults.SYMMETRIES, 1, 48),
            keys.choice("engine", Prediction.Engine.class, Prediction.Engine.AUTO));
    keys.finish();
    return prediction;
  }

  private static Segmentation segmentation(Section keys, Optional<String> given) {
    Segmentation d = Defaults.SEGMENTATION;
    if (given.isPresent() && keys.has("method")) {
      throw keys.bad("method", "makes segments, but \"segments\" names some; remove one of them");
    }
    Segmentation.Method method = keys.choice("method", Segmentation.Method.class, d.method());
    Segmentation segmentation =
        new Segmentation(
            given,
            method,
            keys.number("h", d.h(), 0, 1),
            (int) keys.whole("minMarkerVoxels", d.minMarkerVoxels(), 0, Integer.MAX_VALUE),
            keys.number("threshold", d.threshold(), 0, 1),
            keys.choice("basins", Segmentation.Basins.class, d.basins()),
            keys.number("seedDepthNm", d.seedDepthNm(), 0, 100_000),
            keys.number("inside", d.inside(), 0, 1),
            keys.number("reachNm", d.reachNm(), 0, 100_000),
            keys.choice(
                "evidence",
                Segmentation.Evidence.class,
                method == Segmentation.Method.MUTEX
                    ? Segmentation.Evidence.GATHERED
                    : d.evidence()),
            (int) keys.whole("minSegmentVoxels", d.minSegmentVoxels(), 0, Integer.MAX_VALUE),
            keys.voxels("blockVoxels", d.blockVoxels(), SMALLEST_BLOCK, LARGEST_BLOCK),
            keys.voxels("marginVoxels", d.marginVoxels(), 0, LARGEST_BLOCK),
            (int) keys.whole("allowFailedBlocks", d.allowFailedBlocks(), 0, Integer.MAX_VALUE));
    keys.finish();
    return segmentation;
  }

  private Classifiers classifiers(Section top) {
    Section keys = top.section("classify");
    Optional<String> continuity = classifier(keys, "continuity");
    Optional<String> synapse = classifier(keys, "synapse");
    Optional<String> type = classifier(keys, "type");
    keys.finish();
    if (type.isPresent() && continuity.isEmpty()) {
      throw keys.bad(
          "type", "needs classify.continuity, which tells what belongs to the same neurite");
    }
    Optional<String> types = top.text("truthTypes").map(text -> absolute(Optional.of(text)));
    Optional<String> clefts = top.text("truthClefts").map(text -> absolute(Optional.of(text)));
    Optional<Path> synapses =
        top.text("truthSynapses").map(text -> folder.resolve(text).normalize());
    if (synapses.isPresent() && clefts.isEmpty()) {
      throw top.bad("truthSynapses", "names synapses of \"truthClefts\"; give that key, too");
    }
    if (synapses.isPresent() && !top.has("truth")) {
      throw top.bad("truthSynapses", "names cells of the truth; add the key \"truth\"");
    }
    return new Classifiers(
        continuity,
        synapse,
        type,
        types,
        clefts.map(c -> new SynapseTruthFiles(c, synapses)),
        top.text("truthContacts").map(text -> folder.resolve(text).normalize()));
  }

  /* A name stands for a shipped model, unless a folder is called so. */
  private Optional<String> classifier(Section keys, String key) {
    Optional<String> text = keys.text(key).filter(t -> !t.equals("none"));
    if (text.isEmpty()) {
      return text;
    }
    Path path = folder.resolve(text.get()).normalize();
    if (Files.exists(path)) {
      return Optional.of(path.toString());
    }
    if (text.get().contains("/")) {
      throw keys.bad(key, "names " + path + ", which does not exist");
    }
    return text;
  }

  private static Agglomeration agglomeration(Section keys) {
    Agglomeration d = Defaults.AGGLOMERATION;
    Optional<String> continuity = keys.text("minContinuity").filter(text -> !text.equals("auto"));
    Agglomeration agglomeration =
        new Agglomeration(
            linkage(keys),
            continuity.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(keys.number("minContinuity", continuity.get(), 0, 1)),
            (int) keys.whole("minContactVoxels", d.minContactVoxels(), 0, Integer.MAX_VALUE),
            (int) keys.whole("minSegmentVoxels", d.minSegmentVoxels(), 0, Integer.MAX_VALUE));
    keys.finish();
    return agglomeration;
  }

  private enum LinkageName {
    MEAN,
    QUANTILE,
    SIZE
  }

  private static Linkage linkage(Section keys) {
    double quantile = keys.number("quantile", Defaults.QUANTILE, 0.001, 1);
    double sizeVoxels = keys.number("sizeVoxels", Defaults.SIZE_VOXELS, 1, 1e12);
    return switch (keys.choice("linkage", LinkageName.class, LinkageName.MEAN)) {
      case MEAN -> new Linkage.Mean();
      case QUANTILE -> new Linkage.Quantile(quantile);
      case SIZE -> new Linkage.Size(sizeVoxels);
    };
  }

  private GraphServer graph(Section keys) {
    String server = keys.requiredText("server", "bolt://127.0.0.1:7687");
    Optional<String> user = keys.text("user");
    Optional<String> database = keys.text("database");
    Optional<Path> password =
        keys.text("passwordFile").map(text -> folder.resolve(text).normalize());
    keys.finish();
    try {
      return GraphServer.of(server, user, database, password, Optional.empty());
    } catch (IllegalArgumentException e) {
      throw keys.bad("server", String.valueOf(e.getMessage()));
    }
  }

  private static Optional<Box> boxOf(Section top, String key) {
    if (!top.has(key)) {
      return Optional.empty();
    }
    if (!top.has("truth")) {
      throw top.bad(key, "compares with labels; add the key \"truth\"");
    }
    Section keys = top.section(key);
    Box box = keys.requiredBox("box");
    keys.finish();
    return Optional.of(box);
  }

  /* No figure on voxels that something was learnt from. */
  private static void checkBoxes(Section top, Dataset dataset) {
    if (dataset.model() instanceof Model.Trained(Training training)) {
      dataset.tune().ifPresent(b -> refuseOverlap(top, "tune", b, "train.box", training.box()));
      dataset.evaluate().ifPresent(b -> refuseLearnt(top, b, training));
    }
    if (dataset.evaluate().isPresent() && dataset.tune().isPresent()) {
      refuseOverlap(top, "evaluate", dataset.evaluate().get(), "tune", dataset.tune().get());
    }
  }

  private static void refuseLearnt(Section top, Box evaluate, Training training) {
    refuseOverlap(top, "evaluate", evaluate, "train.box", training.box());
    refuseOverlap(top, "evaluate", evaluate, "train.validationBox", training.validationBox());
  }

  private static void refuseOverlap(Section keys, String key, Box box, String otherKey, Box other) {
    Box common = box.intersect(other);
    if (!common.isEmpty()) {
      throw keys.bad(
          key, "shares the voxels " + common + " with " + otherKey + "; use separate boxes");
    }
  }

  private String absolute(Optional<String> source) {
    return source.map(text -> folder.resolve(text).normalize().toString()).orElse("");
  }
}
