package org.connectarium.analysis.synapses;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/// Counts of synapses that are not certain: which synapses stand behind each count, and how
/// probable they are. Rows and columns are those of [TargetCounts]. Cannot be changed.
///
/// Assumes that synapses are right or wrong independently of each other.
public final class UncertainCounts {
  private final TargetCounts counts;
  private final int[] begins; // of each cell, row by row, in `probabilities`
  private final float[] probabilities;
  private final boolean certain;

  private UncertainCounts(TargetCounts counts, int[] begins, float[] probabilities) {
    this.counts = counts;
    this.begins = begins;
    this.probabilities = probabilities;
    boolean all = true;
    for (float p : probabilities) {
      all &= p == 1;
    }
    certain = all;
  }

  /// Finds the synapses behind counts, which must have been made from the same table in the same
  /// way.
  static UncertainCounts of(
      TargetCounts counts,
      SynapseTable table,
      IntUnaryOperator neurite,
      IntUnaryOperator classOf,
      IntPredicate counted) {
    int width = counts.classes().size();
    int[] begins = new int[counts.rows() * width + 1];
    int highest = counts.rows() == 0 ? -1 : counts.neurite(counts.rows() - 1);
    int[] rows = new int[highest + 1];
    Arrays.fill(rows, -1);
    for (int row = 0; row < counts.rows(); row++) {
      rows[counts.neurite(row)] = row;
      for (int c = 0; c < width; c++) {
        int cell = row * width + c;
        begins[cell + 1] = begins[cell] + counts.count(row, c);
      }
    }
    float[] probabilities = new float[begins[begins.length - 1]];
    int[] next = begins.clone();
    for (int i = 0; i < table.size(); i++) {
      int of = neurite.applyAsInt(i);
      if (of <= highest && rows[of] >= 0 && counted.test(i)) {
        probabilities[next[rows[of] * width + classOf.applyAsInt(i)]++] = table.probability(i);
      }
    }
    return new UncertainCounts(counts, begins, probabilities);
  }

  /// All synapses, as if they were certain.
  public TargetCounts counts() {
    return counts;
  }

  /// Whether each synapse has the probability 1.
  public boolean isCertain() {
    return certain;
  }

  /// Probabilities of the synapses of a row in a column.
  public double[] probabilities(int row, int column) {
    int cell = row * counts.classes().size() + column;
    return values(begins[cell], begins[cell + 1]);
  }

  /// Probabilities of the synapses of a row in all other columns.
  public double[] otherProbabilities(int row, int column) {
    int width = counts.classes().size();
    int cell = row * width + column;
    double[] before = values(begins[row * width], begins[cell]);
    double[] after = values(begins[cell + 1], begins[(row + 1) * width]);
    double[] all = Arrays.copyOf(before, before.length + after.length);
    System.arraycopy(after, 0, all, before.length, after.length);
    return all;
  }

  /// Counts of synapses of which each is real with its probability; the rows are the same, also
  /// those that have none left.
  public TargetCounts drawn(SplittableRandom random) {
    if (certain) {
      return counts;
    }
    int[] values = new int[begins.length - 1];
    for (int cell = 0; cell < values.length; cell++) {
      for (int i = begins[cell]; i < begins[cell + 1]; i++) {
        values[cell] += probabilities[i] == 1 || random.nextDouble() < probabilities[i] ? 1 : 0;
      }
    }
    int[] neurites = new int[counts.rows()];
    Arrays.setAll(neurites, counts::neurite);
    return TargetCounts.of(counts.classes(), neurites, values);
  }

  /// Names of the columns.
  public List<String> classes() {
    return counts.classes();
  }

  private double[] values(int from, int to) {
    double[] values = new double[to - from];
    Arrays.setAll(values, i -> probabilities[from + i]);
    return values;
  }
}
