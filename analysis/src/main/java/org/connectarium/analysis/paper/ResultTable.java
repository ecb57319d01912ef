package org.connectarium.analysis.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A table of results, as a procedure gives them.
///
/// @param name of its file, such as `larva-left-motifs`
/// @param columns names with units
/// @param rows as many values in each as there are columns: Long, Double, String, Boolean, or null
///     for what is not known
public record ResultTable(String name, List<String> columns, List<List<@Nullable Object>> rows) {
  /// @throws IllegalArgumentException if a row has more or fewer values than there are columns
  public ResultTable {
    columns = List.copyOf(columns);
    List<List<@Nullable Object>> copies = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "Table \"%s\" has %d columns but a row %s".formatted(name, columns.size(), row));
      }
      copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
    }
    rows = Collections.unmodifiableList(copies);
  }

  /// Rows as the database gives them, with these of their columns.
  public static ResultTable of(
      String name,
      List<? extends Map<String, ? extends @Nullable Object>> rows,
      String... columns) {
    List<List<@Nullable Object>> values = new ArrayList<>();
    for (Map<String, ? extends @Nullable Object> row : rows) {
      List<@Nullable Object> line = new ArrayList<>();
      for (String column : columns) {
        line.add(row.get(column));
      }
      values.add(line);
    }
    return new ResultTable(name, Arrays.asList(columns), values);
  }
}
