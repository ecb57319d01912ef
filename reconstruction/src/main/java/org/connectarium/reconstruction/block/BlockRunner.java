package org.connectarium.reconstruction.block;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.connectarium.ingest.volume.Box;

/// Works through blocks on a number of threads.
///
/// Blocks must not depend on each other, and each must leave its result whole or not at all, so
/// that a run that was killed can be started again. The result does not depend on the number of
/// threads. When a block fails, blocks that have begun are finished and no further one is begun.
public final class BlockRunner {
  private BlockRunner() {}

  /// The work on one block.
  @FunctionalInterface
  public interface Task {
    /// Works on a block.
    void run(Box block) throws Exception;
  }

  /// Told after each block.
  @FunctionalInterface
  public interface Listener {
    /// One block is finished; called from any thread.
    void done(Box block);
  }

  /// Works through all blocks.
  ///
  /// @throws Exception what the first failing block threw
  public static void run(List<Box> blocks, int threads, Task task, Listener listener)
      throws Exception {
    AtomicBoolean failed = new AtomicBoolean();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      for (Box block : blocks) {
        running.add(
            pool.submit(
                () -> {
                  if (!failed.get()) {
                    try {
                      task.run(block);
                      listener.done(block);
                    } catch (Exception | Error e) {
                      failed.set(true);
                      throw e;
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> block : running) {
        try {
          block.get();
        } catch (ExecutionException e) {
          throw e.getCause() instanceof Exception cause ? cause : e;
        }
      }
    }
  }
}
