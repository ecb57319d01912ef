package org.connectarium.graph.sink;

import java.util.List;

/// Rows of a batch that go into the graph together.
///
/// @param batch key of the batch
/// @param run id of the run that made the rows
/// @param total rows of the batch
/// @param begin number of the first of these rows in the batch, from 0
/// @param scores of models about these rows; of rows that are there already just one
public record BatchPart<R>(
    String batch, String run, int total, int begin, List<R> rows, List<ScoreColumns> scores) {
  /// @throws IllegalArgumentException if the part does not lie in its batch, or scores are of other
  ///     rows
  public BatchPart {
    if (begin < 0 || begin + rows.size() > total) {
      throw new IllegalArgumentException(
          "Rows %d to %d do not lie in a batch of %d"
              .formatted(begin, begin + rows.size() - 1, total));
    }
    scores = List.copyOf(scores);
    for (ScoreColumns of : scores) {
      of.requireRows(rows.size());
    }
  }

  /// The part of a whole batch that begins at a row and has at most so many.
  ///
  /// @throws IllegalArgumentException if scores have more or fewer rows than the batch
  public static <R> BatchPart<R> of(
      String batch, String run, List<R> all, List<ScoreColumns> scores, int begin, int mostRows) {
    scores.forEach(s -> s.requireRows(all.size()));
    int end = Math.min(all.size(), begin + mostRows);
    return new BatchPart<>(
        batch,
        run,
        all.size(),
        begin,
        all.subList(begin, end),
        scores.stream().map(s -> s.part(begin, end)).toList());
  }

  int end() {
    return begin + rows.size();
  }
}
