package org.connectarium.ingest.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.connectarium.ingest.volume.BadInputException;

/// A table that is read once, from its first row to its last. Memory: one row of text files, one
/// batch of rows of Parquet and Arrow, the whole of HDF5.
public interface Table extends AutoCloseable {
  /// Opens a table in a text file: values may be quoted (`"`), a quote in them is doubled. UTF-8.
  ///
  /// @throws BadInputException if the file cannot be read or has no header
  static Table openText(Path file, TableLayout layout) {
    return TextTable.open(file, layout);
  }

  /// Opens a group of an HDF5 file whose datasets are columns; `name.x`, `name.y` and `name.z` are
  /// those of a dataset of triples, `#row` is the number of the row, and whole-number attributes of
  /// a dataset are the words for its codes.
  ///
  /// @param group path of the group, empty for the root
  /// @throws BadInputException if there is no such group, or its datasets differ in length
  static Table openHdf5(Path file, String group) {
    return HdfTable.open(file, group);
  }

  /// Opens a Parquet file. Columns of lists and groups are passed over.
  ///
  /// @throws BadInputException if the file cannot be read
  static Table openParquet(Path file) {
    return ParquetTable.open(file);
  }

  /// Opens a file of Arrow's exchange format, also called Feather. Columns of lists and groups are
  /// passed over.
  ///
  /// @throws BadInputException if the file cannot be read
  static Table openArrow(Path file) {
    return ArrowTable.open(file);
  }

  /// Names of the columns, without blanks around them; one without a name is `#` and its number,
  /// from 1.
  List<String> columns();

  /// The next row; empty at the end. Rows without any text are passed over.
  ///
  /// @throws BadInputException if the file is damaged here; with the line
  Optional<TableRow> next();

  @Override
  void close();
}
