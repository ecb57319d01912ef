package org.connectarium.reconstruction.texture;

/// Makes some channels together, because they share most of the work.
interface Filter {
  /// Numbers of the channels.
  int[] channels();

  /// Voxels z, y, x beyond a voxel that its values depend on.
  int[] reach();

  /// Puts those of its channels that are wanted into `out`.
  void compute(Block block, Channels out);
}
