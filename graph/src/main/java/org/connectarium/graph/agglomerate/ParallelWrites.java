package org.connectarium.graph.agglomerate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntToLongFunction;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.store.DiskSpace;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransientFailureException;

/// Writes numbered things in ranges, each in a transaction of its own, on several threads. A range
/// whose transaction gets in the way of another is written again.
final class ParallelWrites {
  private static final int CHANGES_PER_TRANSACTION = 20_000;
  private static final int MAX_THREADS = 4;
  private static final int ATTEMPTS = 20;

  private final GraphDatabaseService database;
  private final StopCheck stop;

  ParallelWrites(GraphDatabaseService database, StopCheck stop) {
    this.database = database;
    this.stop = stop;
  }

  /// Writes the things from `begin` to just before `end`; may be called again for the same ones.
  interface Range {
    void write(Transaction tx, int begin, int end);
  }

  /// Writes all things.
  ///
  /// @param things how many there are
  /// @param changes how many changes the first n of them are together
  void write(int things, IntToLongFunction changes, Range range) {
    int threads = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
    List<Future<?>> parts = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      try {
        for (int begin = 0; begin < things; ) {
          int from = begin;
          int to = end(begin, things, changes);
          parts.add(executor.submit(() -> write(range, from, to)));
          begin = to;
        }
        for (Future<?> part : parts) {
          part.get();
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new GraphException("Interrupted while memberships were written; run it again");
      } catch (ExecutionException failure) {
        throw failure.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(failure.getCause());
      } finally {
        executor.shutdownNow();
      }
    }
  }

  private static int end(int begin, int things, IntToLongFunction changes) {
    long limit = changes.applyAsLong(begin) + CHANGES_PER_TRANSACTION;
    int low = begin + 1;
    int high = things;
    while (low < high) { // the most that stay within the limit, but at least one
      int middle = low + (high - low + 1) / 2;
      if (changes.applyAsLong(middle) <= limit) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private void write(Range range, int begin, int end) {
    for (int attempt = 1; ; attempt++) {
      stop.check();
      DiskSpace.requireRoom(database);
      try (Transaction tx = database.beginTx()) {
        range.write(tx, begin, end);
        tx.commit();
        return;
      } catch (TransientFailureException conflict) {
        if (attempt == ATTEMPTS) {
          throw conflict;
        }
      }
    }
  }
}
