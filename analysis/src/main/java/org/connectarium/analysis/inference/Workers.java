package org.connectarium.analysis.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// How many threads an analysis may use, and whether it should go on. Results are in the order of
/// the items, whatever the number of threads.
///
/// @param threads 1 or more
/// @param stopCheck called before each item; throws to end the work
public record Workers(int threads, Runnable stopCheck) {

  /// Refuses fewer than one thread.
  public Workers {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be 1 or more but were " + threads);
    }
  }

  /// Threads that nothing stops.
  public static Workers of(int threads) {
    return new Workers(threads, () -> {});
  }

  /// One result per item.
  ///
  /// @throws RuntimeException what an item or the stop check threw
  public <R> List<R> map(int items, IntFunction<R> item) {
    List<R> results = new ArrayList<>(items);
    if (threads == 1 || items <= 1) {
      for (int i = 0; i < items; i++) {
        stopCheck.run();
        results.add(item.apply(i));
      }
      return results;
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, items))) {
      try {
        List<Future<R>> running = new ArrayList<>(items);
        for (int i = 0; i < items; i++) {
          int number = i;
          Callable<R> task =
              () -> {
                stopCheck.run();
                return item.apply(number);
              };
          running.add(pool.submit(task));
        }
        for (Future<R> future : running) {
          results.add(future.get());
        }
        return results;
      } catch (ExecutionException e) {
        pool.shutdownNow();
        switch (e.getCause()) {
          case RuntimeException cause -> throw cause;
          case Error cause -> throw cause;
          case null, default -> throw new CompletionException(e.getCause());
        }
      } catch (InterruptedException e) {
        pool.shutdownNow();
        Thread.currentThread().interrupt();
        throw new CompletionException(e);
      }
    }
  }
}
