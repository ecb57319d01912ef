package org.connectarium.reconstruction.block;

import org.connectarium.ingest.volume.Box;

/// A block that was set aside, because every attempt at it failed.
///
/// @param block the block
/// @param attempts how often it was tried in this run
/// @param failure of the last attempt
public record FailedBlock(Box block, int attempts, Throwable failure) {
  /// Where it is and why it failed, in one line.
  public String text() {
    return "block at voxel (%d, %d, %d): %s"
        .formatted(block.x0(), block.y0(), block.z0(), BlockLedger.reason(failure));
  }
}
