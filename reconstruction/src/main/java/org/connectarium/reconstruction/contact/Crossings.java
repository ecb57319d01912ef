package org.connectarium.reconstruction.contact;

import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.grid.Grid;

/// What the crossings from a voxel to some of its 26 neighbours stand for: an area, and the same
/// area as a vector along the directions of the steps. Of all sets of neighbours in one of the
/// three planes the sums are kept, so that a set of 26 bits is three look-ups.
final class Crossings {
  private static final int VALUES = 4;
  private static final int PLANE = 1 << 9;

  /* For each plane and each set of its up to nine neighbours: area, z, y, x. */
  private final double[] sums = new double[3 * PLANE * VALUES];

  /* By symmetry the vectors of a flat surface with normal n add up to its area times share · n on
  each axis. */
  private final double[] axisShare = new double[3];

  private double areaUm2;
  private final double[] vector = new double[3];

  Crossings(VoxelSize size) {
    double[] um2 = Crofton.um2(size);
    double[] zyx = size.zyx();
    for (int k = 0; k < 26; k++) {
      int[] step = Grid.step(k);
      double length = Math.hypot(Math.hypot(step[0] * zyx[0], step[1] * zyx[1]), step[2] * zyx[2]);
      double[] values = {um2[k], 0, 0, 0};
      for (int axis = 0; axis < 3; axis++) {
        double along = step[axis] * zyx[axis] / length;
        values[1 + axis] = um2[k] * along;
        axisShare[axis] += um2[k] * along * along * length / (size.volumeUm3() * 1e3);
      }
      add(k < 9 ? 0 : k < 17 ? 1 : 2, 1 << (k < 9 ? k : k < 17 ? k - 9 : k - 17), values);
    }
  }

  private void add(int plane, int bit, double[] values) {
    for (int set = 0; set < PLANE; set++) {
      if ((set & bit) != 0) {
        for (int v = 0; v < VALUES; v++) {
          sums[(plane * PLANE + set) * VALUES + v] += values[v];
        }
      }
    }
  }

  /// Sets the sums to 0.
  void clear() {
    areaUm2 = 0;
    vector[0] = 0;
    vector[1] = 0;
    vector[2] = 0;
  }

  /// Adds a set of neighbours; `sign` is 1 if their side is where the vector points to, else −1.
  void add(int neighbours, int sign) {
    addPlane(neighbours & 0x1ff, sign);
    addPlane(PLANE + (neighbours >>> 9 & 0xff), sign);
    addPlane(2 * PLANE + (neighbours >>> 17), sign);
  }

  private void addPlane(int set, int sign) {
    int at = set * VALUES;
    areaUm2 += sums[at];
    vector[0] += sign * sums[at + 1];
    vector[1] += sign * sums[at + 2];
    vector[2] += sign * sums[at + 3];
  }

  /// The area in µm².
  double areaUm2() {
    return areaUm2;
  }

  /// What was added along an axis, in µm²; for any flat surface in proportion to its normal.
  double along(int axis) {
    return vector[axis] / axisShare[axis];
  }
}
