package org.connectarium.reconstruction.block;

import java.util.List;
import org.connectarium.ingest.volume.Box;

/// Does the work of a stage on all its blocks.
///
/// - The result does not depend on the engine, nor on how many workers it has.
/// - A block that fails is tried again when all others were, alone, so that it may have all memory;
///   after [#ATTEMPTS] attempts it is set aside, and the others are not hurt by it.
/// - A fault of all blocks is not tried on thousands of them: when more than [#FEW] have failed,
///   and fewer succeeded, the engine gives up.
/// - What no other attempt could mend (a full disk, an interruption) ends the run at once.
public interface BlockEngine {
  /// How often a block is tried in one run.
  int ATTEMPTS = 3;

  /// So many failed blocks are borne before it is asked whether any succeed.
  int FEW = 8;

  /// Told of blocks as they are finished.
  @FunctionalInterface
  interface Listener {
    /// One block is finished, or was from an earlier run; called from any thread.
    void done(Box block);
  }

  /// Works on all blocks that are not done.
  ///
  /// @param ledger where attempts are kept
  /// @return the blocks that were set aside, in the order of `blocks`
  /// @throws BlocksFailedException if the engine gave up
  /// @throws Exception what ended the run, or what the job's opening or the listener threw
  List<FailedBlock> run(BlockJob job, List<Box> blocks, BlockLedger ledger, Listener listener)
      throws Exception;

  /// Works on all blocks that are not done, where each of them is needed; nothing is kept of failed
  /// attempts.
  ///
  /// @throws BlocksFailedException if any failed; the others are done
  /// @throws Exception as [#run]
  default void runAll(BlockJob job, List<Box> blocks, Listener listener) throws Exception {
    List<FailedBlock> failed = run(job, blocks, BlockLedger.inMemory(), listener);
    if (!failed.isEmpty()) {
      throw new BlocksFailedException(failed, blocks.size(), "all others are done");
    }
  }

  /// Threads of this process.
  static BlockEngine threads(int threads) {
    return new ThreadEngine(threads);
  }
}
