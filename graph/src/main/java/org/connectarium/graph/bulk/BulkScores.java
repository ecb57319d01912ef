package org.connectarium.graph.bulk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.connectarium.graph.score.RegisteredScores;
import org.connectarium.graph.score.ScoreModel;
import org.connectarium.graph.sink.NamedScores;
import org.connectarium.graph.sink.ScoreColumns;
import org.connectarium.graph.sink.ScoresRow;
import org.connectarium.graph.sink.SinkTransaction;

/// The models of a bulk load, until the store can be told of them.
final class BulkScores {
  private final Map<ScoreModel, RegisteredScores> models = new LinkedHashMap<>();

  /// As `GraphSink.beginScores`; the run is known.
  List<String> begin(ScoresRow row) {
    RegisteredScores known = models.get(row.model());
    if (known != null) {
      known.requireSame(row.runId());
      return known.properties();
    }
    boolean first = models.keySet().stream().noneMatch(m -> m.kind() == row.model().kind());
    RegisteredScores begun = RegisteredScores.begun(row.model(), row.runId(), first);
    models.put(row.model(), begun);
    return begun.properties();
  }

  /// Scores of a batch with their properties.
  ///
  /// @param contacts whether the rows are contacts, not segments
  List<NamedScores> named(List<ScoreColumns> scores, boolean contacts, int rows) {
    for (ScoreColumns columns : scores) {
      columns.requireOf(contacts);
      columns.requireRows(rows);
    }
    return scores.stream()
        .map(columns -> new NamedScores(columns, begun(columns.model()).properties()))
        .toList();
  }

  /// Counts what came.
  void written(List<NamedScores> scores) {
    for (NamedScores of : scores) {
      ScoreModel model = of.columns().model();
      RegisteredScores was = begun(model);
      put(was, false, was.count() + of.count());
    }
  }

  /// As `GraphSink.completeScores`.
  void complete(ScoreModel model) {
    RegisteredScores was = begun(model);
    put(was, true, was.count());
  }

  /// Tells the store.
  void write(SinkTransaction ledger) {
    models.values().forEach(ledger::record);
  }

  private void put(RegisteredScores was, boolean complete, long count) {
    models.put(
        was.model(),
        new RegisteredScores(was.model(), was.properties(), was.run(), complete, count));
  }

  private RegisteredScores begun(ScoreModel model) {
    RegisteredScores known = models.get(model);
    if (known == null) {
      throw RegisteredScores.unknown(model);
    }
    return known;
  }
}
