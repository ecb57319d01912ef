package org.connectarium.reconstruction.contact;

import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.grid.Grid;

/// Area of a surface that one crossing between a voxel and each of its 26 neighbours stands for.
///
/// Cauchy and Crofton: the mean over all directions of a surface's projected area is half its
/// area. Lines through all voxel centres along a step d are V/|d| apart (V = volume of a voxel,
/// |d| = length of the step), so N crossings show a projection of N·V/|d|, and
///
/// ```
///   area = 2 · Σ w(d) · N(d) · V / |d|      over the 13 steps d, w(d) = share of all directions
///                                           that lie nearest to d, in nm and not in voxels
/// ```
///
/// The shares are areas of spherical Voronoi cells, counted on a Fibonacci lattice of 200,000
/// points (error below 0.0001 each). [#um2] gives half the term of one crossing, because
/// [Interfaces] meets each crossing from both of its ends.
///
/// Method: D. Legland, K. Kiêu, M.-F. Devaux, *Computation of Minkowski measures on 2D and 3D
/// binary images*, Image Analysis & Stereology 26, 2007,
/// [doi:10.5566/ias.v26.p83-92](https://doi.org/10.5566/ias.v26.p83-92).
final class Crofton {
  private static final int POINTS = 200_000;
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  private Crofton() {}

  /// µm² for half a crossing to neighbour k, in the order of [Grid#neighbours26].
  static double[] um2(VoxelSize size) {
    double[] edges = size.zyx();
    double[] lengths = new double[13];
    double[][] units = new double[13][3];
    for (int k = 0; k < 13; k++) {
      int[] step = Grid.step(k);
      lengths[k] =
          Math.hypot(Math.hypot(step[0] * edges[0], step[1] * edges[1]), step[2] * edges[2]);
      for (int axis = 0; axis < 3; axis++) {
        units[k][axis] = step[axis] * edges[axis] / lengths[k];
      }
    }
    int[] nearest = new int[13];
    for (int i = 0; i < POINTS; i++) {
      double z = 1 - (2 * i + 1.0) / POINTS;
      double r = Math.sqrt(1 - z * z);
      nearest[nearest(units, z, r * Math.sin(i * GOLDEN_ANGLE), r * Math.cos(i * GOLDEN_ANGLE))]++;
    }
    double[] out = new double[26];
    for (int k = 0; k < 13; k++) {
      double share = (double) nearest[k] / POINTS;
      out[k] = share * size.volumeUm3() / (lengths[k] * 1e-3);
      out[25 - k] = out[k];
    }
    return out;
  }

  private static int nearest(double[][] units, double z, double y, double x) {
    int best = 0;
    double bestCosine = -1;
    for (int k = 0; k < units.length; k++) {
      double cosine = Math.abs(units[k][0] * z + units[k][1] * y + units[k][2] * x);
      if (cosine > bestCosine) {
        bestCosine = cosine;
        best = k;
      }
    }
    return best;
  }
}
