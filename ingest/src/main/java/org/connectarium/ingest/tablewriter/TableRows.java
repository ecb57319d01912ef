package org.connectarium.ingest.tablewriter;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A table to write. Rows are asked for once, one after another.
///
/// @param rows the values of each in the order of the columns; null is not there
public record TableRows(
    List<Column> columns, Iterable<? extends List<? extends @Nullable Object>> rows) {
  /// @throws IllegalArgumentException if there is no column, or two have the same name
  public TableRows {
    columns = List.copyOf(columns);
    Set<String> names = columns.stream().map(Column::name).collect(Collectors.toSet());
    if (names.isEmpty() || names.size() < columns.size()) {
      throw new IllegalArgumentException("A table needs columns of different names: " + columns);
    }
  }

  /// The rows with checked values: [Long], [Double], [String], [Boolean] or null. They fail at a
  /// row that does not fit the columns.
  Iterable<@Nullable Object[]> checked() {
    return () -> {
      Iterator<? extends List<? extends @Nullable Object>> all = rows.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return all.hasNext();
        }

        @Override
        public @Nullable Object[] next() {
          return check(all.next());
        }
      };
    };
  }

  private @Nullable Object[] check(List<? extends @Nullable Object> row) {
    if (row.size() != columns.size()) {
      throw new IllegalArgumentException(
          "%d values for %d columns: %s".formatted(row.size(), columns.size(), row));
    }
    @Nullable Object[] values = new Object[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).checked(row.get(i));
    }
    return values;
  }
}
