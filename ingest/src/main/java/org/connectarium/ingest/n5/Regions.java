package org.connectarium.ingest.n5;

import java.util.Arrays;

/// Regions of flat arrays of any number of dimensions, x first and fastest.
final class Regions {
  private Regions() {}

  /// Copies a region between two arrays of the same type, x fastest.
  ///
  /// @param size size of the region, x first
  static void copy(
      Object from,
      int[] fromSize,
      int[] fromMin,
      Object to,
      int[] toSize,
      int[] toMin,
      int[] size) {
    int rank = size.length;
    int[] row = new int[rank]; // row[0] stays 0: rows along x are copied as a whole
    while (true) {
      int a = 0;
      int b = 0;
      for (int d = rank - 1; d >= 0; d--) {
        a = a * fromSize[d] + fromMin[d] + row[d];
        b = b * toSize[d] + toMin[d] + row[d];
      }
      System.arraycopy(from, a, to, b, size[0]);
      int d = 1;
      while (d < rank && ++row[d] == size[d]) {
        row[d++] = 0;
      }
      if (d >= rank) {
        return;
      }
    }
  }

  /// Cuts a block to the size it has to have, or fills it up with zeros.
  static Object fit(BlockFile.Block block, int[] size, DataType type) {
    if (Arrays.equals(block.size(), size)) {
      return block.values();
    }
    int length = 1;
    int[] common = new int[size.length];
    for (int d = 0; d < size.length; d++) {
      length *= size[d];
      common[d] = Math.min(size[d], block.size()[d]);
    }
    Object out = type.newArray(length);
    int[] origin = new int[size.length];
    copy(block.values(), block.size(), origin, out, size, origin, common);
    return out;
  }
}
