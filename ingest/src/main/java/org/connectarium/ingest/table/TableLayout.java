package org.connectarium.ingest.table;

import java.util.List;

/// How a text file is divided into a table.
///
/// @param separator between values
/// @param skipLines lines before the table, or before its header
/// @param columns names of the columns; empty: the first line has them
public record TableLayout(char separator, long skipLines, List<String> columns) {
  public TableLayout {
    columns = List.copyOf(columns);
  }

  /// A table whose first line names its columns.
  public static TableLayout separatedBy(char separator) {
    return new TableLayout(separator, 0, List.of());
  }
}
