package org.connectarium.ingest.tissue;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/// The plans of the tiles used last. Each is made once at a time, by the thread that asks first;
/// others wait for it.
final class PlanCache {
  private final int capacity;
  private final Function<Tiles.Index, TilePlan> planner;
  private final SequencedMap<Tiles.Index, FutureTask<TilePlan>> plans = new LinkedHashMap<>();

  PlanCache(int capacity, Function<Tiles.Index, TilePlan> planner) {
    this.capacity = capacity;
    this.planner = planner;
  }

  TilePlan get(Tiles.Index tile) {
    FutureTask<TilePlan> task;
    synchronized (plans) {
      FutureTask<TilePlan> found = plans.get(tile);
      task = found == null ? new FutureTask<>(() -> planner.apply(tile)) : found;
      plans.putLast(tile, task);
      if (plans.size() > capacity) {
        plans.pollFirstEntry();
      }
    }
    task.run();
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while planning tile " + tile, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Tile " + tile + " could not be planned", e.getCause());
    }
  }
}
