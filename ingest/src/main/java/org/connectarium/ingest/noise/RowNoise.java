package org.connectarium.ingest.noise;

/// Smooth noise along a row of voxels: the same kind as [HashNoise#smooth], but the lattice values
/// that voxels of a row share are computed once. Mean 0, values in −1…1, one feature per scale.
///
/// The value at a position depends on seed, scale and position only, not on where the row begins.
/// One per thread.
public final class RowNoise {
  private final long seed;
  private final double scaleNm;
  private double[] lattice = new double[0];

  /// Noise of one seed with features of about one scale.
  public RowNoise(long seed, double scaleNm) {
    this.seed = seed;
    this.scaleNm = scaleNm;
  }

  /// Adds the noise, times a factor, to voxels of a row.
  ///
  /// @param row receives the sum
  /// @param from index of the row's first voxel in the array
  /// @param voxels length of the row
  /// @param firstX voxel x of the row's first voxel
  /// @param voxelXNm edge of a voxel along the row
  /// @param yNm position of the row
  /// @param zNm position of the row
  public void add(
      float factor,
      float[] row,
      int from,
      int voxels,
      long firstX,
      double voxelXNm,
      double yNm,
      double zNm) {
    long first = (long) Math.floor(firstX * voxelXNm / scaleNm);
    long last = (long) Math.floor((firstX + voxels - 1) * voxelXNm / scaleNm) + 1;
    fillLattice(first, Math.toIntExact(last - first + 1), yNm / scaleNm, zNm / scaleNm);
    for (int i = 0; i < voxels; i++) {
      double u = (firstX + i) * voxelXNm / scaleNm;
      long cell = (long) Math.floor(u);
      int at = (int) (cell - first);
      double low = lattice[at];
      row[from + i] += (float) (factor * (low + ease(u - cell) * (lattice[at + 1] - low)));
    }
  }

  private void fillLattice(long first, int count, double v, double w) {
    if (lattice.length < count) {
      lattice = new double[count + count / 2];
    }
    long iy = (long) Math.floor(v);
    long iz = (long) Math.floor(w);
    double fy = ease(v - iy);
    double fz = ease(w - iz);
    for (int i = 0; i < count; i++) {
      long ix = first + i;
      double near = between(HashNoise.bits(seed, iy, iz, ix), fy, seed, iy + 1, iz, ix);
      double far = between(HashNoise.bits(seed, iy, iz + 1, ix), fy, seed, iy + 1, iz + 1, ix);
      lattice[i] = 2 * (near + fz * (far - near)) - 1;
    }
  }

  private static double between(long low, double part, long seed, long iy, long iz, long ix) {
    double a = HashNoise.unit(low);
    return a + part * (HashNoise.unit(HashNoise.bits(seed, iy, iz, ix)) - a);
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }
}
