package org.connectarium.reconstruction.watershed;

import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.grid.BoundaryMap;

/// Steps pull voxels together, the stronger the lower their boundary; pairs of voxels further
/// apart push each other away, the stronger the higher the highest boundary on the straight way
/// between them. From the strongest to the weakest, a pull joins the sets of its two voxels unless
/// they exclude each other, a push lets them exclude each other unless they are joined.
///
/// - pull 255 − level of a step; push = the highest level on the way, 255 past excluded voxels; of
///   equal strength pulls go first, then earlier voxels, then z before y before x
/// - pushes go out from every second voxel of the volume on all three axes, backwards on each axis
/// - cost: 3 pulls and 3/8 pushes a voxel, sorted by counting; 30 bytes per voxel beside the map,
///   and 32 to 48 for each exclusion
final class MutexWatershed {
  private static final int STRIDE = 2;

  private final Steps steps;
  private final int[] reach;
  private final int[] firstOfLattice;
  private final int voxels;

  private MutexWatershed(BoundaryMap map, Steps steps, MutexParameters p) {
    this.steps = steps;
    reach = new int[] {p.reachZ(), p.reachY(), p.reachX()};
    voxels = steps.grid.voxels();
    if (voxels > Integer.MAX_VALUE / 3) {
      throw new IllegalArgumentException(
          "Block of %d voxels is too large; use blocks below 715 million voxels".formatted(voxels));
    }
    Box box = map.box();
    firstOfLattice =
        new int[] {
          (int) Math.floorMod(-box.z0(), (long) STRIDE),
          (int) Math.floorMod(-box.y0(), (long) STRIDE),
          (int) Math.floorMod(-box.x0(), (long) STRIDE)
        };
  }

  /// Segments 1…n in order of first voxel, shape (z, y, x); excluded voxels get 0.
  static int[] segments(BoundaryMap map, Steps steps, MutexParameters parameters) {
    MutexWatershed watershed = new MutexWatershed(map, steps, parameters);
    return watershed.label(watershed.run());
  }

  private MutexSets run() {
    int[] endOfPulls = new int[Steps.NONE + 1];
    int[] pulls = sorted(this::eachPull, endOfPulls);
    int[] endOfPushes = new int[Steps.NONE + 1];
    int[] pushes = sorted(this::eachPush, endOfPushes);
    MutexSets sets = new MutexSets(voxels);
    for (int strength = 255; strength >= 0; strength--) {
      int level = 255 - strength;
      for (int i = level == 0 ? 0 : endOfPulls[level - 1]; i < endOfPulls[level]; i++) {
        int p = pulls[i] / 3;
        sets.join(p, p + steps.around[pulls[i] % 3]);
      }
      /* a push of no strength comes after all pulls */
      for (int i = strength == 0 ? 0 : endOfPushes[strength - 1];
          strength > 0 && i < endOfPushes[strength];
          i++) {
        int p = pushes[i] / 3;
        int axis = pushes[i] % 3;
        sets.exclude(p, p + reach[axis] * steps.around[axis]);
      }
    }
    return sets;
  }

  private interface Each {
    void edge(int level, int index);
  }

  private interface Source {
    void forEach(Each each);
  }

  /* Indexes 3·voxel + axis in order of their level, and where each level ends. */
  private static int[] sorted(Source source, int[] end) {
    source.forEach((level, _) -> end[level]++);
    int all = 0;
    for (int level = 0; level < end.length; level++) {
      int n = end[level];
      end[level] = all;
      all += n;
    }
    int[] out = new int[all];
    source.forEach((level, index) -> out[end[level]++] = index);
    return out;
  }

  private void eachPull(Each each) {
    for (int p = 0; p < voxels; p++) {
      for (int axis = 0; axis < 3; axis++) {
        int level = steps.levels[axis][p] & 255;
        if (level != Steps.NONE) {
          each.edge(level, 3 * p + axis);
        }
      }
    }
  }

  private void eachPush(Each each) {
    int sizeX = steps.grid.sizeX();
    int sizeY = steps.grid.sizeY();
    for (int z = firstOfLattice[0]; z < steps.grid.sizeZ(); z += STRIDE) {
      for (int y = firstOfLattice[1]; y < sizeY; y += STRIDE) {
        for (int x = firstOfLattice[2]; x < sizeX; x += STRIDE) {
          int p = (z * sizeY + y) * sizeX + x;
          push(each, p, 0, z);
          push(each, p, 1, y);
          push(each, p, 2, x);
        }
      }
    }
  }

  private void push(Each each, int voxel, int axis, int at) {
    int far = reach[axis];
    int back = steps.around[axis];
    if (far == 0 || at < far || steps.isExcluded(voxel) || steps.isExcluded(voxel + far * back)) {
      return;
    }
    byte[] levels = steps.levels[axis];
    int highest = 0;
    for (int k = 0, p = voxel; k < far; k++, p += back) {
      highest = Math.max(highest, levels[p] & 255);
    }
    each.edge(highest, 3 * voxel + axis);
  }

  private int[] label(MutexSets sets) {
    int[] number = new int[voxels];
    int[] out = new int[voxels];
    int n = 0;
    for (int p = 0; p < voxels; p++) {
      if (!steps.isExcluded(p)) {
        int root = sets.root(p);
        if (number[root] == 0) {
          number[root] = ++n;
        }
        out[p] = number[root];
      }
    }
    return out;
  }
}
