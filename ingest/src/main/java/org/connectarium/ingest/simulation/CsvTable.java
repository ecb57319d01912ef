package org.connectarium.ingest.simulation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.connectarium.ingest.file.WholeFile;

/// A table as text after RFC 4180: a head line, values separated by commas, UTF-8, lines end with a
/// line feed. Numbers have a point and up to six digits behind it.
final class CsvTable {
  private static final Pattern SPECIAL = Pattern.compile("[\",\\r\\n]");

  private final StringBuilder text = new StringBuilder();
  private final int columns;

  CsvTable(String... head) {
    columns = head.length;
    row((Object[]) head);
  }

  /// Adds a row: numbers or texts, as many as the head has.
  void row(Object... values) {
    if (values.length != columns) {
      throw new IllegalArgumentException("A row needs " + columns + " values: " + List.of(values));
    }
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ",").append(field(values[i]));
    }
    text.append('\n');
  }

  private static String field(Object value) {
    if (value instanceof Double || value instanceof Float) {
      return number(((Number) value).doubleValue());
    }
    String field = String.valueOf(value);
    return SPECIAL.matcher(field).find() ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }

  /// A number with up to six digits behind the point, none of them a trailing 0.
  static String number(double value) {
    String digits = String.format(Locale.ROOT, "%.6f", value);
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    String shortest = digits.substring(0, digits.charAt(end - 1) == '.' ? end - 1 : end);
    return shortest.equals("-0") ? "0" : shortest;
  }

  /// Writes the table in one step.
  void write(Path file) {
    WholeFile.write(file, ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
