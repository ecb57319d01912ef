package org.connectarium.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionTerminatedException;

/// Questions to a database.
public final class Asked {
  private static final long WAIT_SECONDS = 60;

  private Asked() {}

  /// The rows of an answer.
  public static List<Map<String, Object>> rows(GraphDatabaseService database, String cypher) {
    return database.executeTransactionally(
        cypher, Map.of(), result -> new ArrayList<>(result.stream().toList()));
  }

  /// The row of which a column is as given.
  public static Map<String, Object> row(
      List<Map<String, Object>> rows, String column, Object value) {
    return rows.stream()
        .filter(row -> value.equals(row.get(column)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row with " + column + " = " + value));
  }

  /// A number of a row.
  public static double number(Map<String, Object> row, String column) {
    return ((Number) Objects.requireNonNull(row.get(column), column)).doubleValue();
  }

  /// A question that would take very long must end when its transaction is terminated.
  public static void endsWhenTerminated(GraphDatabaseService database, String cypher)
      throws InterruptedException {
    try (Transaction tx = database.beginTx()) {
      CountDownLatch begun = new CountDownLatch(1);
      FutureTask<Long> call =
          new FutureTask<>(
              () -> {
                begun.countDown();
                try (var result = tx.execute(cypher)) {
                  return result.stream().count();
                }
              });
      Thread.ofPlatform().daemon().start(call);
      begun.await();
      tx.terminate();
      assertThatThrownBy(() -> call.get(WAIT_SECONDS, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .satisfies(
              e ->
                  assertThat(Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause))
                      .hasAtLeastOneElementOfType(TransactionTerminatedException.class));
    }
  }
}
