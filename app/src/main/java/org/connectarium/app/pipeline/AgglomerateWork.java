package org.connectarium.app.pipeline;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.connectarium.app.dataset.Agglomeration;
import org.connectarium.app.dataset.Truth;
import org.connectarium.app.graph.WorkspaceGraph;
import org.connectarium.app.json.Json;
import org.connectarium.app.progress.Progress;
import org.connectarium.app.workspace.Stage;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.AgglomerationResult;
import org.connectarium.graph.assembly.AssemblyOptions;
import org.connectarium.graph.assembly.AssemblyResult;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.classifier.ModelKind;
import org.connectarium.reconstruction.segmentation.Clusters;
import org.connectarium.reconstruction.segmentation.Continuity;
import org.jspecify.annotations.Nullable;

/// The first agglomeration, by the procedure of the graph; its threshold as the dataset says, else
/// chosen on the tuning box, else the model's own, else a default. Then, where the dataset names a
/// model of synapses, the connectome of the agglomerates.
record AgglomerateWork(Job job) implements StageWork {
  private static final double DEFAULT_CONTINUITY = 0.8;
  private static final String MODEL_KEY = "minContinuity";
  private static final String ASSEMBLY_VERSION = "1";

  /// The data set of the graph that the agglomerates are neurons of.
  static final String CONNECTOME = "reconstruction";

  /// What was chosen and what came out, kept for the report.
  ///
  /// @param chosen how the threshold was found
  record Outcome(
      double minContinuity,
      String chosen,
      double tuneViBits,
      long agglomerates,
      long segments,
      long contactsUsed,
      String runId,
      @Nullable Connectome connectome) {}

  /// What the assembly made, where a model of synapses is named.
  ///
  /// @param model of synapses
  /// @param kinds synapses by what they sit on; empty text: not known
  /// @param classes neurons by their class
  record Connectome(
      String model,
      long neurons,
      long synapses,
      long connections,
      long contactsWithin,
      Map<String, Long> kinds,
      Map<String, Long> classes,
      String runId) {}

  @Override
  public Stage stage() {
    return Stage.AGGLOMERATE;
  }

  @Override
  public Object parameters() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("agglomeration", job.dataset().agglomeration().toString());
    all.put("truth", job.truthFingerprint());
    all.put("tune", job.dataset().tune().map(Object::toString).orElse("none"));
    synapseModel(job).ifPresent(model -> all.put("assembly", ASSEMBLY_VERSION + ' ' + model));
    return all;
  }

  @Override
  public List<String> run() throws Exception {
    Outcome threshold = threshold();
    Agglomeration asked = job.dataset().agglomeration();
    try (Progress.Task task = job.progress().begin(stage().label(), 1, "graph");
        WorkspaceGraph graph = job.graph().open()) {
      AgglomerationResult result =
          graph.agglomerate(
              new AgglomerationOptions(
                  threshold.minContinuity(),
                  asked.minContactVoxels(),
                  asked.minSegmentVoxels(),
                  Optional.empty(),
                  AgglomerationOptions.DEFAULT.minTypeProbability()));
      task.advance(1);
      Outcome outcome =
          new Outcome(
              threshold.minContinuity(),
              threshold.chosen(),
              threshold.tuneViBits(),
              result.agglomerates(),
              result.segments(),
              result.contactsUsed(),
              result.runId(),
              connectome(graph));
      job.workspace().write(file(job), Json.write(outcome) + "\n");
    }
    return List.of("tables/agglomeration.json");
  }

  static Path file(Job job) {
    return job.workspace().root().resolve("tables").resolve("agglomeration.json");
  }

  /// The name of the model of synapses in the graph, if the dataset names one.
  static Optional<String> synapseModel(Job job) {
    return ClassifyWork.model(job, ModelKind.SYNAPSE).map(model -> model.origin().name());
  }

  private @Nullable Connectome connectome(WorkspaceGraph graph) {
    return synapseModel(job)
        .map(
            model -> {
              AssemblyResult r =
                  graph.assemble(CONNECTOME, AssemblyOptions.DEFAULT.withModel(model));
              return new Connectome(
                  model,
                  r.neurons(),
                  r.synapses(),
                  r.connections(),
                  r.contactsWithin(),
                  r.kinds(),
                  classes(graph),
                  r.runId());
            })
        .orElse(null);
  }

  private Map<String, Long> classes(WorkspaceGraph graph) {
    VoxelSize v = job.dataset().voxelSize();
    Map<String, Long> classes = new TreeMap<>();
    graph
        .rows(
            "CALL connectome.neurons.classify('%s', {voxelSizeNm: [%s, %s, %s]})"
                    .formatted(CONNECTOME, v.xNm(), v.yNm(), v.zNm())
                + " YIELD neuronClass, neurons RETURN neuronClass, neurons")
        .forEach(
            row ->
                classes.put(
                    String.valueOf(row.get("neuronClass")),
                    ((Number) Objects.requireNonNull(row.get("neurons"))).longValue()));
    return classes;
  }

  private Outcome threshold() throws Exception {
    Agglomeration asked = job.dataset().agglomeration();
    if (asked.minContinuity().isPresent()) {
      return outcome(asked.minContinuity().getAsDouble(), "given in the dataset's description", 0);
    }
    boolean labels = job.dataset().truth().filter(t -> t.kind() == Truth.Kind.LABELS).isPresent();
    if (job.dataset().tune().isPresent() && labels) {
      Clusters clusters = Continuity.of(SegmentWork.tables(job), asked.linkage()).clusters();
      var best = Thresholds.best(job, clusters, job.inVolume(job.dataset().tune().get(), "tune"));
      return outcome(best.minContinuity(), "chosen on the box \"tune\"", best.viBits());
    }
    return TrainWork.model(job)
        .map(model -> model.network().provenance().get(MODEL_KEY))
        .map(own -> outcome(Double.parseDouble(own), "the model's own", 0))
        .orElseGet(() -> outcome(DEFAULT_CONTINUITY, "default, not tuned", 0));
  }

  private static Outcome outcome(double minContinuity, String chosen, double vi) {
    return new Outcome(minContinuity, chosen, vi, 0, 0, 0, "", null);
  }
}
