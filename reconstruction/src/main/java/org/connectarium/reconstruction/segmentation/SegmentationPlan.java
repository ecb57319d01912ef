package org.connectarium.reconstruction.segmentation;

import java.io.Serializable;
import java.util.List;
import org.connectarium.ingest.n5.DatasetPlace;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.watershed.AffinityParameters;
import org.connectarium.reconstruction.watershed.MutexParameters;
import org.connectarium.reconstruction.watershed.RidgeParameters;
import org.connectarium.reconstruction.watershed.SeededParameters;

/// How a volume is segmented.
///
/// @param method the watershed and its parameters
/// @param block size of a block in voxels (x, y, z)
/// @param margin what is read around a block in voxels (x, y, z)
/// @param voxelSize edges of a voxel in nm
/// @param offset voxel of the larger volume at which this one begins (x, y, z)
public record SegmentationPlan(
    Method method,
    List<Integer> block,
    List<Integer> margin,
    VoxelSize voxelSize,
    List<Long> offset)
    implements Serializable {

  /// One of the watersheds.
  public sealed interface Method extends Serializable {}

  /// h-minima markers, 26 neighbours, ridge voxels 0, as in FocusEM.
  public record Ridge(RidgeParameters parameters) implements Method {}

  /// Seeds by distance, no ridge.
  ///
  /// @param gathered whether on the gathered map, one value a voxel
  public record Seeded(SeededParameters parameters, boolean gathered) implements Method {}

  /// Steepest descent over the steps between voxels, no ridge.
  ///
  /// @param gathered whether on the gathered map, one value a voxel
  public record Descending(AffinityParameters parameters, boolean gathered) implements Method {}

  /// Mutex watershed, no ridge.
  ///
  /// @param gathered whether on the gathered map, one value a voxel
  public record Mutex(MutexParameters parameters, boolean gathered) implements Method {}

  /// Segments that are there: pieces of them that hold together by voxel faces, cut at blocks.
  ///
  /// @param labels dataset of the volume's size with 63-bit ids, 0 = none
  public record Given(DatasetPlace labels) implements Method {}

  public SegmentationPlan {
    block = List.copyOf(block);
    margin = List.copyOf(margin);
    offset = List.copyOf(offset);
    if (block.stream().anyMatch(b -> b < 8) || margin.stream().anyMatch(m -> m < 0)) {
      throw new IllegalArgumentException(
          "Blocks of " + block + " voxels with margin " + margin + " are too small");
    }
  }

  /// What is read to segment a block, not clipped to the volume. Of segments that are there it is
  /// one voxel more, to know which go on.
  Box withMargin(Box block) {
    return method instanceof Given
        ? block.grow(1, 1, 1)
        : block.grow(margin.get(0), margin.get(1), margin.get(2));
  }

  /// Whether two blocks give the same segments where both see enough around them. Not so where what
  /// lies beyond a margin decides: seeds in the middle of large cells, and mutexes, of which the
  /// strongest anywhere come first.
  boolean isLocal() {
    return switch (method) {
      case Ridge _, Descending _, Given _ -> true;
      case Seeded _, Mutex _ -> false;
    };
  }
}
