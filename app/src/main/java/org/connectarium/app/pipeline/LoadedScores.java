package org.connectarium.app.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.connectarium.app.json.Json;
import org.connectarium.app.version.ProgramVersion;
import org.connectarium.app.workspace.Stage;
import org.connectarium.app.workspace.StageRecord;
import org.connectarium.graph.score.ScoreKind;
import org.connectarium.graph.score.ScoreModel;
import org.connectarium.graph.sink.ContactKey;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.sink.ScoreColumns;
import org.connectarium.graph.sink.ScoresRow;
import org.connectarium.reconstruction.classification.Scores;
import org.connectarium.reconstruction.classifier.ClassifierModel;
import org.connectarium.reconstruction.classifier.ModelKind;
import org.connectarium.reconstruction.segmentation.TableFile;

/// The probabilities of the dataset's models on their way into the graph: with the rows where the
/// graph is made, beside what is there already where it was made before.
final class LoadedScores {
  private final Job job;
  private final List<TableFile> tables;
  private final Optional<Scores> scores;
  private final Map<ModelKind, Loaded> models = new LinkedHashMap<>();
  private final int[] segmentBegin;
  private final int[] pieceBegin;

  /// @param withRows whether they come with the rows of segments and contacts
  private record Loaded(ScoreModel model, String run, boolean withRows) {}

  LoadedScores(Job job, List<Path> tables, Optional<Scores> scores) {
    this.job = job;
    this.scores = scores;
    this.tables = TableFile.open(tables);
    segmentBegin = new int[tables.size() + 1];
    pieceBegin = new int[tables.size() + 1];
    for (int t = 0; t < tables.size(); t++) {
      segmentBegin[t + 1] = segmentBegin[t] + this.tables.get(t).segments();
      pieceBegin[t + 1] = pieceBegin[t] + this.tables.get(t).pieces();
    }
  }

  /// Tells the graph of all models.
  ///
  /// @param segmentRun run of the segments, which carries the marks of the ledger
  /// @param isNew whether nothing of this segmentation was loaded before
  void begin(GraphSink sink, String segmentRun, boolean isNew) throws Exception {
    if (scores.isEmpty()) {
      return;
    }
    StageRecord record = job.finished(Stage.CLASSIFY);
    for (ModelKind kind : ClassifyWork.models(job).places().keySet()) {
      ClassifierModel model = ClassifyWork.model(job, kind).orElseThrow();
      String run = "classify-" + kind.label() + "-" + model.fingerprint().substring(0, 16);
      sink.run(row(run, model, record));
      ScoreModel named = new ScoreModel(ScoreKind.valueOf(kind.name()), model.origin().name());
      String mark = "with-rows-" + run;
      boolean withRows = isNew || sink.isLoaded(mark);
      if (withRows) {
        sink.segments(mark, segmentRun, List.of());
      }
      sink.beginScores(new ScoresRow(named, run));
      models.put(kind, new Loaded(named, run, withRows));
    }
  }

  private RunRow row(String id, ClassifierModel model, StageRecord record) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("model", model.origin().name());
    parameters.put("fingerprint", model.fingerprint());
    parameters.put("trainingData", model.origin().trainingData());
    parameters.put("provenance", model.origin().provenance());
    return new RunRow(
        id,
        Stage.CLASSIFY.label(),
        ProgramVersion.text(),
        Json.line(parameters),
        record.inputHash(),
        record.started(),
        record.ended(),
        0);
  }

  /// Those that come with the segments of a table.
  List<ScoreColumns> ofSegments(int table) {
    return columns(table, false, true);
  }

  /// Those that come with the contacts of a table.
  List<ScoreColumns> ofContacts(int table) {
    return columns(table, true, true);
  }

  private List<ScoreColumns> columns(int table, boolean contacts, boolean withRows) {
    List<ScoreColumns> out = new ArrayList<>();
    models.forEach(
        (kind, loaded) -> {
          if (loaded.withRows == withRows && loaded.model.kind().isOfContacts() == contacts) {
            out.add(columns(table, kind, loaded));
          }
        });
    return out;
  }

  private ScoreColumns columns(int table, ModelKind kind, Loaded loaded) {
    Scores s = scores.orElseThrow();
    int from = pieceBegin[table];
    int to = pieceBegin[table + 1];
    int first = segmentBegin[table];
    int last = segmentBegin[table + 1];
    return switch (kind) {
      case CONTINUITY -> ScoreColumns.of(loaded.model, s.continuity(from, to));
      case SYNAPSE ->
          ScoreColumns.of(loaded.model, s.synapse(from, to), s.synapseReverse(from, to));
      case TYPE ->
          ScoreColumns.of(
              loaded.model,
              s.type(0, first, last),
              s.type(1, first, last),
              s.type(2, first, last),
              s.type(3, first, last));
    };
  }

  /// Adds those of models that the graph was made without, and says that all are complete.
  void add(GraphSink sink) {
    for (int t = 0; t < tables.size(); t++) {
      for (ScoreColumns columns : columns(t, false, false)) {
        List<Long> ids = new ArrayList<>();
        tables.get(t).forEachSegment(row -> ids.add(row.id()));
        sink.segmentScores("segments-" + t, run(columns), ids, columns);
      }
      for (ScoreColumns columns : columns(t, true, false)) {
        List<ContactKey> keys = new ArrayList<>();
        tables
            .get(t)
            .forEachPiece(p -> keys.add(new ContactKey(p.lowId(), p.highId(), p.number())));
        sink.contactScores("contacts-" + t, run(columns), keys, columns);
      }
    }
    models.values().forEach(loaded -> sink.completeScores(loaded.model));
  }

  private String run(ScoreColumns columns) {
    return models.values().stream()
        .filter(loaded -> loaded.model.equals(columns.model()))
        .map(Loaded::run)
        .findFirst()
        .orElseThrow();
  }
}
