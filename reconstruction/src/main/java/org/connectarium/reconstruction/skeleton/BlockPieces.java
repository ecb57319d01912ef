package org.connectarium.reconstruction.skeleton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.distance.Edge;
import org.connectarium.reconstruction.distance.LabelDistance;
import org.connectarium.reconstruction.grid.Grid;

/// The skeletons of all objects of one block.
final class BlockPieces {
  private final Box box;
  private final Box own;
  private final Grid grid;
  private final VoxelSize voxel;
  private final SkeletonParameters parameters;
  private final int[] padded;
  private final float[] depthNm;
  private final boolean[] wanted;

  /// @param box of the block with the planes that it shares with others, in voxels of the volume
  /// @param own the part whose voxels count for this block
  /// @param labels shape (z, y, x) of `box`
  /// @param wanted indices of the voxels that must be nodes
  BlockPieces(
      Box box,
      Box own,
      int[] labels,
      VoxelSize voxel,
      SkeletonParameters parameters,
      List<Integer> wanted) {
    this.box = box;
    this.own = own;
    this.grid = Grid.of(box);
    this.voxel = voxel;
    this.parameters = parameters;
    this.depthNm = LabelDistance.nm(labels, grid, voxel, Edge.OPEN);
    this.padded = grid.pad(labels, 0);
    this.wanted = new boolean[labels.length];
    for (int index : wanted) {
      this.wanted[index] = true;
    }
    closeOpenDepth();
  }

  /* Where all of the block is one object, its depth is not known: take that up to the faces. */
  private void closeOpenDepth() {
    if (depthNm.length > 0 && depthNm[0] == Float.POSITIVE_INFINITY) {
      int[] one = new int[depthNm.length];
      Arrays.fill(one, 1);
      System.arraycopy(
          LabelDistance.nm(one, grid, voxel, Edge.OTHER_LABEL), 0, depthNm, 0, one.length);
    }
  }

  /// All pieces that are no dust, in the order of their first voxels.
  ///
  /// @param labelOf what a number of the array is called in the volume
  List<Piece> trace(IntToLongFunction labelOf) {
    List<Piece> pieces = new ArrayList<>();
    Component component = new Component(grid, padded, voxel);
    Teasar teasar = new Teasar(component, parameters, voxel.zyx());
    for (int z = 0; z < grid.sizeZ(); z++) {
      for (int y = 0; y < grid.sizeY(); y++) {
        int row = grid.row(y, z);
        for (int v = row; v < row + grid.sizeX(); v++) {
          if (component.isNew(v)) {
            component.fill(v);
            int[] must = must(component);
            if (must.length > 0 || component.size() >= parameters.dustVoxels()) {
              int nodes = teasar.trace(depthNm, must);
              pieces.add(piece(labelOf.applyAsLong(padded[v]), component, teasar, nodes));
            }
          }
        }
      }
    }
    return pieces;
  }

  private int[] must(Component component) {
    int[] found = new int[8];
    int count = 0;
    for (int i = 0; i < component.size(); i++) {
      if (wanted[component.plain(i)]) {
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private Piece piece(long label, Component component, Teasar teasar, int nodes) {
    long voxels = 0;
    for (int i = 0; i < component.size(); i++) {
      if (own.contains(x(component, i), y(component, i), z(component, i))) {
        voxels++;
      }
    }
    Piece piece =
        new Piece(
            label,
            voxels,
            new int[nodes],
            new int[nodes],
            new int[nodes],
            new float[nodes],
            new int[nodes]);
    for (int k = 0; k < nodes; k++) {
      int i = teasar.voxel(k);
      piece.x()[k] = x(component, i);
      piece.y()[k] = y(component, i);
      piece.z()[k] = z(component, i);
      piece.radiusNm()[k] = teasar.depthNm(k);
      piece.parent()[k] = teasar.parent(k);
    }
    return piece;
  }

  private int x(Component component, int i) {
    return Math.toIntExact(box.x0() + component.x(i));
  }

  private int y(Component component, int i) {
    return Math.toIntExact(box.y0() + component.y(i));
  }

  private int z(Component component, int i) {
    return Math.toIntExact(box.z0() + component.z(i));
  }
}
