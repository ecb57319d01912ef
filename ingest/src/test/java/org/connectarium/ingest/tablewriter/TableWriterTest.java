package org.connectarium.ingest.tablewriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.connectarium.ingest.PythonOfOthers;
import org.connectarium.ingest.table.Table;
import org.connectarium.ingest.table.TableLayout;
import org.connectarium.ingest.table.TableRow;
import org.connectarium.ingest.volume.BadInputException;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class TableWriterTest {
  private static final List<Column> COLUMNS =
      List.of(
          Column.whole("id"),
          Column.number("areaUm2"),
          Column.text("class"),
          Column.flag("proofread"));

  /* More than one batch of Arrow. */
  private static final int MANY = 70_000;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"csv", "tsv", "parquet", "arrow", "feather"})
  void whatIsWrittenIsReadAgain(String ending) {
    Path file = folder.resolve("deep").resolve("t." + ending);
    TableWriter.write(file, few());
    assertThat(read(file))
        .containsExactly(
            List.of("id", "areaUm2", "class", "proofread"),
            List.of("9223372036854775807", "0.1", "spine, \"head\"\nand\tneck", "true"),
            List.of("-5", "", "β", "false"),
            List.of("", "1.0E-300", "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "parquet", "arrow"})
  void manyRowsAndNoneAreWritten(String ending) {
    Path file = folder.resolve("many." + ending);
    TableWriter.write(file, many());
    List<List<String>> rows = read(file);
    assertThat(rows).hasSize(MANY + 1);
    assertThat(rows.getLast())
        .containsExactly(String.valueOf(MANY - 1), String.valueOf((MANY - 1) / 8.0), "c6", "false");
    TableWriter.write(file, new TableRows(COLUMNS, List.of()));
    assertThat(read(file)).containsExactly(COLUMNS.stream().map(Column::name).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "parquet", "arrow"})
  void sameRowsAreSameBytes(String ending) throws IOException {
    TableWriter.write(folder.resolve("a." + ending), many());
    TableWriter.write(folder.resolve("b." + ending), many());
    assertThat(Files.readAllBytes(folder.resolve("a." + ending)))
        .isEqualTo(Files.readAllBytes(folder.resolve("b." + ending)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "parquet", "arrow"})
  void aRowThatDoesNotFitLeavesNoFile(String ending) throws IOException {
    Path file = folder.resolve("bad." + ending);
    Stream.of(
            List.<Object>of(1L, 0.5, "axon"),
            List.<Object>of(1L, 0.5, "axon", "true"),
            List.<Object>of(1.0, 0.5, "axon", true),
            List.<Object>of(1L, 1L, "axon", true))
        .forEach(
            bad ->
                assertThatThrownBy(
                        () ->
                            TableWriter.write(
                                file,
                                new TableRows(COLUMNS, List.of(List.of(1, 0.5f, "x", true), bad))))
                    .isInstanceOf(IllegalArgumentException.class));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void anotherEndingAndTwoColumnsOfOneNameAreRefused() {
    assertThatThrownBy(() -> TableWriter.write(folder.resolve("t.xlsx"), few()))
        .isInstanceOf(BadInputException.class)
        .hasMessageEndingWith("a table ends in .csv, .tsv, .parquet, .arrow, .feather");
    assertThatThrownBy(() -> new TableRows(List.of(Column.whole("a"), Column.text("a")), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void pandasReadsWhatIsWritten() throws Exception {
    for (String ending : TableWriter.ENDINGS) {
      TableWriter.write(folder.resolve("t." + ending), many());
    }
    String said =
        PythonOfOthers.run(
            List.of("pandas", "pyarrow"), "python/read_tables.py", folder.toAbsolutePath());
    List<String> lines = new ArrayList<>();
    for (String ending : List.of("arrow", "csv", "feather", "parquet", "tsv")) {
      String file = "t." + ending + " ";
      lines.add(file + "rows 70000");
      lines.add(file + "id 0 2449965000.000 '69999'");
      lines.add(file + "areaUm2 10000 262500000.000 '8749.875'");
      lines.add(file + "class 0 140000.000 'c6'");
      lines.add(file + "proofread 0 315000.000 'False'");
    }
    assertThat(said.lines()).containsExactlyElementsOf(lines);
  }

  private static TableRows few() {
    return new TableRows(
        COLUMNS,
        List.of(
            Arrays.<@Nullable Object>asList(
                Long.MAX_VALUE, 0.1, "spine, \"head\"\nand\tneck", true),
            Arrays.<@Nullable Object>asList(-5, Double.NaN, "β", false),
            Arrays.<@Nullable Object>asList(null, 1e-300, null, null)));
  }

  /* Every seventh area is not there. */
  private static TableRows many() {
    Iterable<List<@Nullable Object>> rows =
        () ->
            LongStream.range(0, MANY)
                .mapToObj(
                    i ->
                        Arrays.<@Nullable Object>asList(
                            i, i % 7 == 0 ? Double.NaN : i / 8.0, "c" + i % 7, i % 2 == 0))
                .iterator();
    return new TableRows(COLUMNS, rows);
  }

  private static List<List<String>> read(Path file) {
    String name = file.toString();
    List<List<String>> rows = new ArrayList<>();
    try (Table table =
        name.endsWith("parquet")
            ? Table.openParquet(file)
            : name.endsWith("sv")
                ? Table.openText(file, TableLayout.separatedBy(name.endsWith("csv") ? ',' : '\t'))
                : Table.openArrow(file)) {
      rows.add(table.columns());
      for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
        rows.add(row.get().values());
      }
    }
    return rows;
  }
}
