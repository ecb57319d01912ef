package org.connectarium.reconstruction.texture;

import java.util.Arrays;

/// A wide block as separate rows along x, and where its core lies.
///
/// Rows are arrays of their own because loops that read many arrays at one and the same index are
/// those which the compiler turns into vector instructions. Row (z, y) is `rows[z * sizeY + y]`.
final class Block {
  final float[][] rows;
  final int sizeY;
  final int sizeX;
  final int fromZ;
  final int toZ;
  final int fromY;
  final int toY;
  final int fromX;
  final int toX;

  /// @param shape z, y, x of the wide block
  /// @param margin z, y, x on each side
  Block(float[] wide, int[] shape, int[] margin) {
    sizeY = shape[1];
    sizeX = shape[2];
    fromZ = margin[0];
    toZ = shape[0] - margin[0];
    fromY = margin[1];
    toY = shape[1] - margin[1];
    fromX = margin[2];
    toX = shape[2] - margin[2];
    rows = new float[shape[0] * sizeY][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(wide, i * sizeX, (i + 1) * sizeX);
    }
  }

  /// A row as long as those of the block.
  float[] row() {
    return new float[sizeX];
  }

  /// So many rows.
  float[][] rows(int count) {
    return new float[count][sizeX];
  }

  int coreVoxels() {
    return (toZ - fromZ) * (toY - fromY) * (toX - fromX);
  }
}
