package org.connectarium.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.connectarium.ingest.volume.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextTableTest {
  @TempDir Path folder;

  @Test
  void readsQuotedValuesAndSaysTheLineWhereARowBegins() throws IOException {
    assertThat(
            rows(
                TableLayout.separatedBy(','),
                "\uFEFFid, name\u00a0,class,\n1,\"a,b\",\"say \"\"x\"\"\"\n\n2,\"two\nlines\", KC \n , ,\n3,,x"))
        .containsExactly(
            new TableRow(0, List.of("id", "name", "class", "#4")),
            new TableRow(2, List.of("1", "a,b", "say \"x\"")),
            new TableRow(4, List.of("2", "two\nlines", "KC")),
            new TableRow(7, List.of("3", "", "x")));
  }

  @Test
  void readsTabsBelowALineThatIsNoHeader() throws IOException {
    assertThat(
            rows(
                new TableLayout('\t', 1, List.of("pre", "post")),
                "pre post\r\nADAL\tADFL\r\nA\tB\r\n"))
        .containsExactly(
            new TableRow(0, List.of("pre", "post")),
            new TableRow(2, List.of("ADAL", "ADFL")),
            new TableRow(3, List.of("A", "B")));
  }

  @Test
  void damagedFilesAreOneLine() throws IOException {
    assertThatThrownBy(() -> rows(TableLayout.separatedBy(','), "a,b\n1,\"open\n2,3\n"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("table.csv:")
        .hasMessageContaining("check its quotes");
    assertThatThrownBy(() -> rows(TableLayout.separatedBy(','), ""))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("is empty");
    Path file = folder.resolve("table.csv");
    Files.write(file, new byte[] {'a', '\n', (byte) 0xff, (byte) 0xfe, '\n'});
    assertThatThrownBy(() -> read(file, TableLayout.separatedBy(',')))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("no text in UTF-8");
    assertThatThrownBy(() -> read(folder.resolve("none.csv"), TableLayout.separatedBy(',')))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("No file");
  }

  private List<TableRow> rows(TableLayout layout, String text) throws IOException {
    Path file = folder.resolve("table.csv");
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return read(file, layout);
  }

  /* The columns as row 0, then the rows. */
  private static List<TableRow> read(Path file, TableLayout layout) {
    List<TableRow> rows = new ArrayList<>();
    try (Table table = Table.openText(file, layout)) {
      rows.add(new TableRow(0, table.columns()));
      for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
        rows.add(row.get());
      }
    }
    return rows;
  }
}
