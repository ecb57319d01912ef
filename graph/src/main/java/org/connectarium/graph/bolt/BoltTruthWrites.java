package org.connectarium.graph.bolt;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.truth.CellRow;
import org.connectarium.graph.truth.OverlapRow;
import org.connectarium.graph.truth.SkeletonRow;
import org.connectarium.graph.truth.TruthKind;
import org.connectarium.graph.truth.TruthWrites;

/// Writes through the procedures `connectome.loadTruth.*`. Nothing is sent twice, because no
/// ledger would tell: a truth whose writing was interrupted is stored anew.
record BoltTruthWrites(BoltConnection connection) implements TruthWrites {
  @Override
  public void begin(String truth, TruthKind kind, RunRow run) {
    alone(
        "CALL connectome.loadTruth.begin($truth, $kind, $run)",
        Map.of("truth", truth, "kind", kind.label(), "run", RowMap.of(run).values()));
    REMOVAL.forEach(statement -> alone(statement, Map.of("truth", truth)));
  }

  @Override
  public void cells(String truth, List<CellRow> rows) {
    send("CALL connectome.loadTruth.cells($truth, $rows)", truth, rows, TruthMap::of);
  }

  @Override
  public void overlaps(String truth, List<OverlapRow> rows) {
    send("CALL connectome.loadTruth.overlaps($truth, $rows)", truth, rows, TruthMap::of);
  }

  @Override
  public void skeletons(String truth, List<SkeletonRow> rows) {
    send("CALL connectome.loadTruth.skeletons($truth, $rows)", truth, rows, TruthMap::of);
  }

  @Override
  public void complete(String truth) {
    alone("CALL connectome.loadTruth.complete($truth)", Map.of("truth", truth));
  }

  @Override
  public void remove(String truth) {
    REMOVAL.forEach(statement -> alone(statement, Map.of("truth", truth)));
    alone(REMOVAL_OF_NODE, Map.of("truth", truth));
  }

  private <R> void send(String statement, String truth, List<R> rows, Function<R, TruthMap> toMap) {
    List<?> maps = rows.stream().map(row -> toMap.apply(row).values()).toList();
    alone(statement, Map.of("truth", truth, "rows", maps));
  }

  private void alone(String statement, Map<String, Object> parameters) {
    connection.alone("Truth", statement, parameters);
  }
}
