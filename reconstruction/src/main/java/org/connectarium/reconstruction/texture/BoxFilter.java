package org.connectarium.reconstruction.texture;

import java.util.Arrays;

/// Local standard deviation and SynEM's "intensity/variance" Σ I² − (Σ I)² over a cube of voxels.
/// Sums are in double precision, so that the deviation of a constant image of whole grey values is
/// exactly zero.
final class BoxFilter implements Filter {
  private static final double GREY_VALUES = 255;

  private final int edge;
  private final int variance;
  private final int[] deviation;

  /// @param edge of the cube in voxels
  /// @param variance channel of intensity/variance
  /// @param deviation channel of the standard deviation, if there is one
  BoxFilter(int edge, int variance, int... deviation) {
    this.edge = edge;
    this.variance = variance;
    this.deviation = deviation;
  }

  @Override
  public int[] channels() {
    int[] all = Arrays.copyOf(deviation, deviation.length + 1);
    all[deviation.length] = variance;
    return all;
  }

  @Override
  public int[] reach() {
    int half = edge / 2;
    return new int[] {half, half, half};
  }

  @Override
  public void compute(Block block, Channels out) {
    int half = edge / 2;
    int sizeX = block.sizeX;
    double[][] sums = new double[block.sizeY][sizeX];
    double[][] squares = new double[block.sizeY][sizeX];
    double[] sum = new double[sizeX];
    double[] square = new double[sizeX];
    double[] line = new double[sizeX];
    double[] shifted = new double[sizeX];
    float[] made = block.row();
    for (int z = block.fromZ; z < block.toZ; z++) {
      for (int y = block.fromY - half; y < block.toY + half; y++) {
        Arrays.fill(sums[y], 0);
        Arrays.fill(squares[y], 0);
        for (int dz = -half; dz <= half; dz++) {
          add(block.values, block.row(z + dz, y), sums[y], squares[y]);
        }
      }
      for (int y = block.fromY; y < block.toY; y++) {
        sum(sums, y, half, line, shifted, sum, block.fromX, block.toX);
        sum(squares, y, half, line, shifted, square, block.fromX, block.toX);
        if (out.wants(variance)) {
          variance(sum, square, made, block.fromX, block.toX);
          out.put(variance, z, y, made);
        }
        for (int channel : deviation) {
          if (out.wants(channel)) {
            deviation(sum, square, made, edge * edge * edge, block.fromX, block.toX);
            out.put(channel, z, y, made);
          }
        }
      }
    }
  }

  /* Sum over rows of a plane and then along x. */
  private static void sum(
      double[][] plane,
      int y,
      int half,
      double[] line,
      double[] shifted,
      double[] out,
      int fromX,
      int toX) {
    Arrays.fill(line, 0);
    for (int dy = -half; dy <= half; dy++) {
      add(plane[y + dy], line, fromX - half, toX + half);
    }
    Arrays.fill(out, 0);
    for (int dx = -half; dx <= half; dx++) {
      System.arraycopy(line, fromX + dx, shifted, fromX, toX - fromX);
      add(shifted, out, fromX, toX);
    }
  }

  private static void add(float[] values, int row, double[] sum, double[] square) {
    for (int x = 0; x < sum.length; x++) {
      double value = values[row + x];
      sum[x] += value;
      square[x] += value * value;
    }
  }

  private static void add(double[] row, double[] sum, int from, int to) {
    for (int x = from; x < to; x++) {
      sum[x] += row[x];
    }
  }

  private static void variance(double[] sum, double[] square, float[] out, int from, int to) {
    for (int x = from; x < to; x++) {
      out[x] = (float) ((square[x] - sum[x] * sum[x]) / (GREY_VALUES * GREY_VALUES));
    }
  }

  private static void deviation(
      double[] sum, double[] square, float[] out, int n, int from, int to) {
    for (int x = from; x < to; x++) {
      double spread = n * square[x] - sum[x] * sum[x];
      out[x] = (float) Math.sqrt(Math.max(0, spread) / ((double) n * (n - 1)));
    }
  }
}
