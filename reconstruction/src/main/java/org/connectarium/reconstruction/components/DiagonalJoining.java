package org.connectarium.reconstruction.components;

import java.util.Arrays;
import org.connectarium.reconstruction.grid.Connectivity;
import org.connectarium.reconstruction.grid.Grid;
import org.connectarium.reconstruction.grid.Runs;

/// Joins components of faces that touch at edges or corners.
///
/// Of two that touch, one is not the largest of its label. So it is enough to look around the runs
/// of all components but the largest of each label, and these are few where labels come from a
/// segmentation.
final class DiagonalJoining {
  private final Runs runs;
  private final int[] ends;
  private final int[] labels;
  private final int[] number;
  private final Numbers numbers;

  DiagonalJoining(Runs runs, int[] number, Numbers numbers) {
    this.runs = runs;
    this.ends = runs.ends();
    this.labels = runs.labels();
    this.number = number;
    this.numbers = numbers;
  }

  /// Joins all that touch.
  ///
  /// @param count of the components that the runs have now, 1…count
  void join(int count, Grid grid, Connectivity connectivity) {
    boolean[] small = small(count);
    boolean corners = connectivity == Connectivity.ALL_26;
    int[] found = new int[grid.sizeX()];
    int sizeY = grid.sizeY();
    for (int z = 0, row = 0; z < grid.sizeZ(); z++) {
      for (int y = 0; y < sizeY; y++, row++) {
        int some = find(row, small, found);
        for (int step = 0; some > 0 && step < 9; step++) {
          int otherZ = z + step / 3 - 1;
          int otherY = y + step % 3 - 1;
          if (step != 4 && otherZ >= 0 && otherZ < grid.sizeZ() && otherY >= 0 && otherY < sizeY) {
            int reach = corners || otherZ == z || otherY == y ? 1 : 0;
            join(row, found, some, otherZ * sizeY + otherY, reach);
          }
        }
      }
    }
  }

  /* The runs of a row that belong to small components. */
  private int find(int row, boolean[] small, int[] found) {
    int end = runs.first(row + 1);
    int n = 0;
    for (int i = runs.first(row); i < end; i++) {
      found[n] = i;
      n += small[number[i]] ? 1 : 0;
    }
    return n;
  }

  /* Runs i and j touch if each begins before the other one, grown by `reach` at both sides, ends. */
  private void join(int row, int[] found, int some, int other, int reach) {
    int j = runs.first(other);
    int jLast = runs.first(other + 1) - 1;
    int shift = ends[runs.first(row + 1) - 1] - ends[jLast];
    for (int n = 0; n < some; n++) {
      int i = found[n];
      int begin = (i == 0 ? 0 : ends[i - 1]) - shift - reach;
      int end = ends[i] - shift + reach;
      while (ends[j] <= begin) {
        j++;
      }
      for (int k = j; ; k++) {
        if (labels[k] == labels[i] && number[k] != number[i]) {
          numbers.join(number[k], number[i]);
        }
        if (k == jLast || ends[k] >= end) {
          break;
        }
      }
    }
  }

  /* Which components are not the largest of their label, by runs; of equals the last one is. */
  private boolean[] small(int count) {
    int[] size = new int[count + 1];
    long[] byLabel = new long[count + 1];
    for (int k = 0; k < number.length; k++) {
      size[number[k]]++;
      byLabel[number[k]] = ((long) labels[k] << 32) | number[k];
    }
    boolean[] small = new boolean[count + 1];
    Arrays.sort(byLabel, 1, count + 1);
    int largest = 0;
    for (int n = 1; n <= count; n++) {
      int component = (int) byLabel[n];
      if (n == 1 || byLabel[n] >>> 32 != byLabel[n - 1] >>> 32) {
        largest = component;
      } else if (size[component] >= size[largest]) {
        small[largest] = true;
        largest = component;
      } else {
        small[component] = true;
      }
    }
    return small;
  }
}
