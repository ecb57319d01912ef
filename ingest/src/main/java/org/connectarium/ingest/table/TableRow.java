package org.connectarium.ingest.table;

import java.util.List;

/// A row of a table.
///
/// @param line of the file where it begins, or number of the row if it has no lines; from 1
/// @param values without blanks around them; what is not there is empty
public record TableRow(long line, List<String> values) {
  public TableRow {
    values = List.copyOf(values);
  }
}
