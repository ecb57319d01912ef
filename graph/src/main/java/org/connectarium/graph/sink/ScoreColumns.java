package org.connectarium.graph.sink;

import java.util.Objects;
import org.connectarium.graph.score.ScoreModel;

/// Scores of one model for rows of a batch, as flat arrays: a column for each property of its kind,
/// in their order, with a value a row, 0…1. NaN where the model says nothing; such a row goes
/// without the property. 4 bytes a value; nothing is copied.
public final class ScoreColumns {
  private final ScoreModel model;
  private final float[][] columns;
  private final int begin;
  private final int rows;

  private ScoreColumns(ScoreModel model, float[][] columns, int begin, int rows) {
    this.model = model;
    this.columns = columns;
    this.begin = begin;
    this.rows = rows;
  }

  /// Scores of all rows of a batch.
  ///
  /// @param columns as many as the kind of the model has properties, equally long; not to be
  ///     changed afterwards
  /// @throws IllegalArgumentException if there are more or fewer, or a value is out of its range
  public static ScoreColumns of(ScoreModel model, float[]... columns) {
    int wanted = model.kind().plainNames().size();
    if (columns.length != wanted) {
      throw new IllegalArgumentException(
          "Scores of the %s need %d columns (%s) but have %d"
              .formatted(
                  model, wanted, String.join(", ", model.kind().plainNames()), columns.length));
    }
    for (float[] column : columns) {
      if (column.length != columns[0].length) {
        throw new IllegalArgumentException(
            "Scores of the %s have columns of %d and of %d values"
                .formatted(model, columns[0].length, column.length));
      }
      for (int i = 0; i < column.length; i++) {
        if (column[i] < 0 || column[i] > 1) {
          throw new IllegalArgumentException(
              "Scores of the %s must be 0…1, or NaN for none, but are %s in row %d"
                  .formatted(model, column[i], i));
        }
      }
    }
    return new ScoreColumns(model, columns.clone(), 0, columns[0].length);
  }

  public ScoreModel model() {
    return model;
  }

  public int rows() {
    return rows;
  }

  /// The value of a row, NaN for none.
  public float value(int column, int row) {
    return columns[column][begin + Objects.checkIndex(row, rows)];
  }

  /// Those of the rows from `from` to just before `to`.
  public ScoreColumns part(int from, int to) {
    Objects.checkFromToIndex(from, to, rows);
    return new ScoreColumns(model, columns, begin + from, to - from);
  }

  /// Checks that there is a value for each row of a batch.
  ///
  /// @throws IllegalArgumentException if not
  public void requireRows(int howMany) {
    if (rows != howMany) {
      throw new IllegalArgumentException(
          "Scores of the %s have %d rows, and the batch %d".formatted(model, rows, howMany));
    }
  }

  /// Checks that rows have scores of this kind.
  ///
  /// @param contacts whether they are contacts, not segments
  /// @throws IllegalArgumentException if they have not
  public void requireOf(boolean contacts) {
    if (model.kind().isOfContacts() != contacts) {
      throw new IllegalArgumentException(
          "Scores of the %s are of %s, not of %s"
              .formatted(
                  model, contacts ? "segments" : "contacts", contacts ? "contacts" : "segments"));
    }
  }
}
