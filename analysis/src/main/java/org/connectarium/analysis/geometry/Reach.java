package org.connectarium.analysis.geometry;

import java.util.Arrays;

/// The blocks within several distances of the blocks of an axon, centre to centre, exactly.
///
/// Rows of blocks along x are bits. A row of the axon, made wider by as many blocks as the
/// distance leaves along x, is laid over each row within the distance across x.
final class Reach {
  /// Distances are compared with this much to spare, so that multiples of the sides count as
  /// reached.
  private static final double SPARE = 1e-9;

  private final MembraneBlocks blocks;
  private final BlockGrid grid;
  private final int radii;
  private final int words; // of a row
  private final int acrossY; // farthest row
  private final int acrossZ;
  private final int widest; // most blocks along x
  private final int[] widths; // (z offset, y offset, radius) → blocks along x, −1: not reached

  Reach(MembraneBlocks blocks, double[] radiiUm) {
    this.blocks = blocks;
    grid = blocks.grid();
    radii = radiiUm.length;
    words = (grid.countX() + 63) >>> 6;
    double most = Arrays.stream(radiiUm).max().orElseThrow();
    acrossY = Math.min(grid.countY() - 1, steps(most * most, grid.sizeYUm()));
    acrossZ = Math.min(grid.countZ() - 1, steps(most * most, grid.sizeZUm()));
    widest = Math.min(grid.countX() - 1, steps(most * most, grid.sizeXUm()));
    widths = new int[(2 * acrossZ + 1) * (2 * acrossY + 1) * radii];
    for (int dz = -acrossZ; dz <= acrossZ; dz++) {
      for (int dy = -acrossY; dy <= acrossY; dy++) {
        double across = square(dz * grid.sizeZUm()) + square(dy * grid.sizeYUm());
        for (int r = 0; r < radii; r++) {
          int width = steps(square(radiiUm[r]) - across, grid.sizeXUm());
          widths[width(dz, dy) + r] = Math.min(widest, width);
        }
      }
    }
  }

  private static double square(double v) {
    return v * v;
  }

  /// Whole steps within a squared distance, −1 if it is negative.
  private static int steps(double squared, double step) {
    return squared < -SPARE ? -1 : (int) Math.floor(Math.sqrt(Math.max(0, squared)) / step + SPARE);
  }

  private int width(int dz, int dy) {
    return ((dz + acrossZ) * (2 * acrossY + 1) + dy + acrossY) * radii;
  }

  /// Area of each class within each radius: radius by radius, class by class.
  double[] areas(int axon) {
    double[] sums = new double[radii * blocks.classes().size()];
    int[] own = blocks.blocksOf(axon);
    if (own.length > 0) {
      sum(new Rows(own), sums);
      for (int r = 0; r < radii; r++) {
        blocks.takeOwn(axon, sums, r * blocks.classes().size());
      }
    }
    return sums;
  }

  private void sum(Rows rows, double[] sums) {
    int width = blocks.classes().size();
    for (int z = rows.z0; z <= rows.z1; z++) {
      for (int y = rows.y0; y <= rows.y1; y++) {
        for (int r = 0; r < radii; r++) {
          int at = rows.at(z, y) + r * words;
          int bit = next(rows.bits, at, 0, true);
          while (bit < grid.countX()) {
            int end = Math.min(grid.countX(), next(rows.bits, at, bit, false));
            blocks.addRow(z, y, bit, end, sums, r * width);
            bit = next(rows.bits, at, end, true);
          }
        }
      }
    }
  }

  /// The first bit from one on that is set or not, or all bits of the words.
  private int next(long[] bits, int at, int from, boolean set) {
    for (int word = from >>> 6; word < words; word++) {
      long value = set ? bits[at + word] : ~bits[at + word];
      value &= word == from >>> 6 ? -1L << from : -1L;
      if (value != 0) {
        return (word << 6) + Long.numberOfTrailingZeros(value);
      }
    }
    return words << 6;
  }

  /* The rows within reach of an axon. */
  private final class Rows {
    final int y0;
    final int y1;
    final int z0;
    final int z1;
    final long[] bits; // (z, y, radius, word)

    Rows(int[] own) {
      int lowY = Integer.MAX_VALUE;
      int highY = 0;
      for (int block : own) {
        int y = block / grid.countX() % grid.countY();
        lowY = Math.min(lowY, y);
        highY = Math.max(highY, y);
      }
      int perPlane = grid.countX() * grid.countY();
      y0 = Math.max(0, lowY - acrossY);
      y1 = Math.min(grid.countY() - 1, highY + acrossY);
      z0 = Math.max(0, own[0] / perPlane - acrossZ);
      z1 = Math.min(grid.countZ() - 1, own[own.length - 1] / perPlane + acrossZ);
      bits = new long[(z1 - z0 + 1) * (y1 - y0 + 1) * radii * words];
      long[] wider = new long[(widest + 1) * words];
      int begin = 0;
      for (int i = 1; i <= own.length; i++) {
        if (i == own.length || own[i] / grid.countX() != own[begin] / grid.countX()) {
          widen(own, begin, i, wider);
          int row = own[begin] / grid.countX();
          lay(row / grid.countY(), row % grid.countY(), wider);
          begin = i;
        }
      }
    }

    int at(int z, int y) {
      return ((z - z0) * (y1 - y0 + 1) + y - y0) * radii * words;
    }

    /// The blocks of a row, then made wider by 1, 2, … on both sides.
    private void widen(int[] own, int from, int to, long[] wider) {
      Arrays.fill(wider, 0, words, 0);
      for (int i = from; i < to; i++) {
        int x = own[i] % grid.countX();
        wider[x >>> 6] |= 1L << x;
      }
      for (int by = 1; by <= widest; by++) {
        int before = (by - 1) * words;
        for (int w = 0; w < words; w++) {
          long value = wider[before + w];
          long below = w == 0 ? 0 : wider[before + w - 1] >>> 63;
          long above = w == words - 1 ? 0 : wider[before + w + 1] << 63;
          wider[by * words + w] = value | (value << 1) | below | (value >>> 1) | above;
        }
      }
    }

    private void lay(int z, int y, long[] wider) {
      for (int dz = Math.max(-acrossZ, z0 - z); dz <= Math.min(acrossZ, z1 - z); dz++) {
        for (int dy = Math.max(-acrossY, y0 - y); dy <= Math.min(acrossY, y1 - y); dy++) {
          int to = at(z + dz, y + dy);
          int width = width(dz, dy);
          for (int r = 0; r < radii; r++) {
            if (widths[width + r] >= 0) {
              int from = widths[width + r] * words;
              for (int w = 0; w < words; w++) {
                bits[to + r * words + w] |= wider[from + w];
              }
            }
          }
        }
      }
    }
  }
}
