package org.connectarium.reconstruction.feature;

import java.util.Arrays;

/// The voxels around one border that features are pooled over, as runs along x.
///
/// There are seven groups: the border itself, then for each side what lies within 40 nm of it,
/// between 40 and 80, and between 80 and 160. A sub-volume of a side is the union of its first
/// one, two or three groups, so a histogram goes on from one to the next.
final class SubVolumes {
  static final int GROUPS = 7;
  static final int BORDER = 0;

  /* Begin and length of each run, one after the other, group by group. */
  private final int[] runs;
  private final int[] begin;

  SubVolumes(RunList... groups) {
    begin = new int[groups.length + 1];
    for (int g = 0; g < groups.length; g++) {
      begin[g + 1] = begin[g] + groups[g].size();
    }
    runs = new int[begin[groups.length]];
    for (int g = 0; g < groups.length; g++) {
      groups[g].copyTo(runs, begin[g]);
    }
  }

  /// The first group of a side (0 = S1, 1 = S2).
  static int side(int side) {
    return 1 + 3 * side;
  }

  /// Sees each run.
  @FunctionalInterface
  interface Each {
    void run(int begin, int length);
  }

  /// Goes through the runs of some groups.
  void forEach(int fromGroup, int toGroup, Each each) {
    for (int i = begin[fromGroup]; i < begin[toGroup]; i += 2) {
      each.run(runs[i], runs[i + 1]);
    }
  }

  /// Adds a group to a histogram.
  void addTo(Histogram histogram, int group, short[] bins) {
    for (int i = begin[group]; i < begin[group + 1]; i += 2) {
      histogram.add(bins, runs[i], runs[i + 1]);
    }
  }

  /// Number of voxels in some groups.
  long voxels(int fromGroup, int toGroup) {
    long n = 0;
    for (int i = begin[fromGroup]; i < begin[toGroup]; i += 2) {
      n += runs[i + 1];
    }
    return n;
  }

  /// Runs that come one voxel after the other.
  static final class RunList {
    private int[] runs = new int[16];
    private int size;

    void add(int voxel) {
      if (size > 0 && runs[size - 2] + runs[size - 1] == voxel) {
        runs[size - 1]++;
        return;
      }
      add(voxel, 1);
    }

    void add(int from, int length) {
      if (size == runs.length) {
        runs = Arrays.copyOf(runs, 2 * size);
      }
      runs[size++] = from;
      runs[size++] = length;
    }

    int size() {
      return size;
    }

    void clear() {
      size = 0;
    }

    void copyTo(int[] out, int at) {
      System.arraycopy(runs, 0, out, at, size);
    }
  }
}
