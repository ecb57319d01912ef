package org.connectarium.ingest.tablewriter;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/// Arrow's exchange format with footer, not compressed, in batches.
record ArrowWriter() implements TableWriter {
  private static final int BATCH_ROWS = 1 << 16;

  @Override
  public void write(OutputStream out, TableRows table) throws IOException {
    List<Column> columns = table.columns();
    try (BufferAllocator memory = new RootAllocator();
        VectorSchemaRoot batch =
            VectorSchemaRoot.create(
                new Schema(columns.stream().map(ArrowWriter::field).toList()), memory);
        ArrowFileWriter writer =
            new ArrowFileWriter(batch, null, Channels.newChannel(new Unclosed(out)))) {
      writer.start();
      int rows = 0;
      for (@Nullable Object[] row : table.checked()) {
        for (int i = 0; i < row.length; i++) {
          set(batch.getVector(i), rows, row[i]);
        }
        rows++;
        if (rows == BATCH_ROWS) {
          put(writer, batch, rows);
          rows = 0;
        }
      }
      if (rows > 0) {
        put(writer, batch, rows);
      }
      writer.end();
    }
  }

  private static void put(ArrowFileWriter writer, VectorSchemaRoot batch, int rows)
      throws IOException {
    batch.setRowCount(rows);
    writer.writeBatch();
    batch.clear();
  }

  private static void set(FieldVector vector, int row, @Nullable Object value) {
    switch (value) {
      case null -> vector.setNull(row);
      case Long number -> ((BigIntVector) vector).setSafe(row, number);
      case Double number -> ((Float8Vector) vector).setSafe(row, number);
      case Boolean flag -> ((BitVector) vector).setSafe(row, flag ? 1 : 0);
      default ->
          ((VarCharVector) vector).setSafe(row, value.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static Field field(Column column) {
    ArrowType type =
        switch (column.kind()) {
          case WHOLE -> new ArrowType.Int(Long.SIZE, true);
          case NUMBER -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
          case TEXT -> new ArrowType.Utf8();
          case FLAG -> new ArrowType.Bool();
        };
    return Field.nullable(column.name(), type);
  }
}
