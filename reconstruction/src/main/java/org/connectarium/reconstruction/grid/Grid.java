package org.connectarium.reconstruction.grid;

import java.util.Arrays;
import org.connectarium.ingest.volume.Box;

/// Index arithmetic of a block that is stored with a rim of one voxel on all six sides, so that a
/// kernel reaches every neighbour by adding a fixed offset and never asks where the block ends.
///
/// ```
///   r r r r r      plain index   (z·sizeY + y)·sizeX + x
///   r . . . r      padded index  (z + 1)·strideZ + (y + 1)·strideY + (x + 1)
///   r . . . r      r = rim: a value of the caller that means "outside"
///   r r r r r
/// ```
///
/// @param sizeX voxels along x, without the rim
/// @param sizeY voxels along y, without the rim
/// @param sizeZ voxels along z, without the rim
public record Grid(int sizeX, int sizeY, int sizeZ) {
  /// @throws IllegalArgumentException if one array cannot hold the padded block
  public Grid {
    long padded = (sizeX + 2L) * (sizeY + 2L) * (sizeZ + 2L);
    if (sizeX < 0 || sizeY < 0 || sizeZ < 0 || padded > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "Block of %d x %d x %d voxels does not fit one array; use smaller blocks"
              .formatted(sizeX, sizeY, sizeZ));
    }
  }

  /// The grid of a block's box.
  public static Grid of(Box box) {
    box.arrayLength();
    return new Grid((int) box.sizeX(), (int) box.sizeY(), (int) box.sizeZ());
  }

  /// Number of voxels without the rim.
  public int voxels() {
    return sizeX * sizeY * sizeZ;
  }

  /// Number of voxels with the rim.
  public int paddedLength() {
    return strideZ() * (sizeZ + 2);
  }

  /// Padded distance between neighbours along y.
  public int strideY() {
    return sizeX + 2;
  }

  /// Padded distance between neighbours along z.
  public int strideZ() {
    return strideY() * (sizeY + 2);
  }

  /// Padded index of the first voxel (0, y, z) of a row.
  public int row(int y, int z) {
    return (z + 1) * strideZ() + (y + 1) * strideY() + 1;
  }

  /// Padded offsets of the 26 neighbours in ascending order: the first 13 lie before the voxel in
  /// (z, y, x) order, and neighbour 25 − k lies opposite to neighbour k.
  public int[] neighbours26() {
    int[] out = new int[26];
    for (int k = 0; k < 26; k++) {
      int[] step = step(k);
      out[k] = step[0] * strideZ() + step[1] * strideY() + step[2];
    }
    return out;
  }

  /// Padded offsets of the 6 face neighbours in ascending order: z − 1, y − 1, x − 1, x + 1, y +
  /// 1, z + 1; the last three lie opposite to the first three.
  public int[] neighbours6() {
    return new int[] {-strideZ(), -strideY(), -1, 1, strideY(), strideZ()};
  }

  /// The step (dz, dy, dx) to neighbour k of the 26, in the order of [#neighbours26].
  public static int[] step(int k) {
    int code = k < 13 ? k : k + 1;
    return new int[] {code / 9 - 1, code / 3 % 3 - 1, code % 3 - 1};
  }

  /// Copies labels (z, y, x) into a padded array whose rim holds `rim`.
  ///
  /// @throws IllegalArgumentException if the length of `plain` is not that of the block
  public int[] pad(int[] plain, int rim) {
    checkLength(plain.length);
    int[] out = new int[paddedLength()];
    Arrays.fill(out, rim);
    for (int z = 0, i = 0; z < sizeZ; z++) {
      for (int y = 0; y < sizeY; y++, i += sizeX) {
        System.arraycopy(plain, i, out, row(y, z), sizeX);
      }
    }
    return out;
  }

  /// The block without its rim; the inverse of [#pad].
  public int[] crop(int[] padded) {
    int[] out = new int[voxels()];
    for (int z = 0, i = 0; z < sizeZ; z++) {
      for (int y = 0; y < sizeY; y++, i += sizeX) {
        System.arraycopy(padded, row(y, z), out, i, sizeX);
      }
    }
    return out;
  }

  /// Checks that an array of that length holds this block.
  ///
  /// @throws IllegalArgumentException if it does not
  public void checkLength(int length) {
    if (length != voxels()) {
      throw new IllegalArgumentException(
          "Array has %d values but the block of %d x %d x %d voxels needs %d"
              .formatted(length, sizeX, sizeY, sizeZ, voxels()));
    }
  }
}
