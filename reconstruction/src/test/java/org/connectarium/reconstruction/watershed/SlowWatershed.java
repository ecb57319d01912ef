package org.connectarium.reconstruction.watershed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.connectarium.reconstruction.grid.Grid;

/// The textbook versions of the watershed's steps, slow and obvious, on plain arrays.
final class SlowWatershed {
  private SlowWatershed() {}

  /// Indices of the voxels around voxel i (26 neighbours inside the block), ascending.
  static List<Integer> around(Grid grid, int i) {
    int x = i % grid.sizeX();
    int y = i / grid.sizeX() % grid.sizeY();
    int z = i / grid.sizeX() / grid.sizeY();
    List<Integer> out = new ArrayList<>();
    for (int dz = -1; dz <= 1; dz++) {
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          boolean inside =
              x + dx >= 0
                  && x + dx < grid.sizeX()
                  && y + dy >= 0
                  && y + dy < grid.sizeY()
                  && z + dz >= 0
                  && z + dz < grid.sizeZ();
          if (inside && (dx != 0 || dy != 0 || dz != 0)) {
            out.add(i + (dz * grid.sizeY() + dy) * grid.sizeX() + dx);
          }
        }
      }
    }
    return out;
  }

  /// h-minima transform: morphological reconstruction of f + h by erosion above f.
  static int[] hMinima(Grid grid, int[] f, boolean[] excluded, int h) {
    int[] r = Arrays.stream(f).map(v -> v + h).toArray();
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int i = 0; i < r.length; i++) {
        if (excluded[i]) {
          continue;
        }
        int eroded = r[i];
        for (int j : around(grid, i)) {
          eroded = excluded[j] ? eroded : Math.min(eroded, r[j]);
        }
        int value = Math.max(eroded, f[i]);
        changed |= value != r[i];
        r[i] = value;
      }
    }
    return r;
  }

  /// Regional minima: connected plateaus without a lower neighbour; 1…n in order of first voxel.
  static int[] regionalMinima(Grid grid, int[] f, boolean[] excluded) {
    int[] out = new int[f.length];
    boolean[] seen = new boolean[f.length];
    int n = 0;
    for (int i = 0; i < f.length; i++) {
      if (excluded[i] || seen[i]) {
        continue;
      }
      List<Integer> plateau = new ArrayList<>();
      ArrayDeque<Integer> todo = new ArrayDeque<>(List.of(i));
      seen[i] = true;
      boolean minimum = true;
      while (!todo.isEmpty()) {
        int p = todo.remove();
        plateau.add(p);
        for (int q : around(grid, p)) {
          if (excluded[q]) {
            continue;
          }
          minimum &= f[q] >= f[p];
          if (f[q] == f[p] && !seen[q]) {
            seen[q] = true;
            todo.add(q);
          }
        }
      }
      if (minimum) {
        n++;
        for (int p : plateau) {
          out[p] = n;
        }
      }
    }
    return out;
  }

  private record Wet(int level, int time, int voxel) {}

  /// Flooding by Meyer: lowest level first, then first come first served; ridge voxels stay 0.
  static int[] flood(Grid grid, int[] f, boolean[] excluded, int[] markers) {
    int[] label = markers.clone();
    boolean[] queued = new boolean[f.length];
    PriorityQueue<Wet> queue =
        new PriorityQueue<>(Comparator.comparingInt(Wet::level).thenComparingInt(Wet::time));
    int time = 0;
    for (int i = 0; i < f.length; i++) {
      if (markers[i] > 0) {
        for (int j : around(grid, i)) {
          if (markers[j] == 0 && !queued[j] && !excluded[j]) {
            queued[j] = true;
            queue.add(new Wet(f[j], time++, j));
          }
        }
      }
    }
    while (!queue.isEmpty()) {
      Wet wet = queue.remove();
      List<Integer> neighbours = around(grid, wet.voxel());
      int[] labels =
          neighbours.stream().mapToInt(j -> label[j]).filter(l -> l > 0).distinct().toArray();
      if (labels.length == 1) {
        label[wet.voxel()] = labels[0];
        for (int j : neighbours) {
          if (label[j] == 0 && !queued[j] && !excluded[j]) {
            queued[j] = true;
            queue.add(new Wet(Math.max(f[j], wet.level()), time++, j));
          }
        }
      }
    }
    return label;
  }
}
