package org.connectarium.reconstruction.distance;

/// What lies beyond the faces of a block.
public enum Edge {
  /// Nothing is known: only voxels inside the block count.
  OPEN,
  /// A voxel of another label follows on all six sides.
  OTHER_LABEL
}
