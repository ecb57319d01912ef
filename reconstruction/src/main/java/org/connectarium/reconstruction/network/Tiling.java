package org.connectarium.reconstruction.network;

import java.util.List;

/// How a network is laid over a volume, in voxels of its output, array order z, y, x.
///
/// ```
///        margin  blend        core                blend  margin
///       |------|/------|----------------------|\------|------|      one tile
///                                         /------|---              the next one
/// ```
///
/// @param stride greatest distance between tiles; the real one is evened out over the volume
/// @param margin voxels at each side of a tile that are computed but never used
/// @param blend voxels over which neighbouring tiles are blended linearly
public record Tiling(List<Integer> stride, List<Integer> margin, List<Integer> blend) {
  public Tiling {
    stride = List.copyOf(stride);
    margin = List.copyOf(margin);
    blend = List.copyOf(blend);
    for (int a = 0; a < 3; a++) {
      if (stride.get(a) < 1 || margin.get(a) < 0 || blend.get(a) < 0) {
        throw new IllegalArgumentException(
            "Tiling with a size below zero on axis " + "zyx".charAt(a));
      }
      if (blend.get(a) > stride.get(a)) {
        throw new IllegalArgumentException("Tiling blends over more than its stride");
      }
    }
  }
}
