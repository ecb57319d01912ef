package org.connectarium.graph.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectarium.graph.TinyConnectome.id;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.ExecutionPlanDescription;
import org.neo4j.graphdb.Transaction;

/// Look-ups of the past read a few records, however many decisions there were.
class HistoryCostTest {
  private static final int ROUNDS = 100;

  @TempDir Path home;

  @Test
  void aNameAndATimeOfThePastAreFoundWithoutGoingThroughAllOfThem() {
    try (GraphStore store = GraphStore.open(home)) {
      TwoRows rows = new TwoRows(store);
      Edits edits = new Edits(store.database(), StopCheck.NEVER);
      ZonedDateTime begin = ZonedDateTime.now(ZoneOffset.UTC);
      for (int round = 0; round < ROUNDS; round++) {
        long merge = edits.merge(id(3), id(4), EditNote.NONE).decision();
        edits.undo(merge, EditNote.NONE);
      }
      assertThat(rows.of(3)).isNotEqualTo(rows.of(4));
      long key = keyOfMost(store);
      assertThat(hits(store, History.NAME_AT, Map.of("key", key, "decision", 1L))).isLessThan(20);
      assertThat(hits(store, History.DECISION_AT, Map.of("at", begin.plusDays(1)))).isLessThan(20);
    }
  }

  /* The key with most former names: one for each other decision at least. */
  private static long keyOfMost(GraphStore store) {
    try (Transaction tx = store.database().beginTx();
        var most =
            tx.execute(
                "MATCH (f:FormerAgglomerate) RETURN f.key AS key, count(f) AS n"
                    + " ORDER BY n DESC LIMIT 1")) {
      Map<String, Object> row = most.next();
      assertThat((Long) row.get("n")).isGreaterThanOrEqualTo(ROUNDS);
      return (Long) Objects.requireNonNull(row.get("key"));
    }
  }

  private static long hits(GraphStore store, String query, Map<String, Object> parameters) {
    try (Transaction tx = store.database().beginTx();
        var result = tx.execute("PROFILE " + query, parameters)) {
      assertThat(result.stream()).hasSize(1);
      return hits(result.getExecutionPlanDescription());
    }
  }

  private static long hits(ExecutionPlanDescription plan) {
    long own = plan.hasProfilerStatistics() ? plan.getProfilerStatistics().getDbHits() : 0;
    return own + plan.getChildren().stream().mapToLong(HistoryCostTest::hits).sum();
  }
}
