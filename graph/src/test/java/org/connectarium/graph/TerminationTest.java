package org.connectarium.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectarium.graph.TinyConnectome.id;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.branch.Branches;
import org.connectarium.graph.edit.EditNote;
import org.connectarium.graph.edit.Edits;
import org.connectarium.graph.edit.TwoRows;
import org.connectarium.graph.hierarchy.AgglomerationState;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionTerminatedException;

/// Every procedure that waits for those who work on the graph ends once its transaction is
/// terminated, and does nothing any more when its turn comes.
class TerminationTest {
  private static final long WAIT_SECONDS = 60;

  private static final Map<String, List<Object>> WAITING =
      Map.ofEntries(
          Map.entry("agglomerate.components", List.of(Map.of())),
          Map.entry("agglomerate.focusem", List.of(Map.of("steps", List.of("leftovers")))),
          Map.entry("agglomerate.members", List.of(1)),
          Map.entry("agglomerate.membership", List.of()),
          Map.entry("agglomerate.of", List.of(id(1))),
          Map.entry("agglomerate.partition", List.of(Map.of())),
          Map.entry("branch.create", List.of("other")),
          Map.entry("branch.diff", List.of("b")),
          Map.entry("branch.edits", List.of("b")),
          Map.entry("branch.members", List.of("b", id(1))),
          Map.entry("branch.merge", List.of("b", id(1), id(6))),
          Map.entry("branch.redo", List.of("b", 1)),
          Map.entry("branch.split", List.of("b", List.of(id(4)), List.of(id(6)))),
          Map.entry("branch.takeOver", List.of("b")),
          Map.entry("branch.undo", List.of("b", 1)),
          Map.entry("edit.asOf", List.of(id(1), 0)),
          Map.entry("edit.diff", List.of(0, 1)),
          Map.entry("edit.history", List.of(1)),
          Map.entry("edit.joins", List.of(1)),
          Map.entry("edit.members", List.of(1)),
          Map.entry("edit.merge", List.of(id(1), id(6))),
          Map.entry("edit.previewSplit", List.of(List.of(id(4)), List.of(id(6)))),
          Map.entry("edit.redo", List.of(1)),
          Map.entry("edit.split", List.of(List.of(id(4)), List.of(id(6)))),
          Map.entry("edit.undo", List.of(1)),
          Map.entry("mergeTree.build", List.of(Map.of())),
          Map.entry("synapses.assemble", List.of("own")),
          Map.entry("synapses.remove", List.of("own")));

  /* They read or write in the transaction that calls them, or a few records, and wait for nobody:
  Neo4j itself ends them at the next record. */
  private static final List<String> NOT_WAITING =
      List.of(
          "branch.drop",
          "branch.list",
          "branch.remove",
          "edit.decisionAt",
          "load.contacts",
          "load.run",
          "load.segments",
          "loadScores.begin",
          "loadScores.complete",
          "loadScores.contacts",
          "loadScores.segments",
          "loadTruth.begin",
          "loadTruth.cells",
          "loadTruth.complete",
          "loadTruth.overlaps",
          "loadTruth.skeletons",
          "mergeTree.members",
          "mergeTree.of",
          "mergeTree.sizes",
          "scores.list",
          "synapses.contacts",
          "version");

  @TempDir static Path home;
  private static GraphStore store;

  @BeforeAll
  static void open() {
    store = GraphStore.open(home);
    assertThat(new TwoRows(store).of(3)).isPositive();
    new Edits(store.database(), StopCheck.NEVER).merge(id(3), id(4), EditNote.NONE);
    Branches branches = new Branches(store.database(), StopCheck.NEVER);
    branches.create("b", EditNote.NONE);
    branches.undo("b", 1, EditNote.NONE);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  static Stream<String> waiting() {
    return WAITING.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("waiting")
  void endsWhenItsTransactionIsTerminatedWhileItWaits(String procedure) throws Exception {
    String before = state();
    try (Transaction caller = store.database().beginTx()) {
      FutureTask<List<Map<String, Object>>> call = new FutureTask<>(() -> rows(caller, procedure));
      Thread thread = Thread.ofPlatform().daemon().unstarted(call);
      try (Transaction other = store.database().beginTx()) {
        AgglomerationState.lock(other);
        AgglomerationState.complete(other).lockReaders(other);
        thread.start();
        awaitLock(thread, call);
        caller.terminate();
      }
      Throwable end =
          failure(call).orElseThrow(() -> new AssertionError(procedure + " was not ended"));
      assertThat(Stream.iterate(end, Objects::nonNull, Throwable::getCause))
          .as(procedure)
          .hasAtLeastOneElementOfType(TransactionTerminatedException.class);
    }
    assertThat(state()).as(procedure).isEqualTo(before);
  }

  @Test
  void everyProcedureIsLookedAt() {
    TreeSet<String> known = new TreeSet<>(WAITING.keySet());
    known.addAll(NOT_WAITING);
    try (Transaction tx = store.database().beginTx();
        var all =
            tx.execute(
                "SHOW PROCEDURES YIELD name WHERE name STARTS WITH 'connectome.'"
                    + " RETURN substring(name, 11) AS name")) {
      assertThat(all.<String>columnAs("name").stream()).containsExactlyInAnyOrderElementsOf(known);
    }
  }

  private static List<Map<String, Object>> rows(Transaction caller, String procedure) {
    List<Object> arguments = Objects.requireNonNull(WAITING.get(procedure));
    StringBuilder names = new StringBuilder();
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      names.append(i == 0 ? "$p" : ", $p").append(i);
      values.put("p" + i, arguments.get(i));
    }
    try (var result = caller.execute("CALL connectome." + procedure + "(" + names + ")", values)) {
      return result.stream().toList();
    }
  }

  /* Until it waits for a lock of the database. */
  private static void awaitLock(Thread thread, FutureTask<?> call) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
    while (Arrays.stream(thread.getStackTrace())
        .noneMatch(frame -> frame.getClassName().contains("ForsetiClient"))) {
      assertThat(call.isDone()).as("it ended without waiting: %s", failureIfDone(call)).isFalse();
      assertThat(System.nanoTime()).as("it waits for no lock").isLessThan(end);
      Thread.sleep(1);
    }
  }

  private static Optional<Throwable> failureIfDone(FutureTask<?> call) throws Exception {
    return call.isDone() ? failure(call) : Optional.empty();
  }

  private static Optional<Throwable> failure(FutureTask<?> call) throws Exception {
    try {
      call.get(WAIT_SECONDS, TimeUnit.SECONDS);
      return Optional.empty();
    } catch (ExecutionException failed) {
      return Optional.ofNullable(failed.getCause());
    }
  }

  private static String state() {
    try (Transaction tx = store.database().beginTx();
        var found =
            tx.execute(
                "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes,"
                    + " count(r) AS relationships")) {
      return found.next() + " " + AgglomerationState.complete(tx).lastDecision();
    }
  }
}
