package org.connectarium.app.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.connectarium.app.graph.LoadTarget;
import org.connectarium.app.json.Json;
import org.connectarium.app.progress.Progress;
import org.connectarium.app.version.ProgramVersion;
import org.connectarium.app.workspace.Stage;
import org.connectarium.app.workspace.StageRecord;
import org.connectarium.graph.bulk.BulkSize;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.sink.SegmentRow;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.classification.Scores;
import org.connectarium.reconstruction.classifier.ModelKind;
import org.connectarium.reconstruction.hierarchy.Linkage;
import org.connectarium.reconstruction.segmentation.Continuity;
import org.connectarium.reconstruction.segmentation.TableFile;

/// Segments and contacts into the graph, batch by batch; a graph of another segmentation is emptied
/// first.
record LoadWork(Job job) implements StageWork {
  static final String SERVER = "server";
  private static final String WITHOUT = "withoutBlocks";

  @Override
  public Stage stage() {
    return Stage.LOAD;
  }

  @Override
  public Object parameters() throws Exception {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("linkage", job.dataset().agglomeration().linkage().label());
    List<Box> without = SegmentWork.setAside(job);
    if (!without.isEmpty()) {
      all.put(WITHOUT, without.toString());
    }
    job.graph().server().ifPresent(server -> all.put(SERVER, server));
    return all;
  }

  @Override
  public boolean isStillThere() throws Exception {
    return job.graph().isLoaded(begun());
  }

  @Override
  public List<String> run() throws Exception {
    List<Path> tables = SegmentWork.tables(job);
    Optional<Scores> scores = ClassifyWork.scores(job);
    Continuity continuity =
        Continuity.of(
            tables,
            job.dataset().agglomeration().linkage(),
            ClassifyWork.probabilities(job, scores));
    String runId = "segment-" + job.hashOf(Stage.SEGMENT);
    long segmentRows = 0;
    for (Path table : tables) {
      segmentRows += TableFile.open(table).segments();
    }
    BulkSize size = new BulkSize(segmentRows, continuity.size());
    try (LoadTarget target = job.graph().openToLoad(size)) {
      GraphSink sink = target.sink();
      String begun = begun();
      boolean isNew = !sink.isLoaded(begun);
      if (isNew) {
        target.makeRoom();
      }
      describeRuns(sink, runId);
      sink.segments(begun, runId, List.of());
      LoadedScores models = new LoadedScores(job, tables, scores);
      models.begin(sink, runId, isNew);
      load(tables, continuity, models, runId, sink, size.segments() + size.contacts());
      models.add(sink);
      Progress shown = target.isWholeNew() ? job.progress() : Progress.none();
      try (Progress.Task _ = shown.begin("link", 0, "")) {
        sink.finish();
      }
    }
    return job.graph().server().isPresent() ? List.of() : List.of("neo4j");
  }

  private void load(
      List<Path> tables,
      Continuity continuity,
      LoadedScores models,
      String runId,
      GraphSink sink,
      long rows) {
    try (Progress.Task task = job.progress().begin(stage().label(), rows, "row")) {
      for (int t = 0; t < tables.size(); t++) {
        List<SegmentRow> segments = new ArrayList<>();
        TableFile.open(tables.get(t)).forEachSegment(segments::add);
        sink.segments("segments-" + t, runId, segments, models.ofSegments(t));
        task.advance(segments.size());
      }
      for (int t = 0; t < tables.size(); t++) {
        var contacts = continuity.rows(t);
        sink.contacts("contacts-" + t, runId, contacts, models.ofContacts(t));
        task.advance(contacts.size());
      }
    }
  }

  /* The batch that tells of which segmentation, and of which continuity, the others are. */
  private String begun() throws Exception {
    List<Box> without = SegmentWork.setAside(job);
    Linkage linkage = job.dataset().agglomeration().linkage();
    return "begun-"
        + job.hashOf(Stage.SEGMENT)
        + (linkage instanceof Linkage.Mean ? "" : "-" + linkage.label())
        + ClassifyWork.model(job, ModelKind.CONTINUITY)
            .map(model -> "-by-" + model.origin().name() + "-" + model.fingerprint())
            .orElse("")
        + (without.isEmpty() ? "" : "-without-" + without);
  }

  /// The runs that made what is loaded, so that every stored thing leads to its parameters.
  private void describeRuns(GraphSink sink, String segmentRun) throws Exception {
    for (Stage stage : List.of(Stage.IMPORT, Stage.TRAIN, Stage.PREDICT, Stage.SEGMENT)) {
      StageRecord r = job.finished(stage);
      String id = stage == Stage.SEGMENT ? segmentRun : stage.label() + "-" + r.inputHash();
      sink.run(
          new RunRow(
              id,
              stage.label(),
              ProgramVersion.text(),
              Json.line(r.parameters()),
              r.inputHash(),
              r.started(),
              r.ended(),
              0));
    }
  }
}
