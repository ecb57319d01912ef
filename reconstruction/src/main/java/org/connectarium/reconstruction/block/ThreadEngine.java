package org.connectarium.reconstruction.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.connectarium.ingest.volume.Box;

/// Blocks on threads of this process, in their order.
record ThreadEngine(int threads) implements BlockEngine {

  @Override
  public List<FailedBlock> run(
      BlockJob job, List<Box> blocks, BlockLedger ledger, Listener listener) throws Exception {
    Run run = new Run(job.open(), ledger, listener);
    run.all(blocks, threads);
    List<FailedBlock> failed = run.failed(blocks);
    if (run.isOver()) {
      throw new BlocksFailedException(
          failed, blocks.size(), "so many that the others were not tried");
    }
    return failed;
  }

  /// One run and what became of its blocks.
  private static final class Run {
    private final BlockTask task;
    private final BlockLedger ledger;
    private final Listener listener;
    private final Map<Box, Throwable> failures = new ConcurrentHashMap<>();
    private final Map<Box, Integer> attempts = new ConcurrentHashMap<>();
    private int succeeded;
    private boolean over;

    Run(BlockTask task, BlockLedger ledger, Listener listener) {
      this.task = task;
      this.ledger = ledger;
      this.listener = listener;
    }

    void all(List<Box> blocks, int threads) throws Exception {
      try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
        List<Future<?>> running = new ArrayList<>();
        for (Box block : blocks) {
          running.add(
              pool.submit(
                  () -> {
                    work(block);
                    return null;
                  }));
        }
        for (Future<?> block : running) {
          await(block);
        }
      } catch (Exception | Error e) {
        end();
        throw e;
      }
      for (int again = 1; again < ATTEMPTS && !isOver(); again++) {
        for (Box block : blocks) {
          if (failures.containsKey(block)) {
            work(block);
          }
        }
      }
    }

    private void await(Future<?> block) throws Exception {
      try {
        block.get();
      } catch (ExecutionException e) {
        end();
        if (e.getCause() instanceof Exception cause) {
          throw cause;
        }
        throw e;
      }
    }

    private void work(Box block) throws Exception {
      if (isOver()) {
        return;
      }
      try {
        if (attempt(block)) {
          listener.done(block);
        }
      } catch (Exception | Error e) {
        end();
        throw e;
      }
    }

    private boolean attempt(Box block) throws Exception {
      if (task.isDone(block)) {
        count(true);
        return true;
      }
      attempts.merge(block, 1, Integer::sum);
      ledger.begun(block);
      try {
        task.run(block);
      } catch (Exception | OutOfMemoryError | StackOverflowError e) {
        if (Hopeless.is(e)) {
          throw e;
        }
        task.takeBack(block);
        ledger.failed(block, e);
        if (failures.put(block, e) == null) {
          count(false);
        }
        return false;
      }
      failures.remove(block);
      ledger.done(block);
      count(true);
      return true;
    }

    private synchronized void count(boolean success) {
      succeeded += success ? 1 : 0;
      over |= !success && failures.size() > FEW && failures.size() > succeeded;
    }

    private synchronized void end() {
      over = true;
    }

    private synchronized boolean isOver() {
      return over;
    }

    List<FailedBlock> failed(List<Box> blocks) {
      List<FailedBlock> out = new ArrayList<>();
      for (Box block : blocks) {
        Optional.ofNullable(failures.get(block))
            .ifPresent(
                failure ->
                    out.add(new FailedBlock(block, attempts.getOrDefault(block, 0), failure)));
      }
      out.forEach(failed -> ledger.setAside(failed.block()));
      return out;
    }
  }
}
