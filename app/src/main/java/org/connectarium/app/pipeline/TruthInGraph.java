package org.connectarium.app.pipeline;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.connectarium.analysis.evaluation.ConnectomeMetrics;
import org.connectarium.analysis.evaluation.Contingency;
import org.connectarium.analysis.evaluation.SkeletonMetrics;
import org.connectarium.app.graph.WorkspaceGraph;
import org.connectarium.app.version.ProgramVersion;
import org.connectarium.app.workspace.Stage;
import org.connectarium.graph.agglomerate.Membership;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.truth.OverlapRow;
import org.connectarium.graph.truth.SkeletonRow;
import org.connectarium.graph.truth.TruthSink;
import org.connectarium.ingest.volume.Box;
import org.jspecify.annotations.Nullable;

/// The truth of a dataset in its graph, and what the graph says of its agglomerates.
record TruthInGraph(Job job) {
  private static final String VOLUME = "volume";
  private static final String SKELETONS = "skeletons";

  /// How good the agglomerates are; null where there is nothing to compare with.
  record Answer(
      EvaluateWork.@Nullable Labels agglomeration,
      EvaluateWork.@Nullable Skeletons skeletons,
      @Nullable ConnectomeMetrics connectome) {}

  /// Stores truth in place of what an earlier evaluation left.
  ///
  /// @param parameters of the evaluation, as JSON
  /// @param cells voxels that segments and cells share; empty = no truth volume
  /// @param skeletons with their segments; empty = no skeletons
  /// @param box where cells were compared
  Answer store(
      String parameters,
      Optional<Contingency> cells,
      Optional<List<SkeletonRow>> skeletons,
      Box box)
      throws Exception {
    RunRow run = run(parameters);
    try (WorkspaceGraph graph = job.graph().open()) {
      Membership membership = graph.membership();
      TruthSink sink = graph.truth();
      sink.remove(VOLUME);
      sink.remove(SKELETONS);
      cells.ifPresent(table -> sink.cells(VOLUME, run, rows(table)));
      skeletons.ifPresent(rows -> sink.skeletons(SKELETONS, run, rows));
      return new Answer(
          cells.map(t -> EvaluateWork.Labels.of(t.renamed(membership::of))).orElse(null),
          skeletons.flatMap(_ -> runLength(graph)).orElse(null),
          new ConnectomeFigures(job, box).in(graph, cells, membership).orElse(null));
    }
  }

  private static Optional<EvaluateWork.Skeletons> runLength(WorkspaceGraph graph) {
    SkeletonMetrics m = graph.skeletons(SKELETONS);
    return m.pathUm() > 0
        ? Optional.of(
            new EvaluateWork.Skeletons(
                m.erlUm(), m.erlOfTruthUm(), m.splits(), m.mergers(), m.pathUm()))
        : Optional.empty();
  }

  private RunRow run(String parameters) throws Exception {
    String hash = job.hashOf(Stage.AGGLOMERATE);
    String now = Instant.now().toString();
    String stage = Stage.EVALUATE.label();
    return new RunRow(
        stage + "-" + hash, stage, ProgramVersion.text(), parameters, hash, now, now, 0);
  }

  private static List<OverlapRow> rows(Contingency table) {
    return Arrays.stream(table.overlaps())
        .map(o -> new OverlapRow(o.segment(), o.truth(), o.voxels()))
        .toList();
  }
}
