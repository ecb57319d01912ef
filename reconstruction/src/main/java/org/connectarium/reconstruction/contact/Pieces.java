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

  private void join(Grid grid, Interfaces faces) {
    int[] before = Arrays.copyOf(grid.neighbours26(), 13);
    /* 1 + first entry of each padded voxel; entries of one voxel follow each other */
    int[] entry = new int[grid.paddedLength()];
    for (int n = 0; n < faces.size; n++) {
      parent[n] = n;
      int p = faces.voxel[n];
      entry[p] = entry[p] == 0 ? n + 1 : entry[p];
      for (int offset : before) {
        int q = p + offset;
        for (int m = entry[q] - 1; m >= 0 && faces.voxel[m] == q; m++) {
          if (faces.pair[m] == faces.pair[n]) {
            union(n, m);
          }
        }
      }
    }
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
