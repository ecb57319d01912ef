package org.connectarium.reconstruction.components;

import java.util.Arrays;
import org.connectarium.reconstruction.grid.Connectivity;
import org.connectarium.reconstruction.grid.Grid;
import org.connectarium.reconstruction.grid.Runs;

/// Connected components of a labelled block: voxels that hang together and have the same label.
///
/// - input: `int[]` labels, shape (z, y, x), x fastest, 0 = background, which is no component
/// - output: components 1…n in order of their first voxel
/// - cost: one pass over the voxels to find the runs of equal labels along x, one to write; in
///   between O(runs α(runs)); 16 bytes a run beside input and output; deterministic
///
/// Runs of neighbouring rows are gone through side by side, and a union–find joins those that share
/// faces ([FaceJoining]). With 18 or 26 neighbours what touches at edges or corners follows, and
/// for that only runs outside the largest component of each label are looked at
/// ([DiagonalJoining]).
///
/// Method: runs as in L. He, Y. Chao, K. Suzuki, *A Run-Based Two-Scan Labeling Algorithm*, IEEE
/// Transactions on Image Processing 17, 2008,
/// [doi:10.1109/TIP.2008.919369](https://doi.org/10.1109/TIP.2008.919369). Differs: in 3-D, for
/// several labels at once, and the background is made of runs, too, so that a row has no gaps.
public final class Components {
  private final Runs runs;
  /* The component of each run, 0 for the background. */
  private final int[] component;
  private int count;

  private Components(Runs runs) {
    this.runs = runs;
    component = new int[runs.count()];
  }

  /// Finds all components.
  ///
  /// @throws IllegalArgumentException if the labels do not fit the grid
  public static Components of(int[] labels, Grid grid, Connectivity connectivity) {
    Runs runs = Runs.of(labels, grid);
    Components out = new Components(runs);
    if (runs.count() > 0) {
      out.join(grid, connectivity);
    }
    return out;
  }

  private void join(Grid grid, Connectivity connectivity) {
    Numbers numbers = new Numbers();
    FaceJoining faces = new FaceJoining(runs, grid.sizeX(), component, numbers);
    int sizeY = grid.sizeY();
    for (int z = 0, row = 0; z < grid.sizeZ(); z++) {
      for (int y = 0; y < sizeY; y++, row++) {
        faces.number(row, y == 0 ? row : row - 1, z == 0 ? row : row - sizeY);
      }
    }
    count = numbers.compact(component);
    if (connectivity != Connectivity.FACES_6) {
      new DiagonalJoining(runs, component, numbers).join(count, grid, connectivity);
      count = numbers.compact(component);
    }
  }

  /// Number of components n.
  public int count() {
    return count;
  }

  /// The components of all voxels, shape (z, y, x).
  public int[] labels() {
    int n = runs.count();
    return paint(new int[n == 0 ? 0 : runs.ends()[n - 1]]);
  }

  /// Writes the components of all voxels into an array, which may be that of the labels.
  ///
  /// @return the array
  /// @throws IllegalArgumentException if it has another length than the labels
  public int[] paint(int[] out) {
    int n = runs.count();
    int[] ends = runs.ends();
    if (out.length != (n == 0 ? 0 : ends[n - 1])) {
      throw new IllegalArgumentException(
          "Array has %d values but the block has %d voxels"
              .formatted(out.length, n == 0 ? 0 : ends[n - 1]));
    }
    for (int k = 0, begin = 0; k < n; k++) {
      Arrays.fill(out, begin, ends[k], component[k]);
      begin = ends[k];
    }
    return out;
  }
}
