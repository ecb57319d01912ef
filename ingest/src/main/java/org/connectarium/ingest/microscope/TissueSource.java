package org.connectarium.ingest.microscope;

import org.connectarium.ingest.tissue.TissueBlock;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;

/// Tissue that can be asked for any box at any voxel size.
@FunctionalInterface
public interface TissueSource {
  /// The tissue at the voxel centres of a box. The same position has the same answer in every box.
  TissueBlock block(Box box, VoxelSize voxelSize);
}
