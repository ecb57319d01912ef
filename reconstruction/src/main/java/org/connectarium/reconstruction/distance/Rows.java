package org.connectarium.reconstruction.distance;

/// The first pass, along x: squared distance to the nearer end of the run of equal labels.
final class Rows {
  /// More steps than any line has voxels; its square is beyond every distance in a block.
  static final int FAR_STEPS = 1 << 30;

  private final int[] labels;
  private final float[] out;
  private final int n;
  private final float weight;
  private final boolean open;

  Rows(int[] labels, float[] out, int n, double voxelNm, Edge edge) {
    this.labels = labels;
    this.out = out;
    this.n = n;
    this.weight = (float) (voxelNm * voxelNm);
    this.open = edge == Edge.OPEN;
  }

  /// Measures the row whose first voxel is `row`.
  void measure(int row) {
    int end = row + n;
    for (int begin = row; begin < end; ) {
      int label = labels[begin];
      int stop = begin + 1;
      while (stop < end && labels[stop] == label) {
        stop++;
      }
      if (label != 0) {
        fill(
            begin, stop, open && begin == row ? FAR_STEPS : 1, open && stop == end ? FAR_STEPS : 1);
      }
      begin = stop;
    }
  }

  private void fill(int begin, int stop, int atBegin, int atEnd) {
    for (int i = begin; i < stop; i++) {
      float steps = Math.min(i - begin + atBegin, stop - 1 - i + atEnd);
      out[i] = steps * steps * weight;
    }
  }
}
