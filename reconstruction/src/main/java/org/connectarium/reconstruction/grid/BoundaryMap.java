package org.connectarium.reconstruction.grid;

import org.connectarium.ingest.volume.Box;

/// The boundary map of one block: how likely each voxel, or each step between two voxels, is a
/// cell boundary. Arrays are kept as given, not copied; nobody may write to them.
///
/// - `boundary`: unsigned bytes, 0 = surely inside a cell, 255 = surely boundary. One channel:
///   shape (z, y, x). Three channels: (c, z, y, x), channel c = 0, 1, 2 links a voxel to its
///   predecessor on z, y, x; values whose predecessor lies outside the block are not read.
/// - `mask`: shape (z, y, x), non-zero = excluded from segmentation; of length 0 if nothing is.
public final class BoundaryMap {
  private final Box box;
  private final byte[] boundary;
  private final byte[] mask;

  private BoundaryMap(Box box, byte[] boundary, byte[] mask) {
    this.box = box;
    this.boundary = boundary;
    this.mask = mask;
  }

  /// A boundary map without a mask.
  ///
  /// @param box the block in voxels of the volume
  /// @param boundary one or three channels of boundary probability
  /// @throws IllegalArgumentException if the array does not fit the box
  public static BoundaryMap of(Box box, byte[] boundary) {
    int voxels = Grid.of(box).voxels();
    if (boundary.length != voxels && boundary.length != 3L * voxels) {
      throw new IllegalArgumentException(
          "Boundary map has %d values but block %s needs %d (one channel) or %d (three channels)"
              .formatted(boundary.length, box, voxels, 3L * voxels));
    }
    return new BoundaryMap(box, boundary, new byte[0]);
  }

  /// The same map with the voxels where `excluded` is not 0 kept out of every segment.
  ///
  /// @throws IllegalArgumentException if the array does not fit the box
  public BoundaryMap excluding(byte[] excluded) {
    grid().checkLength(excluded.length);
    return new BoundaryMap(box, boundary, excluded);
  }

  /// A part of the map.
  ///
  /// @throws IllegalArgumentException if the part does not lie inside
  public BoundaryMap cut(Box part) {
    if (!box.contains(part)) {
      throw new IllegalArgumentException("Box " + part + " does not lie inside " + box);
    }
    int channels = boundary.length / grid().voxels();
    byte[] values = new byte[channels * part.arrayLength()];
    for (int c = 0; c < channels; c++) {
      copy(boundary, c * grid().voxels(), part, values, c * part.arrayLength());
    }
    byte[] excluded = new byte[mask.length == 0 ? 0 : part.arrayLength()];
    if (mask.length != 0) {
      copy(mask, 0, part, excluded, 0);
    }
    return new BoundaryMap(part, values, excluded);
  }

  private void copy(byte[] from, int begin, Box part, byte[] to, int at) {
    int sizeX = (int) part.sizeX();
    int i = at;
    for (long z = part.z0() - box.z0(); z < part.z1() - box.z0(); z++) {
      for (long y = part.y0() - box.y0(); y < part.y1() - box.y0(); y++, i += sizeX) {
        long row = (z * box.sizeY() + y) * box.sizeX() + part.x0() - box.x0();
        System.arraycopy(from, begin + (int) row, to, i, sizeX);
      }
    }
  }

  /// The block in voxels of the volume.
  public Box box() {
    return box;
  }

  /// The channels as they were given.
  public byte[] boundary() {
    return boundary;
  }

  /// Index arithmetic of the block.
  public Grid grid() {
    return Grid.of(box);
  }

  /// Whether the map has three channels.
  public boolean isAffinity() {
    return boundary.length != grid().voxels();
  }

  /// Whether some voxels may be excluded.
  public boolean hasMask() {
    return mask.length != 0;
  }

  /// Whether voxel `index` of (z, y, x) is excluded.
  public boolean isExcluded(int index) {
    return mask.length != 0 && mask[index] != 0;
  }

  /// The map as one channel in which a boundary is as strong as it is certain, wherever it lies.
  ///
  /// A network that is trained on labels without membranes knows that there is a boundary but not
  /// between which two voxels, and spreads its probability over a few steps. Here it is gathered
  /// again: half the sum over the steps around a voxel (four on each
  /// axis: its own, the one before and the two behind it), at most 1. A map of one channel stays.
  public BoundaryMap gathered() {
    if (!isAffinity()) {
      return this;
    }
    Grid grid = grid();
    int n = grid.voxels();
    int[] stride = {grid.sizeX() * grid.sizeY(), grid.sizeX(), 1};
    int[] size = {grid.sizeZ(), grid.sizeY(), grid.sizeX()};
    byte[] out = new byte[n];
    int[] at = new int[3];
    int i = 0;
    for (at[0] = 0; at[0] < size[0]; at[0]++) {
      for (at[1] = 0; at[1] < size[1]; at[1]++) {
        for (at[2] = 0; at[2] < size[2]; at[2]++, i++) {
          int sum = 0;
          for (int c = 0; c < 3; c++) {
            int from = Math.max(1, at[c] - 1);
            int to = Math.min(size[c] - 1, at[c] + 2);
            for (int p = from; p <= to; p++) {
              sum += boundary[c * n + i + (p - at[c]) * stride[c]] & 255;
            }
          }
          out[i] = (byte) Math.min(255, (sum + 1) / 2);
        }
      }
    }
    return new BoundaryMap(box, out, mask);
  }

  /// One value a voxel, shape (z, y, x): the only channel itself, or the rounded mean over the up
  /// to six steps from the voxel to its neighbours inside the block.
  public byte[] perVoxel() {
    if (!isAffinity()) {
      return boundary;
    }
    Grid grid = grid();
    int n = grid.voxels();
    int area = grid.sizeX() * grid.sizeY();
    byte[] out = new byte[n];
    for (int z = 0, i = 0; z < grid.sizeZ(); z++) {
      for (int y = 0; y < grid.sizeY(); y++) {
        for (int x = 0; x < grid.sizeX(); x++, i++) {
          int sum = 0;
          int steps = 0;
          if (z > 0) {
            sum += boundary[i] & 255;
            steps++;
          }
          if (z < grid.sizeZ() - 1) {
            sum += boundary[i + area] & 255;
            steps++;
          }
          if (y > 0) {
            sum += boundary[n + i] & 255;
            steps++;
          }
          if (y < grid.sizeY() - 1) {
            sum += boundary[n + i + grid.sizeX()] & 255;
            steps++;
          }
          if (x > 0) {
            sum += boundary[2 * n + i] & 255;
            steps++;
          }
          if (x < grid.sizeX() - 1) {
            sum += boundary[2 * n + i + 1] & 255;
            steps++;
          }
          out[i] = (byte) (steps == 0 ? 0 : (2 * sum + steps) / (2 * steps));
        }
      }
    }
    return out;
  }
}
