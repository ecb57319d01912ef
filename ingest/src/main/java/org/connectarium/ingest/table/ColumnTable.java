package org.connectarium.ingest.table;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A table whose columns are arrays in memory.
final class ColumnTable implements Table {
  private final List<String> names;
  private final List<Values> columns;
  private final long rows;
  private long row;

  /// A column.
  ///
  /// @param array of numbers or texts
  /// @param begin index of its first value
  /// @param step from one value to the next
  /// @param words for numbers that are codes
  record Values(Object array, int begin, int step, Map<String, String> words) {
    String text(long row) {
      Object value = Array.get(array, Math.toIntExact(begin + row * step));
      String text = CellText.of(value);
      return words.getOrDefault(text, text);
    }
  }

  ColumnTable(List<String> names, List<Values> columns, long rows) {
    this.names = List.copyOf(names);
    this.columns = List.copyOf(columns);
    this.rows = rows;
  }

  @Override
  public List<String> columns() {
    return names;
  }

  @Override
  public Optional<TableRow> next() {
    if (row == rows) {
      return Optional.empty();
    }
    List<String> values = new ArrayList<>();
    for (Values column : columns) {
      values.add(column.text(row));
    }
    row++;
    return Optional.of(new TableRow(row, values));
  }

  @Override
  public void close() {
    // nothing is open
  }
}
