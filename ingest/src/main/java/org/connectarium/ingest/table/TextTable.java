package org.connectarium.ingest.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.connectarium.ingest.volume.BadInputException;

/// A table in a text file.
final class TextTable implements Table {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path file;
  private final CSVParser parser;
  private final long skipped;
  private final List<String> columns;

  private TextTable(Path file, CSVParser parser, TableLayout layout) {
    this.file = file;
    this.parser = parser;
    this.skipped = layout.skipLines();
    this.columns = layout.columns().isEmpty() ? header() : layout.columns();
  }

  static TextTable open(Path file, TableLayout layout) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(layout.separator())
            .setQuote('"')
            .setIgnoreEmptyLines(true)
            .get();
    try {
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(
                  Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()));
      try {
        for (long line = 0; line < layout.skipLines(); line++) {
          reader.readLine();
        }
        return new TextTable(
            file, CSVParser.builder().setReader(reader).setFormat(format).get(), layout);
      } catch (IOException | RuntimeException failure) {
        reader.close();
        throw failure;
      }
    } catch (NoSuchFileException e) {
      throw new BadInputException("No file " + file + "; name the table to read", e);
    } catch (IOException e) {
      throw unreadable(file, 1, e);
    }
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public Optional<TableRow> next() {
    Optional<TableRow> row = record();
    while (row.isPresent() && row.get().values().stream().allMatch(String::isEmpty)) {
      row = record();
    }
    return row;
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw unreadable(file, line(), e);
    }
  }

  private List<String> header() {
    List<String> names = next().map(TableRow::values).orElse(List.of());
    if (names.isEmpty()) {
      throw new BadInputException(file + " is empty; a table begins with the names of its columns");
    }
    return IntStream.range(0, names.size())
        .mapToObj(i -> names.get(i).isEmpty() ? "#" + (i + 1) : names.get(i))
        .toList();
  }

  private Optional<TableRow> record() {
    CSVRecord record;
    try {
      var rows = parser.iterator();
      if (!rows.hasNext()) {
        return Optional.empty();
      }
      record = rows.next();
    } catch (UncheckedIOException e) {
      throw unreadable(file, line(), Objects.requireNonNull(e.getCause()));
    }
    long within = record.stream().mapToLong(v -> v.chars().filter(c -> c == '\n').count()).sum();
    return Optional.of(
        new TableRow(line() - within, record.stream().map(TextTable::trimmed).toList()));
  }

  private long line() {
    return skipped + Math.max(1, parser.getCurrentLineNumber());
  }

  /* Blanks of all kinds, also those that do not break, and the mark at the beginning of a file. */
  private static String trimmed(String value) {
    int begin = 0;
    int end = value.length();
    while (begin < end && isBlank(value.charAt(begin))) {
      begin++;
    }
    while (end > begin && isBlank(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(begin, end);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == BYTE_ORDER_MARK;
  }

  private static BadInputException unreadable(Path file, long line, IOException e) {
    String what =
        switch (e) {
          case CharacterCodingException _ -> "no text in UTF-8; save it as such, or name a table";
          case CSVException _ -> "not a table: " + e.getMessage() + "; check its quotes";
          default -> "cannot be read: " + e.getMessage();
        };
    return new BadInputException(file + ":" + line + ": " + what, e);
  }
}
