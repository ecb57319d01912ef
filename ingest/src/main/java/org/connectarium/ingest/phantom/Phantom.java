package org.connectarium.ingest.phantom;

import org.connectarium.ingest.noise.HashNoise;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;

/// A piece of tissue that is a pure function of its seed: any box of it can be computed alone, and
/// has the same bytes whatever was computed before or beside it.
///
/// - output: `byte[]` grey (unsigned, membranes dark) and `long[]` labels (every voxel belongs to a
///   cell, all positive), shape (z, y, x), x fastest
/// - units: voxels for boxes, nanometres inside
/// - cost: about 2 µs and 26 bytes per voxel of the box and its rim; no shared state
///
/// Method: cells are those of power diagrams (F. Aurenhammer, *Power Diagrams*, SIAM J. Computing
/// 1987, [doi:10.1137/0216006](https://doi.org/10.1137/0216006)) of jittered lattices, stretched
/// sixfold along a direction that differs from bundle to bundle, and bent by smooth noise. All of
/// them are convex before they are bent, so each cell is in one piece.
public final class Phantom {
  private final long seed;
  private final VoxelSize voxelSize;

  /// The tissue of a seed, sampled with a voxel size.
  public Phantom(long seed, VoxelSize voxelSize) {
    this.seed = seed;
    this.voxelSize = voxelSize;
  }

  /// Grey values and labels of one box.
  ///
  /// @param box voxels of the block
  /// @param grey unsigned bytes, shape (z, y, x)
  /// @param labels cell ids, shape (z, y, x)
  @SuppressWarnings("ArrayRecordComponent")
  public record Block(Box box, byte[] grey, long[] labels) {}

  /// Computes one box.
  ///
  /// @param box anywhere, also at negative coordinates
  /// @throws IllegalArgumentException if the box is too large for one array
  public Block block(Box box) {
    Box rim = box.grow(1, 1, 1);
    Staining staining = new Staining(seed, new Cells(seed));
    float[] sharp = new float[rim.arrayLength()];
    long[] labels = new long[box.arrayLength()];
    int i = 0;
    int inside = 0;
    for (long z = rim.z0(); z < rim.z1(); z++) {
      for (long y = rim.y0(); y < rim.y1(); y++) {
        for (long x = rim.x0(); x < rim.x1(); x++) {
          sharp[i++] =
              staining.greyAt(x * voxelSize.xNm(), y * voxelSize.yNm(), z * voxelSize.zNm());
          if (box.contains(x, y, z)) {
            labels[inside++] = staining.cell();
          }
        }
      }
    }
    return new Block(box, record(box, rim, sharp), labels);
  }

  /* What the microscope makes of it: blur by 1-2-1 along each axis, noise, eight bits. */
  private byte[] record(Box box, Box rim, float[] sharp) {
    int strideY = (int) rim.sizeX();
    int strideZ = Math.toIntExact(rim.sizeX() * rim.sizeY());
    byte[] grey = new byte[box.arrayLength()];
    int i = 0;
    for (long z = box.z0(); z < box.z1(); z++) {
      for (long y = box.y0(); y < box.y1(); y++) {
        int row =
            (int) (((z - rim.z0()) * rim.sizeY() + (y - rim.y0())) * rim.sizeX())
                + (int) (box.x0() - rim.x0());
        for (long x = box.x0(); x < box.x1(); x++) {
          double value = blurred(sharp, row + (int) (x - box.x0()), strideY, strideZ);
          double noise = Staining.NOISE * HashNoise.gaussian(seed ^ Staining.NOISE_SALT, x, y, z);
          grey[i++] = (byte) Math.clamp(Math.round(value + noise), 0, 255);
        }
      }
    }
    return grey;
  }

  private static double blurred(float[] v, int center, int strideY, int strideZ) {
    double sum = 0;
    for (int dz = -1; dz <= 1; dz++) {
      for (int dy = -1; dy <= 1; dy++) {
        int at = center + dz * strideZ + dy * strideY;
        int weight = (2 - Math.abs(dz)) * (2 - Math.abs(dy));
        sum += weight * (v[at - 1] + 2.0 * v[at] + v[at + 1]);
      }
    }
    return sum / 64;
  }
}
