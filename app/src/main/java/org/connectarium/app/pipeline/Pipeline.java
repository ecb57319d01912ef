package org.connectarium.app.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.connectarium.app.dataset.Dataset;
import org.connectarium.app.graph.GraphPlace;
import org.connectarium.app.progress.Progress;
import org.connectarium.app.workspace.Ledger;
import org.connectarium.app.workspace.Stage;
import org.connectarium.app.workspace.StageInput;
import org.connectarium.app.workspace.StageRecord;
import org.connectarium.app.workspace.Workspace;

/// Everything from images to report for one dataset, stage by stage.
///
/// A stage runs if it has not been done on the same input yet: its parameters, and the input of the
/// stage before. What was killed goes on from its last finished block, crop or batch.
public final class Pipeline {
  private final Job job;

  public Pipeline(
      Workspace workspace, GraphPlace graph, Dataset dataset, Progress progress, int threads) {
    this.job = new Job(workspace, graph, dataset, progress, threads);
  }

  /// The server that the graph of a workspace was loaded into; empty for a database of its own, or
  /// none yet.
  public static Optional<String> serverOf(Workspace workspace) throws IOException {
    return workspace
        .ledger()
        .find(Stage.LOAD)
        .map(record -> record.parameters().path(LoadWork.SERVER))
        .filter(server -> server.isTextual())
        .map(server -> server.asText());
  }

  /// Forgets a stage and all later ones, so that they run anew.
  public void restartFrom(Stage first) throws IOException {
    job.workspace().ledger().forgetFrom(first);
    for (Stage stage : Stage.values()) {
      if (stage.compareTo(first) >= 0) {
        job.discard(stage);
      }
    }
  }

  /// Runs the stages up to and including one.
  ///
  /// @return the records of all stages that are done, in order
  public List<StageRecord> run(Stage until) throws Exception {
    List<StageRecord> records = new ArrayList<>();
    List<String> upstream = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      if (stage.compareTo(until) > 0) {
        break;
      }
      StageWork work = work(stage, upstream);
      StageInput input = new StageInput(work.parameters(), upstream);
      Ledger ledger = job.workspace().ledger();
      if (ledger.isDone(stage, input.hash(stage)) && !work.isStillThere()) {
        ledger.forgetFrom(stage);
      }
      StageRecord done = ledger.runUnlessDone(stage, input, work::run);
      records.add(done);
      upstream = List.of(done.inputHash());
    }
    return records;
  }

  private StageWork work(Stage stage, List<String> upstream) throws Exception {
    return switch (stage) {
      case IMPORT -> new ImportWork(job);
      case TRAIN -> new TrainWork(job);
      case PREDICT -> new PredictWork(job, hash(stage, new PredictWork(job, ""), upstream));
      case SEGMENT -> new SegmentWork(job, hash(stage, new SegmentWork(job, ""), upstream));
      case CLASSIFY -> new ClassifyWork(job, hash(stage, new ClassifyWork(job, ""), upstream));
      case LOAD -> new LoadWork(job);
      case AGGLOMERATE -> new AgglomerateWork(job);
      case EVALUATE -> new EvaluateWork(job);
      case REPORT -> new ReportWork(job);
    };
  }

  private static String hash(Stage stage, StageWork work, List<String> upstream) throws Exception {
    return new StageInput(work.parameters(), upstream).hash(stage);
  }
}
