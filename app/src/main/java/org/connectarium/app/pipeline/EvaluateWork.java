package org.connectarium.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.connectarium.analysis.evaluation.ConnectomeMetrics;
import org.connectarium.analysis.evaluation.Contingency;
import org.connectarium.analysis.evaluation.MaskMetrics;
import org.connectarium.analysis.evaluation.SegmentationMetrics;
import org.connectarium.app.json.Json;
import org.connectarium.app.progress.Progress;
import org.connectarium.app.workspace.Stage;
import org.connectarium.graph.truth.SkeletonRow;
import org.connectarium.ingest.n5.DatasetPlace;
import org.connectarium.ingest.n5.N5Dataset;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.segmentation.BoundarySource;
import org.jspecify.annotations.Nullable;

/// Compares with the truth, where there is truth that nothing was learnt from, and stores that
/// truth in the graph, mapped to segments.
record EvaluateWork(Job job) implements StageWork {
  private static final int BLOCK = 256;
  /* Of evaluation.json and the truth in the graph; those of another version are made anew. */
  private static final int EVALUATION_VERSION = 5;

  /// Metrics of one segmentation.
  record Labels(double viSplit, double viMerge, double arand, double coverage) {
    static Labels of(Contingency table) {
      var m = SegmentationMetrics.of(table);
      return new Labels(m.viSplitBits(), m.viMergeBits(), m.adaptedRandError(), m.coverage());
    }
  }

  /// Metrics of the membrane mask.
  ///
  /// @param threshold boundary level 1 … 255 from which on a voxel counts as membrane
  record Membrane(double precision, double recall, double f1, int threshold) {}

  /// Metrics of the agglomerates along skeletons.
  record Skeletons(double erlUm, double erlOfTruthUm, long splits, long mergers, double pathUm) {}

  /// All of them; null where there is nothing to compare with.
  record Outcome(
      @Nullable String box,
      @Nullable Labels segmentation,
      @Nullable Labels agglomeration,
      @Nullable Membrane membrane,
      @Nullable Skeletons skeletons,
      @Nullable ConnectomeMetrics connectome,
      Map<String, ClassifierFigures.Figure> classifiers) {}

  @Override
  public Stage stage() {
    return Stage.EVALUATE;
  }

  @Override
  public Object parameters() throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("evaluation", EVALUATION_VERSION);
    all.put("truth", job.truthFingerprint());
    all.put("evaluate", job.dataset().evaluate().map(Object::toString).orElse("all"));
    if (job.dataset().truthSkeletons().isPresent()) {
      Path folder = job.dataset().truthSkeletons().get();
      all.put("truthSkeletons", TruthSkeletons.fingerprint(folder));
    }
    if (job.dataset().classifiers().contactTruth().isPresent()) {
      Path table = job.dataset().classifiers().contactTruth().get();
      all.put("truthContacts", Files.size(table) + " bytes, " + Files.getLastModifiedTime(table));
    }
    return all;
  }

  @Override
  public List<String> run() throws Exception {
    job.workspace().write(file(job), Json.write(outcome()) + "\n");
    return List.of("tables/evaluation.json");
  }

  static Path file(Job job) {
    return job.workspace().root().resolve("tables").resolve("evaluation.json");
  }

  private Outcome outcome() throws Exception {
    if (!job.dataset().canBeEvaluated()) {
      inGraph(Optional.empty(), Optional.empty(), job.volume());
      return new Outcome(null, null, null, null, null, null, Map.of());
    }
    Box box =
        job.dataset().evaluate().isPresent()
            ? job.inVolume(job.dataset().evaluate().get(), "evaluate")
            : job.volume();
    Optional<Contingency> cells = Optional.empty();
    Membrane membrane = null;
    if (job.dataset().truth().isPresent()) {
      try (TruthVolume truth = TruthVolume.open(job)) {
        switch (job.dataset().truth().get().kind()) {
          case LABELS -> cells = Optional.of(overlaps(truth, box));
          case MEMBRANE -> membrane = membrane(truth, box);
        }
      }
    }
    Optional<List<SkeletonRow>> skeletons =
        job.dataset().truthSkeletons().map(_ -> new TruthSkeletons(job, box).rows());
    TruthInGraph.Answer graph = inGraph(cells, skeletons, box);
    return new Outcome(
        box.toString(),
        cells.map(Labels::of).orElse(null),
        graph.agglomeration(),
        membrane,
        graph.skeletons(),
        graph.connectome(),
        new ClassifierFigures(job).on(box));
  }

  private TruthInGraph.Answer inGraph(
      Optional<Contingency> cells, Optional<List<SkeletonRow>> skeletons, Box box)
      throws Exception {
    boolean nothingToStore = cells.isEmpty() && skeletons.isEmpty();
    if (nothingToStore && !Files.exists(file(job))) {
      return new TruthInGraph.Answer(
          null, null, null); // nor can an earlier evaluation have left any
    }
    return new TruthInGraph(job).store(Json.line(parameters()), cells, skeletons, box);
  }

  private Contingency overlaps(TruthVolume truth, Box box) {
    N5Dataset dataset = job.volumes().dataset(Job.SEGMENTS);
    Contingency table = new Contingency();
    try (Progress.Task task = job.progress().begin(stage().label(), box.voxels(), "voxel")) {
      for (Box block : box.blocks(BLOCK, BLOCK, BLOCK)) {
        long[] ids = dataset.readLongs(block);
        long[] labels = truth.labels(block);
        table.add(ids, labels);
        task.advance(block.voxels());
      }
    }
    return table;
  }

  /// The threshold comes from the tuning box; without one it is the middle.
  private Membrane membrane(TruthVolume truth, Box box) {
    int threshold = 128;
    if (job.dataset().tune().isPresent()) {
      Box tune = job.inVolume(job.dataset().tune().get(), "tune");
      double best = -1;
      for (int level = 16; level < 256; level += 4) {
        double f1 = compare(truth, tune, level).f1();
        if (f1 > best) {
          best = f1;
          threshold = level;
        }
      }
    }
    MaskMetrics m = compare(truth, box, threshold);
    return new Membrane(m.precision(), m.recall(), m.f1(), threshold);
  }

  private MaskMetrics compare(TruthVolume truth, Box box, int level) {
    BoundarySource.Reader boundary =
        BoundarySource.of(DatasetPlace.of(job.volumes(), Job.BOUNDARY)).open();
    MaskMetrics sum = new MaskMetrics(0, 0, 0);
    for (Box block : box.blocks(BLOCK, BLOCK, BLOCK)) {
      byte[] values = boundary.read(block);
      long[] labels = truth.labels(block);
      byte[] mask = new byte[labels.length];
      byte[] wanted = new byte[labels.length];
      for (int i = 0; i < labels.length; i++) {
        mask[i] = (byte) ((values[i] & 0xff) >= level ? 1 : 0);
        wanted[i] = (byte) (labels[i] != 0 ? 1 : 0);
      }
      sum = sum.plus(MaskMetrics.of(mask, wanted));
    }
    return sum;
  }
}
