package org.connectarium.ingest.tissue;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/// The values of a pure function that were used last. Each is made once at a time, by the thread
/// that asks first; others wait for it.
///
/// @param <K> what is asked for
/// @param <V> what is made of it
final class Memo<K, V> {
  private final int capacity;
  private final Function<K, V> maker;
  private final SequencedMap<K, FutureTask<V>> tasks = new LinkedHashMap<>();

  Memo(int capacity, Function<K, V> maker) {
    this.capacity = capacity;
    this.maker = maker;
  }

  V get(K key) {
    FutureTask<V> task;
    synchronized (tasks) {
      FutureTask<V> found = tasks.get(key);
      task = found == null ? new FutureTask<>(() -> maker.apply(key)) : found;
      tasks.putLast(key, task);
      if (tasks.size() > capacity) {
        tasks.pollFirstEntry();
      }
    }
    task.run();
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while planning " + key, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(key + " could not be planned", e.getCause());
    }
  }
}
