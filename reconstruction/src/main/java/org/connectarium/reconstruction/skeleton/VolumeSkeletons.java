package org.connectarium.reconstruction.skeleton;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.block.BlockEngine;

/// Middle lines of all objects of a volume, block by block.
///
/// Neighbouring blocks share one plane of voxels. On it they agree on the voxels through which
/// lines pass ([FaceTargets]), so pieces join there without a search. Ridges between segments of
/// one object are closed first ([RidgeFill]).
///
/// - each finished block leaves one file in `folder`, there as a whole or not at all; such
///   blocks are not repeated, so the folder must be of these labels and parameters alone
/// - memory: [#bytesPerThread] for each block at work; then 60 bytes a node of all skeletons
/// - deterministic: same bytes for any number of threads
///
/// @param volume box of the volume, in voxels; its begin is not negative
/// @param blockVoxels edge of a block
/// @param voxel edges of a voxel
/// @param parameters how skeletons are made
/// @param folder for the files of finished blocks
public record VolumeSkeletons(
    Box volume, int blockVoxels, VoxelSize voxel, SkeletonParameters parameters, String folder)
    implements Serializable {
  private static final int BYTES_PER_VOXEL = 120;

  /// @throws IllegalArgumentException if the volume is too long for the program, or blocks have
  /// fewer than 8 voxels an edge
  public VolumeSkeletons {
    long longest = Math.max(volume.x1(), Math.max(volume.y1(), volume.z1()));
    if (longest > NodeGraph.MAX_EDGE_VOXELS) {
      throw new IllegalArgumentException(
          "Volume %s reaches beyond %d voxels on one axis"
              .formatted(volume, NodeGraph.MAX_EDGE_VOXELS));
    }
    if (blockVoxels < 8) {
      throw new IllegalArgumentException(
          "Blocks must have 8 voxels an edge or more but have " + blockVoxels);
    }
  }

  /// Memory that one thread needs, in bytes.
  public long bytesPerThread() {
    long edge = blockVoxels + 3L;
    return BYTES_PER_VOXEL * edge * edge * edge;
  }

  /// Makes the pieces of all blocks that have none yet.
  ///
  /// @throws org.connectarium.reconstruction.block.BlocksFailedException if a block failed in all
  /// attempts; the others are done
  public void run(BlockEngine engine, LabelSource source, BlockEngine.Listener listener)
      throws Exception {
    VolumeSkeletons plan = this;
    engine.runAll(() -> new SkeletonTask(plan, source), blocks(), listener);
  }

  /// Joins the pieces of all blocks to one tree for each label, by ascending label.
  ///
  /// @throws org.connectarium.ingest.volume.BadInputException if a file of a block is missing or
  /// damaged
  public List<SkeletonTree> trees() {
    List<Piece> pieces = new ArrayList<>();
    for (Box block : blocks()) {
      pieces.addAll(PieceFile.read(file(block)));
    }
    return Joining.all(pieces, voxel, parameters);
  }

  private List<Box> blocks() {
    return volume.blocks(blockVoxels, blockVoxels, blockVoxels);
  }

  /// The file of a finished block.
  Path file(Box block) {
    return Path.of(folder, "%d-%d-%d.pieces".formatted(block.x0(), block.y0(), block.z0()));
  }
}
