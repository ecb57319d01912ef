package org.connectarium.reconstruction.contact;

import java.util.Arrays;
import org.connectarium.reconstruction.grid.Runs;

/// Faces of each pair of labels on each axis, while they are counted.
final class PairFaces {
  private static final int AXES = 3;
  private final PairNumbers numbers = new PairNumbers();
  private long[] counts = new long[AXES << 10];

  /// Adds faces of a pair.
  void add(int one, int other, int axis, long faces) {
    int at = AXES * numbers.of(Math.min(one, other), Math.max(one, other)) + axis;
    if (at >= counts.length) {
      counts = Arrays.copyOf(counts, 2 * counts.length);
    }
    counts[at] += faces;
  }

  /// Faces along x: where one run follows another.
  void addRow(Runs runs, int row) {
    int[] labels = runs.labels();
    int end = runs.first(row + 1);
    int before = 0;
    int all = 0;
    for (int i = runs.first(row); i < end; i++) {
      int label = labels[i];
      all |= label;
      if (label != 0 && before != 0) {
        add(before, label, 2, 1);
      }
      before = label;
    }
    checkNotNegative(all);
  }

  /// Faces between two rows: the voxels that two runs share.
  void addRows(Runs runs, int row, Runs others, int other, int axis) {
    int[] ends = runs.ends();
    int[] labels = runs.labels();
    int[] otherEnds = others.ends();
    int[] otherLabels = others.labels();
    int i = runs.first(row);
    int j = others.first(other);
    int stop = ends[runs.first(row + 1) - 1];
    int shift = stop - otherEnds[others.first(other + 1) - 1];
    int begin = i == 0 ? 0 : ends[i - 1];
    int all = 0;
    while (begin < stop) {
      int later = otherEnds[j] + shift - ends[i];
      int end = ends[i] + Math.min(later, 0);
      int one = labels[i];
      int two = otherLabels[j];
      all |= one | two;
      if (one != two && one != 0 && two != 0) {
        add(one, two, axis, end - begin);
      }
      begin = end;
      i += later >= 0 ? 1 : 0;
      j += later <= 0 ? 1 : 0;
    }
    checkNotNegative(all);
  }

  private static void checkNotNegative(int all) {
    if (all < 0) {
      throw new IllegalArgumentException("Labels must not be negative; renumber them");
    }
  }

  /// All pairs, sorted by lower label, higher label.
  long[] sortedPairs() {
    return numbers.sorted();
  }

  /// Faces of a pair on an axis.
  long faces(long pair, int axis) {
    int at = AXES * numbers.of((int) (pair >>> 32), (int) pair) + axis;
    return at < counts.length ? counts[at] : 0;
  }
}
