package org.connectarium.graph.sink;

import org.connectarium.graph.GraphException;

/// What the ledger says of a batch: rows of which kind (`segments` or `contacts`), how many are
/// loaded, and whether those are all.
public record BatchEntry(String key, String kind, int rows, boolean complete) {
  /// Checks that the batch that comes now is the one that was begun.
  ///
  /// @param nowRows that the batch has now, in all
  /// @throws GraphException if it is another
  public void requireSame(String nowKind, int nowRows) {
    if (!kind.equals(nowKind)) {
      throw new GraphException(
          "Batch " + key + " holds " + kind + ", not " + nowKind + "; give it another key");
    }
    if (complete ? rows != nowRows : rows > nowRows) {
      throw new GraphException(
          "Batch %s was loaded with %d rows but now has %d; clear the segmentation and load again"
              .formatted(key, rows, nowRows));
    }
  }
}
