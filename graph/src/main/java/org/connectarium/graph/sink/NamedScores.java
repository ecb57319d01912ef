package org.connectarium.graph.sink;

import java.util.List;

/// Scores with the properties that hold them in this graph.
public record NamedScores(ScoreColumns columns, List<String> properties) {
  public NamedScores {
    properties = List.copyOf(properties);
  }

  /// Those of some of the rows.
  public NamedScores part(int from, int to) {
    return new NamedScores(columns.part(from, to), properties);
  }

  /// Sets the properties of a row; those without a value are left out.
  public void put(int row, RowProperties.Target to) {
    for (int column = 0; column < properties.size(); column++) {
      float value = columns.value(column, row);
      if (!Float.isNaN(value)) {
        to.set(properties.get(column), value);
      }
    }
  }

  /// How many rows have a value.
  public long count() {
    long count = 0;
    for (int row = 0; row < columns.rows(); row++) {
      boolean any = false;
      for (int column = 0; column < properties.size(); column++) {
        any |= !Float.isNaN(columns.value(column, row));
      }
      count += any ? 1 : 0;
    }
    return count;
  }
}
