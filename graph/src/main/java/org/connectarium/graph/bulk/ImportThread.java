package org.connectarium.graph.bulk;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.store.DiskSpace;
import org.connectarium.graph.store.StoreOptions;

/// The importer beside the thread that loads. Whatever goes wrong there is thrown here, at the
/// next call.
final class ImportThread implements AutoCloseable {
  private static final long LOOK_AT_IMPORTER_MILLIS = 1_000;
  private static final long WAIT_FOR_END_MILLIS = 60_000;

  private final Path home;
  private final RowFeed segments;
  private final RowFeed contacts;
  private final FutureTask<Boolean> task;

  private ImportThread(ImportRun run) {
    this.home = run.home();
    this.segments = run.segments();
    this.contacts = run.contacts();
    this.task = new FutureTask<>(run);
  }

  /// @throws GraphException if the disk has too little space
  static ImportThread start(Path home, StoreOptions options, BulkSize size) {
    DiskSpace.require(home, size.storeBytes());
    ImportThread thread =
        new ImportThread(new ImportRun(home, options, size, new RowFeed(), new RowFeed()));
    Thread.ofPlatform().daemon().name("graph-import").start(thread.task);
    return thread;
  }

  void segments(Rows.Segments rows) {
    waitFor(() -> segments.offer(rows, LOOK_AT_IMPORTER_MILLIS));
  }

  void contacts(Rows.Contacts rows) {
    waitFor(() -> contacts.offer(rows, LOOK_AT_IMPORTER_MILLIS));
  }

  void endOfSegments() {
    waitFor(() -> segments.offerEnd(LOOK_AT_IMPORTER_MILLIS));
  }

  /// Waits until all rows are in the files.
  void finish() {
    waitFor(() -> contacts.offerEnd(LOOK_AT_IMPORTER_MILLIS));
    waitFor(() -> hasEnded(LOOK_AT_IMPORTER_MILLIS));
  }

  /// Ends the importer, whose files are of no use unless it had finished.
  @Override
  public void close() {
    segments.giveUp();
    contacts.giveUp();
    try {
      hasEnded(WAIT_FOR_END_MILLIS);
    } catch (GraphException _) {
      // it was given up, or its failure was thrown before
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void waitFor(Step step) {
    try {
      while (!step.isDone()) {
        if (DiskSpace.isFull(home)) {
          throw DiskSpace.full(home);
        }
        hasEnded(0);
      }
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new GraphException("The bulk load was interrupted; load again", interruption);
    }
  }

  private boolean hasEnded(long millis) throws InterruptedException {
    try {
      return task.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException failure) {
      throw failure(failure.getCause() == null ? failure : failure.getCause());
    }
  }

  private GraphException failure(Throwable cause) {
    if (DiskSpace.isFull(home)) {
      return DiskSpace.full(home);
    }
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new GraphException("The bulk load into " + home + " failed: " + root, cause);
  }

  private interface Step {
    boolean isDone() throws InterruptedException;
  }
}
