package org.connectarium.reconstruction.agglomeration;

import java.util.Arrays;
import org.connectarium.reconstruction.grid.BoundaryMap;
import org.connectarium.reconstruction.grid.Grid;
import org.connectarium.reconstruction.hierarchy.PairSource;

/// Pairs of labels that share faces, with the boundary of these faces.
///
/// Pairs are found by an open hash table; the pair seen last on each axis is kept at hand, as
/// faces of one pair lie in a row. Afterwards they are sorted by their lower label by counting, and
/// the few of each by insertion.
///
/// Memory: at most 48 bytes a pair, 28 of them afterwards.
final class FaceGraph {
  private static final int LEVELS = 255;
  private static final int AXES = 3;
  private static final int FEW = 24;

  private final BoundaryMap map;
  private final int[] labels;
  private final int[] strides;
  private long[] pairs = new long[1024];
  private long[] levels = new long[1024];
  private int[] faces = new int[1024];
  private int size;
  /* 1 + number of a pair, 0 = free */
  private int[] table = new int[4096];
  /* Where each pair that was found as number i is after sorting. */
  private int[] place = {};

  FaceGraph(BoundaryMap map, int[] labels, int count) {
    this.map = map;
    this.labels = labels;
    Grid grid = map.grid();
    strides = new int[] {grid.sizeX() * grid.sizeY(), grid.sizeX(), 1};
    eachFace(
        (pair, level) -> {
          levels[pair] += level;
          faces[pair]++;
        });
    sort(count);
  }

  /// Pairs of nodes (label − 1), the lower in the upper 32 bits, ascending.
  long[] pairs() {
    return pairs;
  }

  /// The mean affinity of each pair, its weight the number of faces.
  PairSource byMean() {
    return visitor -> {
      for (int pair = 0; pair < size; pair++) {
        visitor.contacts(pair, 1 - levels[pair] / ((double) LEVELS * faces[pair]), faces[pair]);
      }
    };
  }

  /// The affinities of all faces: each level of each pair that occurs, its weight the number of
  /// faces.
  PairSource byFace() {
    return visitor -> {
      int[] end = new int[size];
      int all = 0;
      for (int pair = 0; pair < size; pair++) {
        end[pair] = all;
        all += faces[pair];
      }
      byte[] sorted = new byte[all];
      eachFace((found, level) -> sorted[end[place[found]]++] = (byte) level);
      int[] histogram = new int[LEVELS + 1];
      for (int pair = 0; pair < size; pair++) {
        for (int i = end[pair] - faces[pair]; i < end[pair]; i++) {
          histogram[sorted[i] & 255]++;
        }
        for (int level = 0; level <= LEVELS; level++) {
          if (histogram[level] > 0) {
            visitor.contacts(pair, (double) (LEVELS - level) / LEVELS, histogram[level]);
            histogram[level] = 0;
          }
        }
      }
    };
  }

  private interface Each {
    void face(int pair, int level);
  }

  private void eachFace(Each each) {
    Grid grid = map.grid();
    byte[] boundary = map.boundary();
    int n = labels.length;
    int sizeX = grid.sizeX();
    for (int axis = 0; axis < AXES; axis++) {
      int back = strides[axis];
      long lastKey = -1;
      int last = 0;
      for (int row = 0; row < n; row += sizeX) {
        if (axis == 0 ? row < back : axis == 1 && row % strides[0] == 0) {
          continue;
        }
        for (int i = axis == 2 ? row + 1 : row; i < row + sizeX; i++) {
          int a = labels[i];
          int b = labels[i - back];
          if (a == b || a == 0 || b == 0) {
            continue;
          }
          long key = ((long) Math.min(a, b) - 1) << 32 | (Math.max(a, b) - 1);
          if (key != lastKey) {
            last = number(key);
            lastKey = key;
          }
          each.face(
              last,
              map.isAffinity()
                  ? boundary[axis * n + i] & 255
                  : Math.max(boundary[i] & 255, boundary[i - back] & 255));
        }
      }
    }
  }

  /* Once the pairs are sorted, the table still leads to the numbers they were found with. */
  private int number(long key) {
    int at = slot(key);
    while (table[at] != 0) {
      int found = table[at] - 1;
      if (pairs[place.length == 0 ? found : place[found]] == key) {
        return found;
      }
      at = (at + 1) & (table.length - 1);
    }
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, 2 * size);
      levels = Arrays.copyOf(levels, 2 * size);
      faces = Arrays.copyOf(faces, 2 * size);
    }
    pairs[size] = key;
    table[at] = ++size;
    if (size > table.length / 2) {
      grow();
    }
    return size - 1;
  }

  private int slot(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (table.length - 1);
  }

  private void grow() {
    table = new int[2 * table.length];
    for (int pair = 0; pair < size; pair++) {
      int at = slot(pairs[pair]);
      while (table[at] != 0) {
        at = (at + 1) & (table.length - 1);
      }
      table[at] = pair + 1;
    }
  }

  private void sort(int count) {
    int[] end = new int[count + 1];
    for (int i = 0; i < size; i++) {
      end[(int) (pairs[i] >>> 32) + 1]++;
    }
    for (int s = 0; s < count; s++) {
      end[s + 1] += end[s];
    }
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[end[(int) (pairs[i] >>> 32)]++] = i;
    }
    for (int s = 0, begin = 0; s < count; begin = end[s++]) {
      sort(order, begin, end[s]);
    }
    place = new int[size];
    long[] sortedPairs = new long[size];
    long[] sortedLevels = new long[size];
    int[] sortedFaces = new int[size];
    for (int p = 0; p < size; p++) {
      int i = order[p];
      place[i] = p;
      sortedPairs[p] = pairs[i];
      sortedLevels[p] = levels[i];
      sortedFaces[p] = faces[i];
    }
    pairs = sortedPairs;
    levels = sortedLevels;
    faces = sortedFaces;
  }

  /* Numbers of pairs with one lower label, by their higher one. */
  private void sort(int[] order, int begin, int end) {
    if (end - begin > FEW) {
      long[] keys = new long[end - begin];
      for (int i = begin; i < end; i++) {
        keys[i - begin] = (pairs[order[i]] << 32) | order[i];
      }
      Arrays.sort(keys);
      for (int i = begin; i < end; i++) {
        order[i] = (int) keys[i - begin];
      }
      return;
    }
    for (int i = begin + 1; i < end; i++) {
      int pair = order[i];
      int at = i;
      for (; at > begin && pairs[order[at - 1]] > pairs[pair]; at--) {
        order[at] = order[at - 1];
      }
      order[at] = pair;
    }
  }
}
