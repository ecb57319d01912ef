package org.connectarium.app.analyze;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.connectarium.analysis.paper.ResultTable;
import org.connectarium.ingest.tablewriter.Column;
import org.connectarium.ingest.tablewriter.TableRows;
import org.connectarium.ingest.tablewriter.TableWriter;
import org.connectarium.ingest.volume.BadInputException;
import org.jspecify.annotations.Nullable;

/// Writes tables of results, each as CSV and in further formats.
///
/// @param endings of the files of a table
record TableFiles(Set<String> endings) {
  private static final String CSV = "csv";

  /// @param further formats beside CSV
  /// @throws BadInputException if there is no such format
  static TableFiles of(List<String> further) {
    Set<String> endings = new LinkedHashSet<>(List.of(CSV));
    for (String ending : further) {
      if (!TableWriter.ENDINGS.contains(ending)) {
        throw new BadInputException(
            "no format of tables \"%s\"; there is %s"
                .formatted(ending, String.join(", ", TableWriter.ENDINGS)));
      }
      endings.add(ending);
    }
    return new TableFiles(endings);
  }

  /// Writes a table.
  ///
  /// @param folder of the report
  /// @return paths in it
  List<String> write(Path folder, ResultTable table) {
    List<String> files = new ArrayList<>();
    for (String ending : endings) {
      String file = "tables/" + table.name() + "." + ending;
      TableWriter.write(folder.resolve(file), rows(table));
      files.add(file);
    }
    return files;
  }

  private static TableRows rows(ResultTable table) {
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      columns.add(column(table, c));
    }
    return new TableRows(columns, table.rows().stream().map(row -> values(columns, row)).toList());
  }

  private static List<@Nullable Object> values(
      List<Column> columns, List<? extends @Nullable Object> row) {
    List<@Nullable Object> values = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      Object value = row.get(c);
      values.add(
          switch (columns.get(c).kind()) {
            case NUMBER -> value instanceof Number number ? (Object) number.doubleValue() : null;
            case TEXT -> value == null ? null : value.toString();
            case WHOLE, FLAG -> value;
          });
    }
    return values;
  }

  private static Column column(ResultTable table, int number) {
    String name = table.columns().get(number);
    List<Object> values = new ArrayList<>();
    table.rows().stream()
        .map(row -> row.get(number))
        .filter(Objects::nonNull)
        .forEach(value -> values.add(value));
    if (values.stream().allMatch(Long.class::isInstance)) {
      return Column.whole(name);
    }
    if (values.stream().allMatch(Number.class::isInstance)) {
      return Column.number(name);
    }
    return values.stream().allMatch(Boolean.class::isInstance)
        ? Column.flag(name)
        : Column.text(name);
  }
}
