package org.connectarium.ingest.volume;

import java.io.Serializable;

/// The edge lengths of one voxel in nanometres, in x, y, z order.
///
/// @param xNm edge along x in nm
/// @param yNm edge along y in nm
/// @param zNm edge along z (section thickness) in nm
public record VoxelSize(double xNm, double yNm, double zNm) implements Serializable {
  private static final double SMALLEST_NM = 0.1;
  private static final double LARGEST_NM = 10_000;

  /// @throws BadInputException if an edge is not between 0.1 nm and 10 µm, the range in which EM
  /// voxels lie
  public VoxelSize {
    check("x", xNm);
    check("y", yNm);
    check("z", zNm);
  }

  private static void check(String axis, double nm) {
    if (!(nm >= SMALLEST_NM && nm <= LARGEST_NM)) {
      throw new BadInputException(
          "Voxel size along "
              + axis
              + " must be between 0.1 and 10000 nm but was "
              + nm
              + "; give it in nanometres, as x, y, z");
    }
  }

  /// Volume of one voxel in µm³.
  public double volumeUm3() {
    return xNm * yNm * zNm * 1e-9;
  }

  /// The edges as an array in array order z, y, x.
  public double[] zyx() {
    return new double[] {zNm, yNm, xNm};
  }
}
