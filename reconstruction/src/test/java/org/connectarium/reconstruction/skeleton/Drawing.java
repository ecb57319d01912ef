package org.connectarium.reconstruction.skeleton;

import java.util.Arrays;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.grid.Grid;

/// An array of labels into which shapes are drawn.
final class Drawing {
  static final VoxelSize VOXEL = new VoxelSize(10, 10, 10);

  final Grid grid;
  final int[] labels;

  Drawing(int sizeX, int sizeY, int sizeZ) {
    grid = new Grid(sizeX, sizeY, sizeZ);
    labels = new int[grid.voxels()];
  }

  /// All voxels within `radius` of the line between two voxels, in voxels.
  Drawing tube(int label, int[] from, int[] to, double radius) {
    for (int i = 0; i < labels.length; i++) {
      int[] v = {
        i % grid.sizeX(), i / grid.sizeX() % grid.sizeY(), i / (grid.sizeX() * grid.sizeY())
      };
      if (distance(v, from, to) <= radius) {
        labels[i] = label;
      }
    }
    return this;
  }

  private static double distance(int[] v, int[] a, int[] b) {
    double along = 0;
    double squared = 0;
    for (int d = 0; d < 3; d++) {
      along += (v[d] - a[d]) * (double) (b[d] - a[d]);
      squared += (b[d] - a[d]) * (double) (b[d] - a[d]);
    }
    double t = squared == 0 ? 0 : Math.clamp(along / squared, 0, 1);
    double sum = 0;
    for (int d = 0; d < 3; d++) {
      double gap = v[d] - a[d] - t * (b[d] - a[d]);
      sum += gap * gap;
    }
    return Math.sqrt(sum);
  }

  /// The labels as a volume, every one made larger than any 32-bit number.
  long[] longs() {
    return Arrays.stream(labels).mapToLong(l -> l == 0 ? 0 : l + (1L << 56)).toArray();
  }
}
