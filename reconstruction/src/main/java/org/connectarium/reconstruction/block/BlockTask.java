package org.connectarium.reconstruction.block;

import org.connectarium.ingest.volume.Box;

/// A job that a worker has opened. Any thread of the worker may call it, each for another block.
///
/// Blocks must not depend on each other, and each leaves its result whole or not at all, so that a
/// run that was killed can be started again.
@FunctionalInterface
public interface BlockTask {
  /// Works on a block.
  void run(Box block) throws Exception;

  /// Whether the result of a block is there from an earlier run.
  default boolean isDone(Box block) {
    return false;
  }

  /// Takes back what attempts that failed may have left of a block, so that nothing half-written
  /// stays when it is set aside.
  default void takeBack(Box block) throws Exception {}
}
