package org.connectarium.ingest.tissue;

import org.connectarium.ingest.volume.Box;

/// Truth of all voxels of a box; arrays have shape (z, y, x), x fastest.
///
/// @param box voxels of the block
/// @param neurite id of the cell each voxel belongs to, positive; membranes and the gaps between
///     cells go to the nearest cell
/// @param material ordinal of the [Material] of each voxel
/// @param membraneNm distance to the nearest mid-line between two cells, in nm, 0…500
/// @param spine whether the nearest part of the cell is a spine, its membrane and half of the gap
///     included
@SuppressWarnings("ArrayRecordComponent")
public record TissueBlock(
    Box box, long[] neurite, byte[] material, float[] membraneNm, boolean[] spine) {
  /// A block to fill.
  public static TissueBlock empty(Box box) {
    int n = box.arrayLength();
    return new TissueBlock(box, new long[n], new byte[n], new float[n], new boolean[n]);
  }
}
