package org.connectarium.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.connectarium.ingest.PythonOfOthers;
import org.connectarium.ingest.volume.BadInputException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Parquet and Arrow files of pandas and pyarrow, see `src/test/resources/tables`.
@NullMarked
class TypedTableTest {
  private static final Path TABLES = Path.of("src/test/resources/tables");
  private static final List<String> FILES =
      List.of(
          "snappy.parquet",
          "zstd.parquet",
          "gzip.parquet",
          "lz4.feather",
          "zstd.arrow",
          "stream.arrow");
  private static final String ROWS =
      """
      id unsigned small byte word int float_id single name large class proofread bytes nothing
      720575940379283840 18446744073709551615 -128 255 65535 4294967295 17.0 0.1 axon a spine true raw _
      -1 0 127 0 65 0 1.0E300 -2.5 Neurit–β b shaft false _ _
      9223372036854775807 _ 0 1 1 1 _ Infinity _ c,d spine true x _
      _ 7 _ _ _ _ _ _ _ _ _ _ _ _
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("FILES")
  void allTypesOfAllFormatsAreTheSameText(String name) {
    assertThat(text(TABLES.resolve(name))).isEqualTo(ROWS);
  }

  @Test
  void codesOfPandasAreWords() {
    assertThat(text(TABLES.resolve("pandas.parquet")))
        .isEqualTo("pre post side __index_level_0__\n1 2 left 10\n2 3 _ 11\n");
    assertThat(text(TABLES.resolve("pandas.feather")))
        .isEqualTo("pre post side\n1 2 left\n2 3 _\n");
  }

  @Test
  void whatPandasAndPyarrowWriteTodayIsRead() throws Exception {
    PythonOfOthers.run(
        List.of("pandas", "pyarrow"), "resources/tables/make_tables.py", folder.toAbsolutePath());
    for (String name : FILES) {
      assertThat(text(folder.resolve(name))).as(name).isEqualTo(ROWS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "feather"})
  void filesThatAreNoTablesAreOneLine(String ending) throws IOException {
    Path file = folder.resolve("bad." + ending);
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(BadInputException.class)
        .hasMessage("No file " + file + "; name the table to read");
    for (String content : List.of("", "pre,post\n1,2\n", "FEA1 of long ago FEA1")) {
      Files.writeString(file, content);
      assertThatThrownBy(() -> text(file))
          .isInstanceOf(BadInputException.class)
          .hasMessageStartingWith(file + " cannot be read as ")
          .hasMessageEndingWith("; write it again")
          .hasMessageNotContaining("\n");
    }
  }

  @ParameterizedTest
  @FieldSource("FILES")
  void filesCutShortAreOneLine(String name) throws IOException {
    byte[] whole = Files.readAllBytes(TABLES.resolve(name));
    for (int part = 1; part < 8; part++) {
      Path file = folder.resolve(part + name);
      Files.write(file, Arrays.copyOf(whole, whole.length * part / 8));
      assertThatThrownBy(() -> text(file))
          .as("%d of 8 parts", part)
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining(file.toString());
    }
  }

  @ParameterizedTest
  @FieldSource("FILES")
  void damagedFilesAreReadOrRefusedInOneLine(String name) throws IOException {
    byte[] whole = Files.readAllBytes(TABLES.resolve(name));
    Random random = new Random(7);
    for (int trial = 0; trial < 60; trial++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i < 3; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Path file = folder.resolve(name);
      Files.write(file, damaged);
      assertThatCode(
              () -> {
                try {
                  text(file);
                } catch (BadInputException refused) {
                  assertThat(refused.getMessage()).doesNotContain("\n");
                }
              })
          .as("seed 7, trial %d", trial)
          .doesNotThrowAnyException();
    }
  }

  private static Table open(Path file) {
    return file.toString().endsWith(".parquet") ? Table.openParquet(file) : Table.openArrow(file);
  }

  /* One line a row; a value without blanks, and _ where there is none. */
  private static String text(Path file) {
    List<String> lines = new ArrayList<>();
    try (Table table = open(file)) {
      lines.add(String.join(" ", table.columns()));
      for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
        lines.add(
            String.join(
                " ",
                row.get().values().stream()
                    .map(v -> v.isEmpty() ? "_" : v.replace(" ", ""))
                    .toList()));
      }
    }
    return String.join("\n", lines) + "\n";
  }
}
