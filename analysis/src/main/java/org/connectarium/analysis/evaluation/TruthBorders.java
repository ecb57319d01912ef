package org.connectarium.analysis.evaluation;

/// Removes truth near its borders, so that metrics forgive a border that is drawn a little to the
/// side of where the truth has it.
public final class TruthBorders {
  /// In which neighbourhood a voxel is near a border.
  public enum Extent {
    /// Square in the section: x and y.
    SECTION,
    /// Cube: x, y and z.
    VOLUME
  }

  private TruthBorders() {}

  /// The truth with 0 at all voxels that have a voxel of another label (0 included) at most
  /// `toleranceVoxels` away along each axis of the extent. Tolerance 1 removes the two voxels on
  /// both sides of a border, tolerance 0 nothing.
  ///
  /// - input and output: labels, shape (z, y, x), x fastest
  /// - cost: O(voxels · tolerance), 24 bytes per voxel
  ///
  /// @throws IllegalArgumentException if the array does not fit the sizes or the tolerance is
  ///   negative
  public static long[] ignore(
      long[] truth, int sizeX, int sizeY, int sizeZ, int toleranceVoxels, Extent extent) {
    if (truth.length != (long) sizeX * sizeY * sizeZ || toleranceVoxels < 0) {
      throw new IllegalArgumentException(
          "Truth of %d voxels, %d x %d x %d, tolerance %d: sizes must fit, tolerance must be >= 0"
              .formatted(truth.length, sizeX, sizeY, sizeZ, toleranceVoxels));
    }
    long[] lowest = truth;
    long[] highest = truth;
    int[] sizes = {sizeX, sizeY, sizeZ};
    int[] strides = {1, sizeX, sizeX * sizeY};
    int axes = extent == Extent.SECTION ? 2 : 3;
    for (int axis = 0; axis < axes; axis++) {
      lowest = extreme(lowest, strides[axis], sizes[axis], toleranceVoxels, -1);
      highest = extreme(highest, strides[axis], sizes[axis], toleranceVoxels, 1);
    }
    long[] out = new long[truth.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = lowest[i] == highest[i] ? truth[i] : 0;
    }
    return out;
  }

  /* Smallest (sign −1) or largest (sign 1) value within the tolerance along one axis. */
  private static long[] extreme(long[] in, int stride, int size, int tolerance, int sign) {
    long[] out = in.clone();
    for (int i = 0; i < in.length; i++) {
      int at = i / stride % size;
      int begin = Math.max(0, at - tolerance);
      int end = Math.min(size - 1, at + tolerance);
      for (int j = begin; j <= end; j++) {
        long value = in[i + (j - at) * stride];
        if (Long.compare(value, out[i]) == sign) {
          out[i] = value;
        }
      }
    }
    return out;
  }
}
