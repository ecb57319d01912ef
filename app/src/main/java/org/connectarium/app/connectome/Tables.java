package org.connectarium.app.connectome;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.connectarium.ingest.table.Table;
import org.connectarium.ingest.table.TableRow;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Spelling;

/// Goes through a table of a mapping.
final class Tables {
  private Tables() {}

  /// Hands on each row that the mapping takes.
  ///
  /// @param name of the table in findings
  /// @param asked all columns that will be asked for
  /// @throws BadInputException if the file cannot be read or lacks a column
  static void forEach(
      String name, TableFile table, List<Column> asked, Problems problems, Consumer<Cells> each) {
    try (Table rows = table.open()) {
      Map<String, Integer> numbers = new HashMap<>();
      for (Column column : asked) {
        numbers.put(column.name(), find(table, rows.columns(), column.name(), column.key()));
      }
      Map<Integer, Set<String>> where = new HashMap<>();
      table
          .where()
          .forEach((c, texts) -> where.put(find(table, rows.columns(), c, "where"), texts));
      int width = rows.columns().size();
      for (Optional<TableRow> row = rows.next(); row.isPresent(); row = rows.next()) {
        TableRow values = row.get();
        Cells cells =
            new Cells(
                name,
                table.file(),
                problems,
                column -> numbers.getOrDefault(column.name(), -1),
                values);
        int has = values.values().size();
        if (has != width) {
          cells.keeps(Problem.RAGGED_ROW, has + " values in place of " + width);
        } else if (where.entrySet().stream()
            .allMatch(w -> w.getValue().contains(values.values().get(w.getKey())))) {
          each.accept(cells);
        }
      }
    }
  }

  private static int find(TableFile table, List<String> columns, String name, String key) {
    int at = columns.indexOf(name);
    if (at < 0) {
      throw new BadInputException(
          "%s has no column \"%s\", which the key %s of the mapping names%s"
              .formatted(table.file(), name, key, Spelling.hint(name, columns)));
    }
    if (at != columns.lastIndexOf(name)) {
      throw new BadInputException(
          "%s has two columns \"%s\"; name its columns anew in the key columns"
              .formatted(table.file(), name));
    }
    return at;
  }

  /// All columns of several kinds in one list.
  static List<Column> all(List<Optional<Column>> single, List<List<Column>> lists) {
    List<Column> all = new ArrayList<>();
    single.forEach(column -> column.ifPresent(all::add));
    lists.forEach(all::addAll);
    return all;
  }
}
