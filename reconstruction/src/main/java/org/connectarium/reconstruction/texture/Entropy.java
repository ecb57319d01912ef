package org.connectarium.reconstruction.texture;

/// Entropy in bits of the grey values in a cube of 5 × 5 × 5 voxels, 256 bins: values are rounded
/// and held between 0 and 255, a NaN counts as 0.
///
/// With n voxels of which c fall into a bin, it is log2 n − Σ c·log2 c / n. A histogram slides
/// along x, 25 voxels in and 25 out at each step. The sum is kept in whole numbers of 2⁻²⁰ bit, so
/// that it does not depend on where the row began.
final class Entropy implements Filter {
  private static final int HALF = 2;
  private static final int EDGE = 2 * HALF + 1;
  private static final int VOXELS = EDGE * EDGE * EDGE;
  private static final int BINS = 256;
  private static final int UNITS = 1 << 20;
  private static final int BYTE = 8;

  /// What one more voxel adds to the sum of a bin that has c voxels.
  private static final int[] RISE = rises();

  private final int channel;

  Entropy(int channel) {
    this.channel = channel;
  }

  @Override
  public int[] channels() {
    return new int[] {channel};
  }

  @Override
  public int[] reach() {
    return new int[] {HALF, HALF, HALF};
  }

  @Override
  public void compute(Block block, Channels out) {
    long[][] columns = new long[block.sizeY][block.sizeX];
    float[] made = block.row();
    for (int z = block.fromZ - HALF; z < block.toZ + HALF; z++) {
      for (int y = block.fromY - HALF; y < block.toY + HALF; y++) {
        push(block.values, block.row(z, y), columns[y]);
      }
      int done = z - HALF;
      if (done >= block.fromZ) {
        for (int y = block.fromY; y < block.toY; y++) {
          slide(columns, y, made, block.fromX, block.toX);
          out.put(channel, done, y, made);
        }
      }
    }
  }

  /* A column holds the bins of five voxels along z, a byte each, the last one highest. */
  private static void push(float[] values, int row, long[] columns) {
    for (int x = 0; x < columns.length; x++) {
      long bin = (long) Math.max(0, Math.min(BINS - 1, (int) (values[row + x] + 0.5f)));
      columns[x] = (columns[x] >>> BYTE) | (bin << ((EDGE - 1) * BYTE));
    }
  }

  private static void slide(long[][] columns, int y, float[] out, int fromX, int toX) {
    int[] counts = new int[BINS];
    long[] a = columns[y - 2];
    long[] b = columns[y - 1];
    long[] c = columns[y];
    long[] d = columns[y + 1];
    long[] e = columns[y + 2];
    int sum = 0;
    for (int x = fromX - HALF; x < fromX + HALF; x++) {
      sum += enter(counts, a[x]) + enter(counts, b[x]) + enter(counts, c[x]);
      sum += enter(counts, d[x]) + enter(counts, e[x]);
    }
    for (int x = fromX; x < toX; x++) {
      int in = x + HALF;
      sum += enter(counts, a[in]) + enter(counts, b[in]) + enter(counts, c[in]);
      sum += enter(counts, d[in]) + enter(counts, e[in]);
      out[x] = (float) ((RISE_OF_ALL - sum) * PER_VOXEL);
      int gone = x - HALF;
      sum -= leave(counts, a[gone]) + leave(counts, b[gone]) + leave(counts, c[gone]);
      sum -= leave(counts, d[gone]) + leave(counts, e[gone]);
    }
  }

  private static int enter(int[] counts, long column) {
    int sum = 0;
    for (int shift = 0; shift < EDGE * BYTE; shift += BYTE) {
      int bin = (int) (column >>> shift) & (BINS - 1);
      sum += RISE[counts[bin]++];
    }
    return sum;
  }

  private static int leave(int[] counts, long column) {
    int sum = 0;
    for (int shift = 0; shift < EDGE * BYTE; shift += BYTE) {
      int bin = (int) (column >>> shift) & (BINS - 1);
      sum += RISE[--counts[bin]];
    }
    return sum;
  }

  private static int[] rises() {
    int[] rises = new int[VOXELS];
    for (int c = 0; c < VOXELS; c++) {
      rises[c] = Math.toIntExact(units(c + 1) - units(c));
    }
    return rises;
  }

  private static long units(int c) {
    return c == 0 ? 0 : Math.round(c * (Math.log(c) / Math.log(2)) * UNITS);
  }

  private static final int RISE_OF_ALL = Math.toIntExact(units(VOXELS));
  private static final double PER_VOXEL = 1.0 / ((double) VOXELS * UNITS);
}
