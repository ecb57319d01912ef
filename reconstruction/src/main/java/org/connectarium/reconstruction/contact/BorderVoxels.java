package org.connectarium.reconstruction.contact;

import java.util.Arrays;
import org.connectarium.reconstruction.grid.BoundaryMap;
import org.connectarium.reconstruction.grid.Grid;

/// The interface voxels of each border piece between the segments of one block: the same pieces,
/// in the same order, as [Contacts] finds.
///
/// Voxels are plain indices (z·sizeY + y)·sizeX + x of the block, ascending. 4 bytes an interface
/// voxel.
public final class BorderVoxels {
  private final int[] a;
  private final int[] b;
  private final int[] begin;
  private final int[] voxel;

  private BorderVoxels(Interfaces from, Pieces pieces, Grid grid) {
    int n = pieces.count;
    a = new int[n];
    b = new int[n];
    begin = new int[n + 1];
    voxel = new int[from.size];
    for (int i = 0; i < n; i++) {
      long pair = from.pairs.pair(from.pair[pieces.first[i]]);
      a[i] = (int) (pair >>> 32);
      b[i] = (int) pair;
    }
    for (int e = 0; e < from.size; e++) {
      begin[pieces.pieceOf[e] + 1]++;
    }
    for (int i = 0; i < n; i++) {
      begin[i + 1] += begin[i];
    }
    int[] next = Arrays.copyOf(begin, n);
    for (int e = 0; e < from.size; e++) {
      voxel[next[pieces.pieceOf[e]]++] = plain(from.voxel[e], grid);
    }
  }

  private static int plain(int padded, Grid grid) {
    int z = padded / grid.strideZ() - 1;
    int y = padded % grid.strideZ() / grid.strideY() - 1;
    int x = padded % grid.strideY() - 1;
    return (z * grid.sizeY() + y) * grid.sizeX() + x;
  }

  /// Finds the voxels of all border pieces of a block.
  ///
  /// @param labels shape (z, y, x), 0 = background
  /// @throws IllegalArgumentException if the labels do not fit the map's box
  public static BorderVoxels between(int[] labels, BoundaryMap map) {
    Grid grid = map.grid();
    Interfaces interfaces = new Interfaces(grid.pad(labels, 0), map);
    return new BorderVoxels(interfaces, new Pieces(grid, interfaces), grid);
  }

  /// Number of pieces.
  public int size() {
    return a.length;
  }

  /// The lower label of piece i.
  public int a(int i) {
    return a[i];
  }

  /// The higher label of piece i.
  public int b(int i) {
    return b[i];
  }

  /// Plain indices of the interface voxels of piece i, ascending.
  public int[] voxels(int i) {
    return Arrays.copyOfRange(voxel, begin[i], begin[i + 1]);
  }
}
