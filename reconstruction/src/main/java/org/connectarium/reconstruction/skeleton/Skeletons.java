package org.connectarium.reconstruction.skeleton;

import java.util.List;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.grid.Grid;

/// Middle lines of all objects of an array.
///
/// - input: `int[]` labels, shape (z, y, x), 0 = background; objects are connected over 26
///   neighbours
/// - output: a tree for each label, by ascending label, with one piece for each connected object
///   that is no dust; positions in nm, voxel (0, 0, 0) at 0
/// - cost: about O(voxels) time; 17 bytes a voxel, 80 more a voxel of the largest object
/// - deterministic; nothing is known of what lies beyond the faces, so radii there are too large
///
/// Method: see [Teasar].
public final class Skeletons {
  private Skeletons() {}

  /// The skeletons of all labels.
  ///
  /// @param labels shape (z, y, x)
  /// @throws IllegalArgumentException if the labels do not fit the grid or one is negative
  public static List<SkeletonTree> of(
      int[] labels, Grid grid, VoxelSize voxel, SkeletonParameters parameters) {
    grid.checkLength(labels.length);
    for (int label : labels) {
      if (label < 0) {
        throw new IllegalArgumentException("Labels must be 0 or more but one is " + label);
      }
    }
    Box box = Box.ofSize(grid.sizeX(), grid.sizeY(), grid.sizeZ());
    List<Piece> pieces =
        new BlockPieces(box, box, labels, voxel, parameters, List.of()).trace(label -> label);
    return Joining.all(pieces, voxel, parameters);
  }
}
