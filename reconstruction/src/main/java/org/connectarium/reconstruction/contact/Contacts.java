package org.connectarium.reconstruction.contact;

import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.grid.BoundaryMap;
import org.connectarium.reconstruction.grid.Grid;

/// The border pieces between the segments of one block: structure of arrays, entry i is piece i.
///
/// - input: `int[]` labels, shape (z, y, x), 0 = background; the boundary map; the voxel size
/// - an *interface voxel* of labels a < b is a voxel of label 0 (not excluded by the mask) whose
///   26 neighbours hold a and b (with more than two labels, every pair gets the voxel), or a
///   voxel of a or b that has the other among its 26 neighbours. The first kind comes with
///   watershed ridges, the second where segments touch.
/// - a *piece* is a 26-connected component of one pair's interface voxels; two segments may share
///   several. Sorted by a, b, first voxel.
/// - cost: some ten operations a voxel, and 26 for each one near a border; about 8 bytes per
///   voxel and 40 per interface voxel; deterministic
///
/// Area: 13 directions by Cauchy and Crofton (see `Crofton`). With a ridge, the border is taken
/// as the mean of the two surfaces that arise if the ridge is given to the one or to the other
/// side; where more than two labels meet, a crossing is shared between the pairs. Crossings that
/// leave the block are not seen, so a piece cut by the block's face misses up to one voxel there.
///
/// Largest error measured, in %, against the known area (spheres at five random positions):
///
/// ```
/// voxel in nm          sphere, radius in voxels along x    plane, over all orientations
///                        8     12     16     24            lowest  highest  r.m.s.
/// 10 x 10 x 10          1.1    0.8    0.3    0.3             −7.3    +2.3     1.6
/// 11.24 x 11.24 x 28    2.8    2.1    1.2    0.4            −14.0   +10.0     6.4
/// ```
///
/// Normals: the same crossings summed as vectors, with each axis divided by its share of the
/// directions, so that the sum is exact for an endless plane, and for any border it is the sum of
/// its area as vectors. Largest angle in degrees between the estimate and the true direction, for
/// 40 directions each:
///
/// ```
/// voxel in nm          disc,     half a sphere,   plane through 33 voxels
///                      r = 15 voxels   r = 12     along x, with a ridge
/// 10 x 10 x 10          0.9       0.7              2.3
/// 11.24 x 11.24 x 28    2.1       2.4              4.7
/// ```
///
/// Planes of single orientations are the worst case of 13 directions (lowest: along the axes);
/// borders of cells are curved, and errors of their parts cancel.
public final class Contacts {
  private static final double ROUNDING = 1e-9;

  private final int[] a;
  private final int[] b;
  private final int[] voxels;
  private final double[] x;
  private final double[] y;
  private final double[] z;
  private final double[] areaUm2;
  /* z, y, x of the normal of each piece. */
  private final float[] normal;
  private final int[] faces;
  private final double[] boundary;
  private final Levels levels;

  private Contacts(Interfaces from, Pieces pieces, Grid grid, Box box, VoxelSize voxelSize) {
    int n = pieces.count;
    a = new int[n];
    b = new int[n];
    voxels = new int[n];
    x = new double[n];
    y = new double[n];
    z = new double[n];
    areaUm2 = new double[n];
    normal = new float[3 * n];
    faces = new int[n];
    boundary = new double[n];
    sum(from, pieces, grid);
    sumCrossings(from, pieces, voxelSize);
    for (int i = 0; i < n; i++) {
      long pair = from.pairs.pair(from.pair[pieces.first[i]]);
      a[i] = (int) (pair >>> 32);
      b[i] = (int) pair;
      x[i] = x[i] / voxels[i] + box.x0();
      y[i] = y[i] / voxels[i] + box.y0();
      z[i] = z[i] / voxels[i] + box.z0();
    }
    levels = new Levels(from, pieces, voxels);
  }

  /// Finds all border pieces of a block.
  ///
  /// @throws IllegalArgumentException if the labels do not fit the map's box
  public static Contacts between(int[] labels, BoundaryMap map, VoxelSize voxelSize) {
    Grid grid = map.grid();
    Interfaces interfaces = new Interfaces(grid.pad(labels, 0), map);
    return new Contacts(interfaces, new Pieces(grid, interfaces), grid, map.box(), voxelSize);
  }

  private void sum(Interfaces from, Pieces pieces, Grid grid) {
    long[] sums = new long[pieces.count];
    long[] faceSums = new long[pieces.count];
    for (int n = 0; n < from.size; n++) {
      int i = pieces.pieceOf[n];
      int p = from.voxel[n];
      voxels[i]++;
      z[i] += p / grid.strideZ() - 1;
      y[i] += p % grid.strideZ() / grid.strideY() - 1;
      x[i] += p % grid.strideY() - 1;
      faces[i] += from.faces(n);
      faceSums[i] += from.faceLevels[n];
      sums[i] += from.level[n] & 255;
    }
    for (int i = 0; i < pieces.count; i++) {
      double mean = faces[i] > 0 ? (double) faceSums[i] / faces[i] : (double) sums[i] / voxels[i];
      boundary[i] = mean / 255;
      faces[i] /= 2;
    }
  }

  private void sumCrossings(Interfaces from, Pieces pieces, VoxelSize voxelSize) {
    Crossings crossings = new Crossings(voxelSize);
    double[] vector = new double[normal.length];
    for (int n = 0; n < from.size; n++) {
      int i = pieces.pieceOf[n];
      crossings.clear();
      crossings.add(from.low[n], -1);
      crossings.add(from.high[n], 1);
      double share = 1.0 / Math.max(1, from.shares[n]);
      areaUm2[i] += share * crossings.areaUm2();
      for (int axis = 0; axis < 3; axis++) {
        vector[3 * i + axis] += share * crossings.along(axis);
      }
    }
    for (int i = 0; i < normal.length; i += 3) {
      double length = Math.hypot(Math.hypot(vector[i], vector[i + 1]), vector[i + 2]);
      boolean isClosed = length <= ROUNDING * areaUm2[i / 3];
      for (int axis = 0; axis < 3; axis++) {
        normal[i + axis] = isClosed ? 0 : (float) (vector[i + axis] / length);
      }
    }
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

  /// Number of interface voxels.
  public int voxels(int i) {
    return voxels[i];
  }

  /// Mean x of the interface voxels, in voxels of the volume.
  public double x(int i) {
    return x[i];
  }

  /// Mean y of the interface voxels, in voxels of the volume.
  public double y(int i) {
    return y[i];
  }

  /// Mean z of the interface voxels, in voxels of the volume.
  public double z(int i) {
    return z[i];
  }

  /// Area of the border in µm².
  public double areaUm2(int i) {
    return areaUm2[i];
  }

  /// Number of voxel faces between the two labels; 0 on a ridge.
  public int faces(int i) {
    return faces[i];
  }

  /// Mean boundary evidence, 0…1: over the faces between the two labels (their channel of an
  /// affinity map, otherwise the higher of both voxels); over the interface voxels where the
  /// labels share no face, as on a ridge.
  public double boundary(int i) {
    return boundary[i];
  }

  /// x of the unit normal of the border, from the lower to the higher label, in nm and not in
  /// voxels: the direction of the sum of all crossings as vectors. All three are 0 where they
  /// cancel, as around a segment that lies inside the other one.
  public float normalX(int i) {
    return normal[3 * i + 2];
  }

  /// y of the unit normal.
  public float normalY(int i) {
    return normal[3 * i + 1];
  }

  /// z of the unit normal.
  public float normalZ(int i) {
    return normal[3 * i];
  }

  /// Standard deviation of the boundary evidence over the interface voxels, 0…0.5.
  public double boundaryDeviation(int i) {
    return levels.deviation(i) / 255;
  }

  /// Level 0…255 of the boundary evidence that a share of the interface voxels does not exceed, in
  /// quarters: 0 the minimum, 1 and 3 the quartiles, 2 the median, 4 the maximum.
  public int boundaryLevel(int i, int quarters) {
    return levels.quartile(i, quarters);
  }
}
