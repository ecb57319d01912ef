package org.connectarium.app.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.connectarium.app.json.Json;
import org.connectarium.app.progress.Progress;
import org.connectarium.app.version.ProgramVersion;
import org.connectarium.app.workspace.Stage;
import org.connectarium.app.workspace.StageRecord;
import org.connectarium.graph.bulk.BulkSize;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.sink.SegmentRow;
import org.connectarium.reconstruction.segmentation.Continuity;
import org.connectarium.reconstruction.segmentation.TableFile;

/// Segments and contacts into the graph, batch by batch; a graph of another segmentation is emptied
/// first.
record LoadWork(Job job) implements StageWork {
  @Override
  public Stage stage() {
    return Stage.LOAD;
  }

  @Override
  public Object parameters() {
    return Map.of("linkage", "mean");
  }

  @Override
  public List<String> run() throws Exception {
    List<Path> tables = SegmentWork.tables(job);
    Continuity continuity = Continuity.of(tables);
    String hash = job.hashOf(Stage.SEGMENT);
    String runId = "segment-" + hash;
    long segmentRows = 0;
    for (Path table : tables) {
      segmentRows += TableFile.open(table).segments();
    }
    BulkSize size = new BulkSize(segmentRows, continuity.size());
    try (GraphTarget target = GraphTarget.open(job.workspace().neo4j(), size)) {
      GraphSink sink = target.sink();
      String begun = "begun-" + hash;
      if (!sink.isLoaded(begun)) {
        sink.clearSegmentation();
      }
      describeRuns(sink, runId);
      sink.segments(begun, runId, List.of());
      try (Progress.Task task = job.progress().begin(stage().label(), size.contacts(), "contact")) {
        for (int t = 0; t < tables.size(); t++) {
          List<SegmentRow> segments = new ArrayList<>();
          TableFile.open(tables.get(t)).forEachSegment(segments::add);
          sink.segments("segments-" + t, runId, segments);
        }
        for (int t = 0; t < tables.size(); t++) {
          var contacts = continuity.rows(t);
          sink.contacts("contacts-" + t, runId, contacts);
          task.advance(contacts.size());
        }
        sink.finish();
      }
    }
    return List.of("neo4j");
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
