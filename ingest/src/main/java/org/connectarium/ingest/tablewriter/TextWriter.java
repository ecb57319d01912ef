package org.connectarium.ingest.tablewriter;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// Text after RFC 4180 in UTF-8 with a line of names; lines end in a line feed, what is not there
/// is empty, and an empty text is `""`.
///
/// @param separator between values
record TextWriter(char separator) implements TableWriter {
  @Override
  public void write(OutputStream out, TableRows table) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(separator).setRecordSeparator('\n').get();
    // not closed: that would close the stream, which is the caller's
    CSVPrinter printer =
        new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), format);
    printer.printRecord(table.columns().stream().map(Column::name));
    for (@Nullable Object[] row : table.checked()) {
      printer.printRecord(row);
    }
    printer.flush();
  }
}
