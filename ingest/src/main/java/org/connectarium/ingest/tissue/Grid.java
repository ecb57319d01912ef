package org.connectarium.ingest.tissue;

import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;

/// Bricks of about 90 nm edge and cells of 4 × 4 × 4 bricks, counted from the origin whatever box
/// is asked for: a voxel is always computed as part of the same brick.
///
/// @param voxelSize size of a voxel
/// @param sizeX voxels of a brick along x
/// @param sizeY voxels of a brick along y
/// @param sizeZ voxels of a brick along z
record Grid(VoxelSize voxelSize, int sizeX, int sizeY, int sizeZ) {
  static final int BRICKS = 4;
  private static final double BRICK_NM = 90;

  static Grid of(VoxelSize v) {
    return new Grid(v, voxels(v.xNm()), voxels(v.yNm()), voxels(v.zNm()));
  }

  private static int voxels(double nm) {
    return Math.clamp(Math.round(BRICK_NM / nm), 1, 32);
  }

  int brickVoxels() {
    return sizeX * sizeY * sizeZ;
  }

  /// Distance from the middle of a brick to the middle of its farthest voxel, nm.
  double halfDiagonalNm() {
    return half(1);
  }

  /// The same for a cell.
  double cellHalfDiagonalNm() {
    return half(BRICKS);
  }

  private double half(int bricks) {
    double x = bricks * sizeX * voxelSize.xNm();
    double y = bricks * sizeY * voxelSize.yNm();
    double z = bricks * sizeZ * voxelSize.zNm();
    return 0.5 * Math.sqrt(x * x + y * y + z * z);
  }

  /// The cells that hold a box.
  Box cells(Box voxels) {
    return new Box(
        Math.floorDiv(voxels.x0(), BRICKS * sizeX),
        Math.floorDiv(voxels.y0(), BRICKS * sizeY),
        Math.floorDiv(voxels.z0(), BRICKS * sizeZ),
        Math.floorDiv(voxels.x1() - 1, BRICKS * sizeX) + 1,
        Math.floorDiv(voxels.y1() - 1, BRICKS * sizeY) + 1,
        Math.floorDiv(voxels.z1() - 1, BRICKS * sizeZ) + 1);
  }

  /// Position of the middle of a brick, or of a cell if `bricks` is [#BRICKS].
  double middleX(long index, int bricks) {
    return ((index + 0.5) * bricks * sizeX - 0.5) * voxelSize.xNm();
  }

  double middleY(long index, int bricks) {
    return ((index + 0.5) * bricks * sizeY - 0.5) * voxelSize.yNm();
  }

  double middleZ(long index, int bricks) {
    return ((index + 0.5) * bricks * sizeZ - 0.5) * voxelSize.zNm();
  }

  double cellEdgeX() {
    return BRICKS * sizeX * voxelSize.xNm();
  }

  double cellEdgeY() {
    return BRICKS * sizeY * voxelSize.yNm();
  }

  double cellEdgeZ() {
    return BRICKS * sizeZ * voxelSize.zNm();
  }
}
