package org.connectarium.ingest.volume;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/// An axis-aligned box of voxels: begin inclusive, end exclusive, in voxels of the volume, x, y,
/// z order.
///
/// ```
///   x0 ───────── x1       voxel (x, y, z) is inside if x0 ≤ x < x1 and the same for y and z
/// ```
public record Box(long x0, long y0, long z0, long x1, long y1, long z1) implements Serializable {
  /// @throws IllegalArgumentException if an end lies before its begin
  public Box {
    if (x1 < x0 || y1 < y0 || z1 < z0) {
      throw new IllegalArgumentException(
          "Box ends before it begins: " + text(x0, y0, z0, x1, y1, z1));
    }
  }

  /// The box of a whole volume of the given size.
  public static Box ofSize(long sizeX, long sizeY, long sizeZ) {
    return new Box(0, 0, 0, sizeX, sizeY, sizeZ);
  }

  public long sizeX() {
    return x1 - x0;
  }

  public long sizeY() {
    return y1 - y0;
  }

  public long sizeZ() {
    return z1 - z0;
  }

  public long voxels() {
    return Math.multiplyExact(Math.multiplyExact(sizeX(), sizeY()), sizeZ());
  }

  /// Number of voxels as an array length.
  ///
  /// @throws IllegalArgumentException if one array cannot hold the box
  public int arrayLength() {
    long n = voxels();
    if (n > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "Box " + this + " has " + n + " voxels, too many for one block; use smaller blocks");
    }
    return (int) n;
  }

  public boolean isEmpty() {
    return voxels() == 0;
  }

  public boolean contains(long x, long y, long z) {
    return x >= x0 && x < x1 && y >= y0 && y < y1 && z >= z0 && z < z1;
  }

  public boolean contains(Box other) {
    return other.x0 >= x0
        && other.y0 >= y0
        && other.z0 >= z0
        && other.x1 <= x1
        && other.y1 <= y1
        && other.z1 <= z1;
  }

  /// The common part; an empty box at the nearer corner where there is none.
  public Box intersect(Box other) {
    long ax = Math.max(x0, other.x0);
    long ay = Math.max(y0, other.y0);
    long az = Math.max(z0, other.z0);
    return new Box(
        ax,
        ay,
        az,
        Math.max(ax, Math.min(x1, other.x1)),
        Math.max(ay, Math.min(y1, other.y1)),
        Math.max(az, Math.min(z1, other.z1)));
  }

  /// The box grown by a margin on all six sides (not clipped: see [#intersect]).
  public Box grow(long marginX, long marginY, long marginZ) {
    return new Box(
        x0 - marginX, y0 - marginY, z0 - marginZ, x1 + marginX, y1 + marginY, z1 + marginZ);
  }

  public Box translate(long dx, long dy, long dz) {
    return new Box(x0 + dx, y0 + dy, z0 + dz, x1 + dx, y1 + dy, z1 + dz);
  }

  /// Cuts the box into blocks of the given size, aligned to this box's begin; the last ones are
  /// clipped. Order: z outermost, x innermost.
  public List<Box> blocks(long blockX, long blockY, long blockZ) {
    List<Box> out = new ArrayList<>();
    for (long z = z0; z < z1; z += blockZ) {
      for (long y = y0; y < y1; y += blockY) {
        for (long x = x0; x < x1; x += blockX) {
          out.add(
              new Box(
                  x,
                  y,
                  z,
                  Math.min(x1, x + blockX),
                  Math.min(y1, y + blockY),
                  Math.min(z1, z + blockZ)));
        }
      }
    }
    return out;
  }

  @Override
  public String toString() {
    return text(x0, y0, z0, x1, y1, z1);
  }

  private static String text(long x0, long y0, long z0, long x1, long y1, long z1) {
    return "[" + x0 + ", " + y0 + ", " + z0 + ", " + x1 + ", " + y1 + ", " + z1 + "]";
  }
}
