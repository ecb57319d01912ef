package org.connectarium.analysis.geometry;

import java.util.Arrays;
import java.util.List;

/// How much membrane of each target class lies in each block of space, and in which blocks the
/// membrane of each axon lies. Cannot be changed.
///
/// Borders between neurites are added one after the other, in any order. A border counts towards
/// a class once for each of its sides that belongs to the class; borders of an axon with anything
/// say where the axon is.
///
/// Cost: 4 bytes per block and class, 4 to 8 per axon and block that it reaches.
public final class MembraneBlocks {
  /// Kind of a neurite that is an axon.
  public static final byte AXON = -1;

  /// Kind of a neurite that is neither an axon nor of a target class.
  public static final byte OTHER = -2;

  private final BlockGrid grid;
  private final List<String> classes;
  private final float[][] untilRow; // per plane: area of each class before a block of its row
  private final long[] axonBlocks; // axon · 2³² + block, ascending

  private MembraneBlocks(Builder b) {
    grid = b.grid;
    classes = b.classes;
    axonBlocks = b.axonBlocks.sorted();
    untilRow = b.areas;
    int width = classes.size();
    for (float[] plane : untilRow) {
      int rowLength = (grid.countX() + 1) * width;
      for (int row = 0; row < grid.countY(); row++) {
        double[] sum = new double[width];
        for (int at = 0; at < rowLength; at++) {
          double here = plane[row * rowLength + at];
          plane[row * rowLength + at] = (float) sum[at % width];
          sum[at % width] += here;
        }
      }
    }
  }

  /// Blocks to be filled.
  ///
  /// @param classes names of target classes, at most 127
  /// @param kinds of each neurite: the number of its class, [#AXON] or [#OTHER]
  /// @throws IllegalArgumentException if there is no class, or a kind is none of these
  public static Builder builder(BlockGrid grid, List<String> classes, byte[] kinds) {
    return new Builder(grid, classes, kinds);
  }

  /// The blocks of space.
  public BlockGrid grid() {
    return grid;
  }

  /// Names of target classes.
  public List<String> classes() {
    return classes;
  }

  /// Blocks that hold membrane of an axon, ascending, x fastest.
  int[] blocksOf(int axon) {
    int from = from(axon);
    int to = from(axon + 1);
    int[] blocks = new int[to - from];
    Arrays.setAll(blocks, i -> (int) axonBlocks[from + i]);
    return blocks;
  }

  private int from(int axon) {
    int at = Arrays.binarySearch(axonBlocks, (long) axon << 32);
    return at < 0 ? -1 - at : at;
  }

  /// Adds the areas of the classes in blocks from…to − 1 of a row.
  void addRow(int plane, int row, int from, int to, double[] sums, int at) {
    float[] areas = untilRow[plane];
    int width = classes.size();
    int begin = (row * (grid.countX() + 1) + from) * width;
    int end = begin + (to - from) * width;
    for (int c = 0; c < width; c++) {
      sums[at + c] += areas[end + c] - areas[begin + c];
    }
  }

  /// Takes borders one after the other.
  public static final class Builder {
    private final BlockGrid grid;
    private final List<String> classes;
    private final byte[] kinds;
    private final float[][] areas; // one column more than blocks, for the sums
    private final DistinctLongs axonBlocks = new DistinctLongs();

    private Builder(BlockGrid grid, List<String> classes, byte[] kinds) {
      if (classes.isEmpty() || classes.size() > Byte.MAX_VALUE) {
        throw new IllegalArgumentException(
            "1 to 127 target classes are possible but there were " + classes.size());
      }
      for (int i = 0; i < kinds.length; i++) {
        if (kinds[i] < OTHER || kinds[i] >= classes.size()) {
          throw new IllegalArgumentException(
              "neurite %d has kind %d but the classes are %s".formatted(i, kinds[i], classes));
        }
      }
      this.grid = grid;
      this.classes = List.copyOf(classes);
      this.kinds = kinds.clone();
      int plane =
          Math.multiplyExact(Math.multiplyExact(grid.countX() + 1, grid.countY()), classes.size());
      areas = new float[grid.countZ()][plane];
    }

    /// Adds a border.
    ///
    /// @param one the neurite on one side, −1 for anything that is none
    /// @param two that on the other
    /// @throws IllegalArgumentException if it lies outside of the blocks, a neurite has no kind,
    ///     or the area is negative or no number
    public Builder add(double xUm, double yUm, double zUm, int one, int two, double areaUm2) {
      if (!(areaUm2 >= 0) || Double.isInfinite(areaUm2)) {
        throw new IllegalArgumentException(
            "areas of borders must be 0 or more but one was " + areaUm2);
      }
      int block = grid.block(xUm, yUm, zUm);
      side(block, one, areaUm2);
      side(block, two, areaUm2);
      return this;
    }

    private void side(int block, int neurite, double areaUm2) {
      if (neurite >= kinds.length) {
        throw new IllegalArgumentException(
            "neurite " + neurite + " has no kind: only " + kinds.length + " were given");
      }
      int kind = neurite < 0 ? OTHER : kinds[neurite];
      if (kind == AXON) {
        axonBlocks.add(((long) neurite << 32) | block);
      } else if (kind >= 0) {
        int perPlane = grid.countX() * grid.countY();
        int row = block % perPlane / grid.countX();
        int column = block % grid.countX();
        int at = (row * (grid.countX() + 1) + column) * classes.size() + kind;
        areas[block / perPlane][at] += (float) areaUm2;
      }
    }

    /// The blocks. Nothing can be added afterwards.
    public MembraneBlocks build() {
      return new MembraneBlocks(this);
    }
  }

  /* A set that is sorted whenever it is full. */
  private static final class DistinctLongs {
    private long[] values = new long[1024];
    private int size;

    void add(long value) {
      if (size > 0 && values[size - 1] == value) {
        return;
      }
      if (size == values.length) {
        compact();
        if (size > values.length / 2) {
          values = Arrays.copyOf(values, Math.multiplyExact(2, values.length));
        }
      }
      values[size++] = value;
    }

    long[] sorted() {
      compact();
      return Arrays.copyOf(values, size);
    }

    private void compact() {
      Arrays.sort(values, 0, size);
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (kept == 0 || values[kept - 1] != values[i]) {
          values[kept++] = values[i];
        }
      }
      size = kept;
    }
  }
}
