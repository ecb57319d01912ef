package org.connectarium.reconstruction.inference;

import org.connectarium.reconstruction.network.Network;

/// Where the tiles of one axis lie. Depends on the volume and the network alone, never on the
/// blocks
/// in which a volume is worked through.
///
/// Tile k is used in [k·stride − blend, (k + 1)·stride); neighbours overlap in the last `blend`
/// voxels of a stride, where the weight of the earlier one falls linearly and that of the later
/// one
/// rises, both clipped to the tiles that exist.
///
/// @param length voxels of the volume along the axis
/// @param stride distance between tiles
/// @param tiles number of tiles
/// @param margin voxels at each side of a tile's output that are never used
/// @param blend voxels over which two tiles are blended
/// @param shrink voxels by which the output is smaller than the input at each side
record TileLattice(long length, int stride, int tiles, int margin, int blend, int shrink) {
  static TileLattice of(long length, int axis, Network network) {
    int greatest = network.tiling().stride().get(axis);
    int multiple = network.architecture().multiple().get(axis);
    int margin = network.tiling().margin().get(axis);
    int blend = network.tiling().blend().get(axis);
    long tiles = (length + greatest - 1) / greatest;
    int extra = 2 * margin + blend;
    int even = (int) ((length + tiles - 1) / tiles) + extra;
    int size = (even + multiple - 1) / multiple * multiple;
    return new TileLattice(
        length,
        size - extra,
        Math.toIntExact(tiles),
        margin,
        blend,
        network.architecture().shrink().get(axis));
  }

  /// Voxels of a tile's output.
  int outputSize() {
    return stride + 2 * margin + blend;
  }

  /// Voxels of a tile's input.
  int inputSize() {
    return outputSize() + 2 * shrink;
  }

  /// Volume coordinate of the first output voxel of a tile.
  long outputBegin(int tile) {
    return (long) tile * stride - blend - margin;
  }

  /// First voxel at which a tile counts.
  long usedBegin(int tile) {
    return Math.max(0, (long) tile * stride - (tile == 0 ? 0 : blend));
  }

  /// End of the voxels at which a tile counts.
  long usedEnd(int tile) {
    return Math.min(length, (long) (tile + 1) * stride);
  }

  /// First tile that counts in [begin, end).
  int firstTile(long begin) {
    return (int) (begin / stride);
  }

  /// Last tile that counts in [begin, end).
  int lastTile(long end) {
    return (int) Math.min(tiles - 1, (end - 1 + blend) / stride);
  }

  /// Weight of a tile at a voxel; the weights of all tiles at a voxel add up to one.
  float weight(int tile, long voxel) {
    long rise = voxel - ((long) tile * stride - blend);
    if (tile > 0 && rise < blend) {
      return (rise + 0.5f) / blend;
    }
    long fall = (long) (tile + 1) * stride - voxel;
    if (tile < tiles - 1 && fall <= blend) {
      return (fall - 0.5f) / blend;
    }
    return 1;
  }

  /// Index inside the volume that stands for a voxel outside: the border is a mirror.
  long mirrored(long voxel) {
    if (length == 1) {
      return 0;
    }
    long period = 2 * (length - 1);
    long m = Math.floorMod(voxel, period);
    return m < length ? m : period - m;
  }
}
