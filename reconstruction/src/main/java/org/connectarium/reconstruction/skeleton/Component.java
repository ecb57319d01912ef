package org.connectarium.reconstruction.skeleton;

import java.util.Arrays;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.grid.Grid;

/// The voxels of one connected object, numbered from 0, and who touches whom (26 neighbours).
/// One instance is used for all objects of a block one after the other.
final class Component {
  private static final int NEIGHBOURS = 26;

  private final Grid grid;
  private final int[] labels;
  private final int[] numbers;
  private final int[] offsets;
  private final float[] stepNm = new float[NEIGHBOURS];
  private int[] voxels = new int[1024];
  private int[] x = new int[1024];
  private int[] y = new int[1024];
  private int[] z = new int[1024];
  private int base = 1;
  private int size;

  /// @param padded labels with a rim of 0
  Component(Grid grid, int[] padded, VoxelSize voxel) {
    this.grid = grid;
    this.labels = padded;
    this.numbers = new int[padded.length];
    this.offsets = grid.neighbours26();
    for (int k = 0; k < NEIGHBOURS; k++) {
      int[] step = Grid.step(k);
      double dz = step[0] * voxel.zNm();
      double dy = step[1] * voxel.yNm();
      double dx = step[2] * voxel.xNm();
      stepNm[k] = (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }

  /// Whether a voxel is in no component that was filled so far, nor background.
  boolean isNew(int padded) {
    return labels[padded] != 0 && numbers[padded] == 0;
  }

  /// Becomes the component around a voxel. It has no number yet, see [#isNew]. Voxels are numbered
  /// in the order of a flood, so the last one is as many steps away as any.
  void fill(int seed) {
    base += size;
    size = 0;
    int label = labels[seed];
    take(seed);
    for (int i = 0; i < size; i++) {
      int v = voxels[i];
      for (int offset : offsets) {
        int u = v + offset;
        if (labels[u] == label && numbers[u] == 0) {
          take(u);
        }
      }
    }
  }

  private void take(int padded) {
    if (size == voxels.length) {
      voxels = Arrays.copyOf(voxels, 2 * size);
      x = Arrays.copyOf(x, 2 * size);
      y = Arrays.copyOf(y, 2 * size);
      z = Arrays.copyOf(z, 2 * size);
    }
    numbers[padded] = base + size;
    int row = padded / grid.strideY();
    x[size] = padded - row * grid.strideY() - 1;
    z[size] = row / (grid.sizeY() + 2) - 1;
    y[size] = row - (z[size] + 1) * (grid.sizeY() + 2) - 1;
    voxels[size++] = padded;
  }

  int size() {
    return size;
  }

  /// Number of the voxel at a padded index, −1 if it is not in this component.
  int number(int padded) {
    int i = numbers[padded] - base;
    return i >= 0 && i < size ? i : -1;
  }

  /// The neighbour of voxel `i` in direction `k` of the 26, −1 if it is not in this component.
  int neighbour(int i, int k) {
    return number(voxels[i] + offsets[k]);
  }

  /// The length of a step in direction `k`, in nm.
  float stepNm(int k) {
    return stepNm[k];
  }

  int directions() {
    return NEIGHBOURS;
  }

  int x(int i) {
    return x[i];
  }

  int y(int i) {
    return y[i];
  }

  int z(int i) {
    return z[i];
  }

  /// Index of voxel `i` in the block without its rim.
  int plain(int i) {
    return (z(i) * grid.sizeY() + y(i)) * grid.sizeX() + x(i);
  }
}
