package org.connectarium.analysis.geometry;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// How much membrane of each target class lies in each block of space, and in which blocks the
/// membrane of each axon lies. Cannot be changed.
///
/// Borders between neurites are added one after the other, in any order. A border counts towards
/// a class once for each of its sides that belongs to the class; borders of an axon with anything
/// say where the axon is. A neuron may be both; then its own membrane is not available to it.
///
/// Cost: 4 bytes per block and class, 8 per axon and block that it reaches.
public final class MembraneBlocks {
  /// In place of the class of a neurite that is of no target class.
  public static final byte NO_CLASS = -1;

  private final BlockGrid grid;
  private final List<String> classes;
  private final float[][] untilRow; // per plane: area of each class before a block of its row
  private final long[] axonBlocks; // axon · 2³² + block, ascending
  private final byte[] classOf;
  private final double[] ownAreas; // of neurites that are axons and targets

  private MembraneBlocks(Builder b) {
    grid = b.grid;
    classes = b.classes;
    axonBlocks = b.axonBlocks.sorted();
    classOf = b.classOf;
    ownAreas = b.ownAreas;
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
  /// @param classOf number of the target class of each neurite, or [#NO_CLASS]
  /// @param axons neurites that are axons
  /// @throws IllegalArgumentException if there is no class, or a number is none of one
  public static Builder builder(
      BlockGrid grid, List<String> classes, byte[] classOf, BitSet axons) {
    return new Builder(grid, classes, classOf, axons);
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

  /// Takes the membrane of an axon itself, where it is of a class, from areas by class.
  void takeOwn(int axon, double[] sums, int at) {
    if (classOf[axon] != NO_CLASS) {
      sums[at + classOf[axon]] = Math.max(0, sums[at + classOf[axon]] - ownAreas[axon]);
    }
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
    private final byte[] classOf;
    private final BitSet axons;
    private final double[] ownAreas;
    private final float[][] areas; // one column more than blocks, for the sums
    private final DistinctLongs axonBlocks = new DistinctLongs();

    private Builder(BlockGrid grid, List<String> classes, byte[] classOf, BitSet axons) {
      if (classes.isEmpty() || classes.size() > Byte.MAX_VALUE) {
        throw new IllegalArgumentException(
            "1 to 127 target classes are possible but there were " + classes.size());
      }
      for (int i = 0; i < classOf.length; i++) {
        if (classOf[i] < NO_CLASS || classOf[i] >= classes.size()) {
          throw new IllegalArgumentException(
              "neurite %d has class %d but the classes are %s".formatted(i, classOf[i], classes));
        }
      }
      this.grid = grid;
      this.classes = List.copyOf(classes);
      this.classOf = classOf.clone();
      this.axons = (BitSet) axons.clone();
      ownAreas = new double[classOf.length];
      int plane =
          Math.multiplyExact(Math.multiplyExact(grid.countX() + 1, grid.countY()), classes.size());
      areas = new float[grid.countZ()][plane];
    }

    /// Adds a border.
    ///
    /// @param one the neurite on one side, −1 for anything that is none
    /// @param two that on the other
    /// @throws IllegalArgumentException if it lies outside of the blocks, a neurite has no class,
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
      if (neurite < 0) {
        return;
      }
      if (neurite >= classOf.length) {
        throw new IllegalArgumentException(
            "neurite %d has no class: only %d were given".formatted(neurite, classOf.length));
      }
      if (axons.get(neurite)) {
        axonBlocks.add(((long) neurite << 32) | block);
      }
      if (classOf[neurite] != NO_CLASS) {
        ownAreas[neurite] += areaUm2;
        int perPlane = grid.countX() * grid.countY();
        int row = block % perPlane / grid.countX();
        int column = block % grid.countX();
        int at = (row * (grid.countX() + 1) + column) * classes.size() + classOf[neurite];
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
