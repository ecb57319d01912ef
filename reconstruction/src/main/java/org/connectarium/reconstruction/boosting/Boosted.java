package org.connectarium.reconstruction.boosting;

import java.util.List;

/// What a training leaves.
///
/// @param columns numbers of the features that the trees use, ascending; a row of the trees has
///     just these
/// @param trees for rows of these columns
/// @param gains how much each of these columns took off the loss, summed over all decisions on it
/// @param libraryText the model as LightGBM writes it
/// @param libraryColumns numbers of the features that its rows have
public record Boosted(
    List<Integer> columns,
    Trees trees,
    List<Double> gains,
    String libraryText,
    List<Integer> libraryColumns) {
  private static final int BATCH_VALUES = 1 << 20;

  public Boosted {
    columns = List.copyOf(columns);
    gains = List.copyOf(gains);
    libraryColumns = List.copyOf(libraryColumns);
  }

  /// Scores of some samples.
  ///
  /// @param rows numbers of the samples
  /// @return a score for each, in the same order
  public double[] scores(Samples samples, int[] rows) {
    int[] wanted = columns.stream().mapToInt(Integer::intValue).toArray();
    int width = trees.features();
    int batch = Math.max(1, BATCH_VALUES / width);
    float[] values = new float[batch * width];
    double[] scores = new double[batch];
    double[] out = new double[rows.length];
    for (int begin = 0; begin < rows.length; begin += batch) {
      int here = Math.min(batch, rows.length - begin);
      for (int i = 0; i < here; i++) {
        samples.copy(rows[begin + i], wanted, values, i * width);
      }
      trees.scores(values, here, scores);
      System.arraycopy(scores, 0, out, begin, here);
    }
    return out;
  }
}
