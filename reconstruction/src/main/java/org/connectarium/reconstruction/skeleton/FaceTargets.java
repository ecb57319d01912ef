package org.connectarium.reconstruction.skeleton;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.distance.Edge;
import org.connectarium.reconstruction.distance.LabelDistance;
import org.connectarium.reconstruction.grid.Grid;

/// The voxels through which skeletons pass from block to block: on each plane of voxels that two
/// blocks share, the deepest voxel of each connected patch (8 neighbours) of one label. Both
/// blocks see the same plane, so they find the same voxels.
final class FaceTargets {
  private final int[] labels;
  private final double[] xyzNm;
  private final int[] strides;
  private final int[] sizes;
  private final List<Integer> found = new ArrayList<>();

  private FaceTargets(Box box, int[] labels, VoxelSize voxel) {
    this.labels = labels;
    this.xyzNm = new double[] {voxel.xNm(), voxel.yNm(), voxel.zNm()};
    this.sizes = new int[] {(int) box.sizeX(), (int) box.sizeY(), (int) box.sizeZ()};
    this.strides = new int[] {1, sizes[0], sizes[0] * sizes[1]};
  }

  /// Indices into `labels`, shape (z, y, x) of `box`; the outermost planes of the volume are
  /// shared with nobody.
  static List<Integer> of(Box box, int[] labels, Box volume, VoxelSize voxel) {
    FaceTargets targets = new FaceTargets(box, labels, voxel);
    targets.planes(0, box.x0() > volume.x0(), box.x1() < volume.x1());
    targets.planes(1, box.y0() > volume.y0(), box.y1() < volume.y1());
    targets.planes(2, box.z0() > volume.z0(), box.z1() < volume.z1());
    return targets.found;
  }

  private void planes(int axis, boolean first, boolean last) {
    if (first) {
      plane(axis, 0);
    }
    if (last) {
      plane(axis, (sizes[axis] - 1) * strides[axis]);
    }
  }

  private void plane(int axis, int begin) {
    int u = axis == 0 ? 1 : 0;
    int v = axis == 2 ? 1 : 2;
    Grid rimmed = new Grid(sizes[u] + 2, sizes[v] + 2, 1);
    int[] plane = new int[rimmed.voxels()];
    for (int b = 0; b < sizes[v]; b++) {
      for (int a = 0; a < sizes[u]; a++) {
        plane[(b + 1) * rimmed.sizeX() + a + 1] = labels[begin + a * strides[u] + b * strides[v]];
      }
    }
    float[] depth =
        LabelDistance.squaredNm(
            plane, rimmed, new VoxelSize(xyzNm[u], xyzNm[v], xyzNm[axis]), Edge.OPEN);
    int[] stack = new int[plane.length];
    for (int i = 0; i < plane.length; i++) {
      if (plane[i] != 0) {
        int deepest = deepestOfPatch(plane, depth, rimmed.sizeX(), i, stack);
        int a = deepest % rimmed.sizeX() - 1;
        int b = deepest / rimmed.sizeX() - 1;
        found.add(begin + a * strides[u] + b * strides[v]);
      }
    }
  }

  /* Of equally deep ones the first. Wipes the patch out. */
  private static int deepestOfPatch(int[] plane, float[] depth, int width, int seed, int[] stack) {
    int label = plane[seed];
    int deepest = seed;
    int top = 0;
    stack[top++] = seed;
    plane[seed] = 0;
    while (top > 0) {
      int i = stack[--top];
      if (depth[i] > depth[deepest] || (depth[i] == depth[deepest] && i < deepest)) {
        deepest = i;
      }
      for (int b = -width; b <= width; b += width) {
        for (int j = i + b - 1; j <= i + b + 1; j++) {
          if (plane[j] == label) {
            plane[j] = 0;
            stack[top++] = j;
          }
        }
      }
    }
    return deepest;
  }
}
