package org.connectarium.analysis.geometry;

/// Space cut into equal blocks.
///
/// @param xUm lower corner of the first block, µm
/// @param yUm the same along y
/// @param zUm the same along z
/// @param sizeXUm side of a block along x, µm
/// @param sizeYUm the same along y
/// @param sizeZUm the same along z
/// @param countX blocks along x
/// @param countY the same along y
/// @param countZ the same along z
public record BlockGrid(
    double xUm,
    double yUm,
    double zUm,
    double sizeXUm,
    double sizeYUm,
    double sizeZUm,
    int countX,
    int countY,
    int countZ) {

  /// Refuses grids without extent, and more than 2³¹ − 1 blocks.
  public BlockGrid {
    if (!(sizeXUm > 0 && sizeYUm > 0 && sizeZUm > 0) || countX < 1 || countY < 1 || countZ < 1) {
      throw new IllegalArgumentException(
          "blocks need sides above 0 and a number of 1 or more but were %s × %s × %s µm, %d × %d × %d"
              .formatted(sizeXUm, sizeYUm, sizeZUm, countX, countY, countZ));
    }
    if ((double) countX * countY * countZ > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "%d × %d × %d blocks are more than 2³¹ − 1; take larger ones"
              .formatted(countX, countY, countZ));
    }
  }

  /// The blocks that hold a box, the first of which begins at its lower corner.
  ///
  /// @param lowerUm x, y, z
  /// @param upperUm x, y, z, which lies in the last block
  /// @param sizeUm sides of a block along x, y, z; FocusEM: 0.36, 0.36, 0.448
  public static BlockGrid over(double[] lowerUm, double[] upperUm, double[] sizeUm) {
    int[] count = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      count[axis] = (int) Math.floor((upperUm[axis] - lowerUm[axis]) / sizeUm[axis]) + 1;
    }
    return new BlockGrid(
        lowerUm[0],
        lowerUm[1],
        lowerUm[2],
        sizeUm[0],
        sizeUm[1],
        sizeUm[2],
        count[0],
        count[1],
        count[2]);
  }

  /// Number of blocks.
  public int blocks() {
    return countX * countY * countZ;
  }

  /// The number of the block at a place, x fastest.
  ///
  /// @throws IllegalArgumentException if it lies outside
  int block(double x, double y, double z) {
    int column = (int) Math.floor((x - xUm) / sizeXUm);
    int row = (int) Math.floor((y - yUm) / sizeYUm);
    int plane = (int) Math.floor((z - zUm) / sizeZUm);
    if (column < 0
        || row < 0
        || plane < 0
        || column >= countX
        || row >= countY
        || plane >= countZ) {
      throw new IllegalArgumentException(
          "place %s, %s, %s µm lies outside of the blocks %s".formatted(x, y, z, this));
    }
    return (plane * countY + row) * countX + column;
  }
}
