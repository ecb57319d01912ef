package org.connectarium.graph.sink;

import java.util.List;

/// Rows of a batch that go into the graph together.
///
/// @param batch key of the batch
/// @param run id of the run that made the rows
/// @param total rows of the batch
/// @param begin number of the first of these rows in the batch, from 0
public record BatchPart<R>(String batch, String run, int total, int begin, List<R> rows) {
  /// @throws IllegalArgumentException if the part does not lie in its batch
  public BatchPart {
    if (begin < 0 || begin + rows.size() > total) {
      throw new IllegalArgumentException(
          "Rows %d to %d do not lie in a batch of %d"
              .formatted(begin, begin + rows.size() - 1, total));
    }
  }

  /// The part of a whole batch that begins at a row and has at most so many.
  public static <R> BatchPart<R> of(
      String batch, String run, List<R> all, int begin, int mostRows) {
    int end = Math.min(all.size(), begin + mostRows);
    return new BatchPart<>(batch, run, all.size(), begin, all.subList(begin, end));
  }

  int end() {
    return begin + rows.size();
  }
}
