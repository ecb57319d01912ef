package org.connectarium.graph.bulk;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.neo4j.batchimport.api.InputIterator;
import org.neo4j.batchimport.api.input.InputChunk;
import org.neo4j.batchimport.api.input.InputEntityVisitor;

/// Rows from the thread that loads to the threads of the importer: a queue that holds few, so that
/// memory is bounded whoever is slower.
final class RowFeed implements InputIterator {
  private static final int WAITING = 8;

  /// Empty at the end.
  private final BlockingQueue<Optional<Rows>> queue = new ArrayBlockingQueue<>(WAITING);

  private volatile boolean givenUp;

  /// Hands rows over; false if none were taken for so long.
  boolean offer(Rows rows, long millis) throws InterruptedException {
    return queue.offer(Optional.of(rows), millis, TimeUnit.MILLISECONDS);
  }

  /// Says that there are no more; false if there was no place for so long.
  boolean offerEnd(long millis) throws InterruptedException {
    return queue.offer(Optional.empty(), millis, TimeUnit.MILLISECONDS);
  }

  /// Ends the rows and makes the importer fail once its threads have taken notice. (To fail in one
  /// of them would make Neo4j write to standard error.)
  void giveUp() {
    givenUp = true;
    queue.clear();
    queue.add(Optional.empty());
  }

  @Override
  public InputChunk newChunk() {
    return new Chunk();
  }

  @Override
  public boolean next(InputChunk chunk) throws IOException {
    try {
      Optional<Rows> rows = queue.take();
      if (rows.isEmpty()) {
        queue.put(rows); // for the next thread
      }
      rows.ifPresent(((Chunk) chunk)::begin);
      return rows.isPresent();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IOException(interruption);
    }
  }

  /// Called by the importer when its threads have read all; makes it fail if the rows were not all.
  @Override
  public void close() throws IOException {
    if (givenUp) {
      throw new IOException("the load was given up");
    }
  }

  /// What one thread of the importer reads, again and again with other rows.
  private static final class Chunk implements InputChunk {
    private Optional<Rows> rows = Optional.empty();
    private int next;

    void begin(Rows others) {
      rows = Optional.of(others);
      next = 0;
    }

    @Override
    public boolean next(InputEntityVisitor visitor) throws IOException {
      Rows now = rows.orElseThrow();
      if (next == now.size()) {
        return false;
      }
      now.visit(next++, visitor);
      visitor.endOfEntity();
      return true;
    }

    @Override
    public void close() {
      rows = Optional.empty();
    }
  }
}
