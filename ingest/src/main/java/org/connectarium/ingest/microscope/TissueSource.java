package org.connectarium.ingest.microscope;

import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;

/// Tissue that can be asked for any box at any voxel size.
@FunctionalInterface
public interface TissueSource {
  /// The tissue at the voxel centres of a box. The same position has the same answer in every box.
  Sample block(Box box, VoxelSize voxelSize);

  /// Tissue at voxel centres, arrays of shape (z, y, x), x fastest.
  ///
  /// @param neurite id of the cell, 0 outside of cells
  /// @param material code of [org.connectarium.ingest.tissue.Material]
  /// @param membraneNm distance to the nearest surface of a cell
  @SuppressWarnings("ArrayRecordComponent")
  record Sample(long[] neurite, byte[] material, float[] membraneNm) {}
}
