package org.connectarium.reconstruction.cuda;

/// A size in voxels.
record Extent(int z, int y, int x) {
  static Extent of(int[] zyx) {
    return new Extent(zyx[0], zyx[1], zyx[2]);
  }

  long voxels() {
    return (long) z * y * x;
  }
}
