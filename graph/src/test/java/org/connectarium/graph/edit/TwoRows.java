package org.connectarium.graph.edit;

import static org.connectarium.graph.TinyConnectome.contact;
import static org.connectarium.graph.TinyConnectome.id;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.store.GraphStore;
import org.neo4j.graphdb.Transaction;

/// Segments 1–2–3 and 4–5–6 in a row, joined where p is at least 0.9, and queries about them.
public final class TwoRows {
  private final GraphStore store;

  /// Loads them and makes agglomerates.
  public TwoRows(GraphStore store) {
    this.store = store;
    try (GraphSink sink = GraphSink.embedded(store.database())) {
      TinyConnectome.load(
          sink,
          TinyConnectome.segments(6),
          List.of(
              contact(1, 2, 0.99),
              contact(2, 3, 0.95),
              contact(3, 4, 0.3),
              contact(4, 5, 0.99),
              contact(5, 6, 0.99),
              contact(4, 6, 0.91)));
    }
    call("CALL connectome.agglomerate.components({minContinuity: 0.9})", Map.of());
  }

  /// The agglomerate of a segment by its number from 1.
  public long of(int segment) {
    Map<String, Object> row = one("CALL connectome.agglomerate.of($id)", Map.of("id", id(segment)));
    return (long) Objects.requireNonNull(row.get("agglomerateId"));
  }

  /// The first row of an answer.
  public Map<String, Object> one(String query, Map<String, Object> parameters) {
    return call(query, parameters).getFirst();
  }

  /// All rows of an answer; what was written is committed.
  public List<Map<String, Object>> call(String query, Map<String, Object> parameters) {
    try (Transaction tx = store.database().beginTx();
        var result = tx.execute(query, parameters)) {
      List<Map<String, Object>> rows = result.stream().toList();
      tx.commit();
      return rows;
    }
  }
}
