package org.connectarium.ingest.table;

import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.RepetitionType;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.SchemaNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.connectarium.ingest.volume.BadInputException;

/// A Parquet file as a table: its columns of single values. Columns of lists and groups are passed
/// over. Memory: some pages of each column.
///
/// Format: Apache Parquet, [specification](https://github.com/apache/parquet-format).
final class ParquetTable implements Table {
  /* It says with each file which vector instructions it uses; kept, or it would be forgotten. */
  private static final Logger LIBRARY = Logger.getLogger("dev.hardwood");

  static {
    LIBRARY.setLevel(Level.WARNING);
  }

  private final Path path;
  private final ParquetFileReader file;
  private final RowReader rows;
  private final List<Value> columns;
  private final long count;
  private long row;

  /* A column: its number in the file, and whether its integers have no sign. */
  private record Value(int at, String name, boolean unsigned) {
    String text(RowReader rows) {
      Object value = rows.isNull(at) ? null : rows.getValue(at);
      return switch (value) {
        case Long number when unsigned -> Long.toUnsignedString(number);
        case Integer number when unsigned -> Integer.toUnsignedString(number);
        case null, default -> CellText.of(value);
      };
    }
  }

  private ParquetTable(Path path, ParquetFileReader file) {
    this.path = path;
    this.file = file;
    this.columns = columns(file.getFileSchema().getRootNode());
    this.count = file.getFileMetaData().numRows();
    this.rows = file.rowReader();
  }

  static Table open(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new BadInputException("No file " + path + "; name the table to read");
    }
    try {
      ParquetFileReader file = ParquetFileReader.open(new UnmappedFile(path));
      try {
        return new ParquetTable(path, file);
      } catch (RuntimeException failure) {
        file.close();
        throw failure;
      }
    } catch (IOException | RuntimeException e) {
      throw unreadable(path, 0, e);
    }
  }

  @Override
  public List<String> columns() {
    return columns.stream().map(Value::name).toList();
  }

  @Override
  public Optional<TableRow> next() {
    try {
      if (!rows.hasNext()) {
        return Optional.empty();
      }
      if (row == count) {
        throw new IllegalStateException("it has more than the " + count + " rows that it names");
      }
      rows.next();
      row++;
      return Optional.of(new TableRow(row, columns.stream().map(c -> c.text(rows)).toList()));
    } catch (RuntimeException e) {
      throw unreadable(path, row + 1, e);
    }
  }

  @Override
  public void close() {
    try (file) {
      rows.close();
    } catch (IOException e) {
      throw unreadable(path, row, e);
    }
  }

  private static List<Value> columns(SchemaNode.GroupNode root) {
    List<Value> columns = new ArrayList<>();
    for (int i = 0; i < root.children().size(); i++) {
      if (root.children().get(i) instanceof SchemaNode.PrimitiveNode node
          && node.repetitionType() != RepetitionType.REPEATED) {
        boolean unsigned =
            node.logicalType() instanceof LogicalType.IntType type && !type.isSigned();
        columns.add(new Value(i, node.name(), unsigned));
      }
    }
    return columns;
  }

  private static BadInputException unreadable(Path path, long row, Exception e) {
    String where = row == 0 ? path.toString() : path + ":" + row;
    String what = FirstLine.of(e).replace("[" + path + "] ", "");
    return new BadInputException(
        "%s cannot be read as Parquet: %s; write it again".formatted(where, what), e);
  }
}
