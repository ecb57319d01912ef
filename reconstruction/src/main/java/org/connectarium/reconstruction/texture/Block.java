package org.connectarium.reconstruction.texture;

/// A wide block in one array, and where its core lies.
///
/// Row (z, y) begins at [#row]. Rows are [#stride] apart, which is so much longer than they are
/// that a filter may write as many values too many as [Window#STEP] demands; what stands there
/// means nothing.
final class Block {
  final float[] values;
  final int stride;
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
    stride = stride(sizeX);
    values = rows(shape[0] * sizeY);
    for (int row = 0; row < shape[0] * sizeY; row++) {
      System.arraycopy(wide, row * sizeX, values, row * stride, sizeX);
    }
  }

  /// From one row to the next.
  static int stride(int sizeX) {
    return sizeX + Window.STEP;
  }

  /// Where row (z, y) begins.
  int row(int z, int y) {
    return (z * sizeY + y) * stride;
  }

  /// One row.
  float[] row() {
    return rows(1);
  }

  /// So many rows, one after the other.
  float[] rows(int count) {
    return new float[Math.multiplyExact(count, stride) + Window.STEP];
  }

  int coreVoxels() {
    return (toZ - fromZ) * (toY - fromY) * (toX - fromX);
  }
}
