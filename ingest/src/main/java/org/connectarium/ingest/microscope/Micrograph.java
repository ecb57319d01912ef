package org.connectarium.ingest.microscope;

import org.connectarium.ingest.volume.Box;

/// An image of one box and what is to be seen in it, all in the coordinates of the image; arrays of
/// shape (z, y, x), x fastest.
///
/// @param box voxels
/// @param grey unsigned: 0 = black, 255 = white
/// @param neurite id of the cell, 0 outside of cells and where a fold hides the tissue
/// @param material code of [org.connectarium.ingest.tissue.Material]
/// @param spine whether it belongs to a spine of its cell
@SuppressWarnings("ArrayRecordComponent")
public record Micrograph(Box box, byte[] grey, long[] neurite, byte[] material, boolean[] spine) {
  static Micrograph empty(Box box) {
    int n = box.arrayLength();
    return new Micrograph(box, new byte[n], new long[n], new byte[n], new boolean[n]);
  }
}
