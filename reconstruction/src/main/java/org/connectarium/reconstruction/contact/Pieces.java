package org.connectarium.reconstruction.contact;

import java.util.Arrays;
import org.connectarium.reconstruction.grid.Grid;

/// Groups interface voxels into border pieces: 26-connected voxels of the same pair. Pieces are
/// numbered 0…count − 1 in order of lower label, higher label, first voxel.
///
/// Cost: O(13·n α(n)) for n interface voxels, 4 bytes per voxel of the block and 8 each.
final class Pieces {
  final int count;
  /// The piece of each entry of [Interfaces].
  final int[] pieceOf;
  /// The first entry of each piece.
  final int[] first;

  private final int[] parent;

  Pieces(Grid grid, Interfaces faces) {
    parent = new int[faces.size];
    join(grid, faces);
    pieceOf = new int[faces.size];
    first = sortedRoots(faces);
    count = first.length;
    for (int piece = 0; piece < count; piece++) {
      pieceOf[first[piece]] = piece;
    }
    for (int n = 0; n < faces.size; n++) {
      pieceOf[n] = pieceOf[find(n)];
    }
  }

  /*
   * Neighbours before a voxel, the most central one first, and for each of them those that touch it
   * as well: they are one piece with it already, if they are of the pair at all.
   */
  private static final int[] ORDER = {4, 10, 12, 1, 3, 5, 7, 9, 11, 0, 2, 6, 8};
  private static final int[] TOUCHED = touched();

  private static int[] touched() {
    int[] out = new int[13];
    for (int k = 0; k < 13; k++) {
      for (int other = 0; other < 13; other++) {
        int[] one = Grid.step(k);
        int[] two = Grid.step(other);
        boolean touch =
            Math.abs(one[0] - two[0]) <= 1
                && Math.abs(one[1] - two[1]) <= 1
                && Math.abs(one[2] - two[2]) <= 1;
        out[k] |= touch ? 1 << other : 0;
      }
    }
    return out;
  }

  private void join(Grid grid, Interfaces faces) {
    int[] before = Arrays.copyOf(grid.neighbours26(), 13);
    /* 1 + first entry of each padded voxel; entries of one voxel follow each other */
    int[] entry = new int[grid.paddedLength()];
    for (int n = 0; n < faces.size; n++) {
      parent[n] = n;
      int p = faces.voxel[n];
      entry[p] = entry[p] == 0 ? n + 1 : entry[p];
      int joined = 0;
      for (int k : ORDER) {
        int m = (joined >> k & 1) == 0 ? find(faces, n, p + before[k], entry) : -1;
        if (m >= 0) {
          union(n, m);
          joined |= TOUCHED[k];
        }
      }
    }
  }

  /* The entry of voxel q that is of the same pair as entry n, or −1. */
  private static int find(Interfaces faces, int n, int q, int[] entry) {
    for (int m = entry[q] - 1; m >= 0 && faces.voxel[m] == q; m++) {
      if (faces.pair[m] == faces.pair[n]) {
        return m;
      }
    }
    return -1;
  }

  /* The root of a piece is its first entry. */
  private int[] sortedRoots(Interfaces faces) {
    int roots = 0;
    for (int n = 0; n < faces.size; n++) {
      roots += parent[n] == n ? 1 : 0;
    }
    long[] keys = new long[roots];
    for (int n = 0, r = 0; n < faces.size; n++) {
      if (parent[n] == n) {
        keys[r++] = faces.pairs.pair(faces.pair[n]);
      }
    }
    long[] distinct = Arrays.stream(keys).sorted().distinct().toArray();
    for (int n = 0, r = 0; n < faces.size; n++) {
      if (parent[n] == n) {
        keys[r] = ((long) Arrays.binarySearch(distinct, keys[r]) << 32) | n;
        r++;
      }
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  private int find(int n) {
    int r = n;
    while (parent[r] != r) {
      parent[r] = parent[parent[r]];
      r = parent[r];
    }
    return r;
  }

  private void union(int one, int other) {
    int a = find(one);
    int b = find(other);
    parent[Math.max(a, b)] = Math.min(a, b);
  }
}
