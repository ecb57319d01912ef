package org.connectarium.analysis.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tables as CSV (RFC 4180) in UTF-8 with a header; numbers with all their digits, unknown values
/// empty.
public final class CsvTables implements TableWriter {
  @Override
  public String extension() {
    return "csv";
  }

  @Override
  public void write(ResultTable table, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder(line(table.columns()));
    table.rows().forEach(row -> text.append(line(row)));
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String line(List<? extends @Nullable Object> values) {
    return values.stream().map(CsvTables::value).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String value(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
