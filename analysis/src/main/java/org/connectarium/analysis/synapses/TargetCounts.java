package org.connectarium.analysis.synapses;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Counts of synapses, one row per neurite, one column per class: onto target classes for axons,
/// from classes of axons for dendrites. Cannot be changed.
public final class TargetCounts {
  private final List<String> classes;
  private final int[] neurites;
  private final int[] counts; // row by row
  private final int[] totals;

  private TargetCounts(List<String> classes, int[] neurites, int[] counts) {
    this.classes = List.copyOf(classes);
    this.neurites = neurites;
    this.counts = counts;
    this.totals = new int[neurites.length];
    int width = this.classes.size();
    for (int row = 0; row < neurites.length; row++) {
      for (int c = 0; c < width; c++) {
        totals[row] = Math.addExact(totals[row], counts[row * width + c]);
      }
    }
  }

  /// Counts as given; rows are named 0, 1, 2, ….
  ///
  /// @param rows one per neurite, each with one count per class
  /// @throws IllegalArgumentException if a row has another length, or a count is negative
  public static TargetCounts of(List<String> classes, int[][] rows) {
    int width = classes.size();
    int[] flat = new int[Math.multiplyExact(rows.length, width)];
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != width) {
        throw new IllegalArgumentException(
            "row " + row + " has " + rows[row].length + " counts but there are " + classes);
      }
      for (int c = 0; c < width; c++) {
        if (rows[row][c] < 0) {
          throw new IllegalArgumentException(
              "counts must be 0 or more but row " + row + " has " + rows[row][c]);
        }
        flat[row * width + c] = rows[row][c];
      }
    }
    return new TargetCounts(classes, IntStream.range(0, rows.length).toArray(), flat);
  }

  /// Counts as given; rows are those of `neurites`, in their order.
  static TargetCounts of(List<String> classes, int[] neurites, int[] flat) {
    return new TargetCounts(classes, neurites, flat);
  }

  /// Counts synapses in one pass, in memory for neurites × classes.
  static TargetCounts count(
      List<String> classes,
      int synapses,
      IntUnaryOperator neurite,
      IntUnaryOperator classOf,
      IntPredicate counted,
      int minSynapses) {
    int highest = -1;
    for (int i = 0; i < synapses; i++) {
      highest = Math.max(highest, neurite.applyAsInt(i));
    }
    int width = classes.size();
    int[] all = new int[Math.multiplyExact(highest + 1, width)];
    int[] totals = new int[highest + 1];
    for (int i = 0; i < synapses; i++) {
      if (counted.test(i)) {
        int of = classOf.applyAsInt(i);
        if (of < 0 || of >= width) {
          throw new IllegalArgumentException(
              "synapse " + i + " has class " + of + " but the classes are " + classes);
        }
        all[neurite.applyAsInt(i) * width + of]++;
        totals[neurite.applyAsInt(i)]++;
      }
    }
    return choose(
        classes,
        IntStream.rangeClosed(0, highest).toArray(),
        all,
        row -> totals[row] > 0 && totals[row] >= minSynapses);
  }

  /// Names of the classes, in the order of columns.
  public List<String> classes() {
    return classes;
  }

  /// The column of a class.
  ///
  /// @throws IllegalArgumentException if there is none of this name
  public int column(String name) {
    int column = classes.indexOf(name);
    if (column < 0) {
      throw new IllegalArgumentException("no class \"" + name + "\"; there are " + classes);
    }
    return column;
  }

  /// Number of rows.
  public int rows() {
    return neurites.length;
  }

  /// The number of the neurite of a row.
  public int neurite(int row) {
    return neurites[row];
  }

  /// Synapses of a row in a column.
  public int count(int row, int column) {
    return counts[row * classes.size() + column];
  }

  /// All synapses of a row.
  public int synapses(int row) {
    return totals[row];
  }

  /// All synapses of all rows.
  public long synapses() {
    return Arrays.stream(totals).asLongStream().sum();
  }

  /// Synapses of each row in a column.
  public int[] column(int column) {
    int[] values = new int[neurites.length];
    Arrays.setAll(values, row -> count(row, column));
    return values;
  }

  /// Synapses of each row.
  public int[] totals() {
    return totals.clone();
  }

  /// As many rows, drawn with replacement.
  public TargetCounts resampled(SplittableRandom random) {
    int[] rows = new int[neurites.length];
    Arrays.setAll(rows, i -> random.nextInt(neurites.length));
    return take(rows);
  }

  /// Rows by their numbers, in the order given; one that is there twice is twice in the result.
  public TargetCounts take(int[] rows) {
    int width = classes.size();
    int[] names = new int[rows.length];
    int[] values = new int[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      names[i] = neurites[rows[i]];
      System.arraycopy(counts, rows[i] * width, values, i * width, width);
    }
    return new TargetCounts(classes, names, values);
  }

  /// These rows and then those of another table.
  ///
  /// @throws IllegalArgumentException if the classes differ
  public TargetCounts and(TargetCounts other) {
    if (!classes.equals(other.classes)) {
      throw new IllegalArgumentException(
          "classes must be the same but were " + classes + " and " + other.classes);
    }
    int[] names = Arrays.copyOf(neurites, neurites.length + other.neurites.length);
    System.arraycopy(other.neurites, 0, names, neurites.length, other.neurites.length);
    int[] values = Arrays.copyOf(counts, counts.length + other.counts.length);
    System.arraycopy(other.counts, 0, values, counts.length, other.counts.length);
    return new TargetCounts(classes, names, values);
  }

  /// The counts of the neurites of another table, in its order; 0 for those that are not here.
  public TargetCounts forRowsOf(TargetCounts other) {
    int width = classes.size();
    int[] values = new int[other.neurites.length * width];
    for (int row = 0; row < other.neurites.length; row++) {
      int here = Arrays.binarySearch(neurites, other.neurites[row]);
      if (here >= 0) {
        System.arraycopy(counts, here * width, values, row * width, width);
      }
    }
    return new TargetCounts(classes, other.neurites, values);
  }

  /// The rows that pass, in the same order.
  public TargetCounts select(IntPredicate row) {
    return choose(classes, neurites, counts, row);
  }

  private static TargetCounts choose(
      List<String> classes, int[] neurites, int[] counts, IntPredicate row) {
    int[] kept = IntStream.range(0, neurites.length).filter(row).toArray();
    return new TargetCounts(classes, neurites, counts).take(kept);
  }
}
