package org.connectarium.reconstruction.watershed;

import java.util.Arrays;
import org.connectarium.reconstruction.grid.Connectivity;
import org.connectarium.reconstruction.grid.Grid;

/// Connected components of equal labels, numbered 1…n in order of first voxel; 0 stays 0.
///
/// Cost: O(voxels · neighbours) time, 12 bytes per voxel.
final class Components {
  private Components() {}

  static int[] of(int[] labels, Grid grid, Connectivity connectivity) {
    int[] padded = grid.pad(labels, 0);
    int[] around = connectivity.offsets(grid);
    int[] component = new int[padded.length];
    int[] stack = new int[1024];
    int n = 0;
    for (int first = 0; first < padded.length; first++) {
      if (padded[first] == 0 || component[first] != 0) {
        continue;
      }
      n++;
      component[first] = n;
      stack[0] = first;
      for (int size = 1; size > 0; ) {
        int p = stack[--size];
        if (size + around.length > stack.length) {
          stack = Arrays.copyOf(stack, 2 * stack.length);
        }
        for (int offset : around) {
          int q = p + offset;
          if (padded[q] == padded[p] && component[q] == 0) {
            component[q] = n;
            stack[size++] = q;
          }
        }
      }
    }
    return grid.crop(component);
  }
}
