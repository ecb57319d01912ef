package org.connectarium.ingest.tablewriter;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.volume.BadInputException;

/// Writes tables in one format. The same rows give the same bytes.
public sealed interface TableWriter permits TextWriter, ParquetTableWriter, ArrowWriter {
  /// Endings of files that can be written.
  List<String> ENDINGS = List.of("csv", "tsv", "parquet", "arrow", "feather");

  /// Writes all rows of a table.
  ///
  /// @throws IllegalArgumentException if a row does not fit the columns
  void write(OutputStream out, TableRows table) throws IOException;

  /// The writer for a file, by its ending.
  ///
  /// @throws BadInputException if the ending is none of [#ENDINGS]
  static TableWriter of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "csv" -> new TextWriter(',');
      case "tsv" -> new TextWriter('\t');
      case "parquet" -> new ParquetTableWriter();
      case "arrow", "feather" -> new ArrowWriter();
      default ->
          throw new BadInputException(
              "%s: a table ends in .%s".formatted(file, String.join(", .", ENDINGS)));
    };
  }

  /// Writes a file in the format of its ending; it is there as a whole or not at all.
  ///
  /// @throws BadInputException if the ending is none of [#ENDINGS], or the folder or disk does not
  ///     take it
  /// @throws IllegalArgumentException if a row does not fit the columns
  static void write(Path file, TableRows table) {
    TableWriter writer = of(file);
    WholeFile.stream(file, out -> writer.write(out, table));
  }
}
