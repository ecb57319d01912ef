package org.connectarium.ingest.tablewriter;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/// Parquet with columns that may be null, compressed with Zstandard.
record ParquetTableWriter() implements TableWriter {
  @Override
  public void write(OutputStream out, TableRows table) throws IOException {
    try (ParquetWriter<@Nullable Object[]> writer =
        new Rows(new Output(out), table.columns())
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdCodec())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .build()) {
      for (@Nullable Object[] row : table.checked()) {
        writer.write(row);
      }
    }
  }

  private static final class Rows extends ParquetWriter.Builder<@Nullable Object[], Rows> {
    private final List<Column> columns;

    Rows(OutputFile file, List<Column> columns) {
      super(file);
      this.columns = columns;
    }

    @Override
    protected Rows self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the library
    protected WriteSupport<@Nullable Object[]> getWriteSupport(Configuration unused) {
      return new RowSupport(columns);
    }

    @Override
    protected WriteSupport<@Nullable Object[]> getWriteSupport(ParquetConfiguration unused) {
      return new RowSupport(columns);
    }
  }

  /* Hands the values of a row to the library. */
  private static final class RowSupport extends WriteSupport<@Nullable Object[]> {
    private final List<Column> columns;
    private @Nullable RecordConsumer consumer;

    RowSupport(List<Column> columns) {
      this.columns = columns;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the library
    public WriteContext init(Configuration unused) {
      return context();
    }

    @Override
    public WriteContext init(ParquetConfiguration unused) {
      return context();
    }

    @Override
    public void prepareForWrite(RecordConsumer of) {
      consumer = of;
    }

    @Override
    public void write(@Nullable Object[] row) {
      RecordConsumer to = consumer;
      if (to == null) {
        throw new IllegalStateException("The library prepares before it writes");
      }
      to.startMessage();
      for (int i = 0; i < row.length; i++) {
        Object value = row[i];
        if (value != null) {
          to.startField(columns.get(i).name(), i);
          put(to, value);
          to.endField(columns.get(i).name(), i);
        }
      }
      to.endMessage();
    }

    private static void put(RecordConsumer to, Object value) {
      switch (value) {
        case Long number -> to.addLong(number);
        case Double number -> to.addDouble(number);
        case Boolean flag -> to.addBoolean(flag);
        default -> to.addBinary(Binary.fromString(value.toString()));
      }
    }

    private WriteContext context() {
      return new WriteContext(
          new MessageType("table", columns.stream().map(RowSupport::type).toList()), Map.of());
    }

    private static Type type(Column column) {
      return switch (column.kind()) {
        case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
        case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
        case FLAG -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
        case TEXT ->
            Types.optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(column.name());
      };
    }
  }

  /* A stream as the library wants it; closing it leaves the stream open, which is the caller's. */
  private record Output(OutputStream out) implements OutputFile {
    @Override
    public PositionOutputStream create(long unused) {
      return new Counting(out);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long unused) {
      return create(unused);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }

  private static final class Counting extends PositionOutputStream {
    private final OutputStream out;
    private long written;

    Counting(OutputStream out) {
      this.out = out;
    }

    @Override
    public long getPos() {
      return written;
    }

    @Override
    public void write(int value) throws IOException {
      out.write(value);
      written++;
    }

    @Override
    public void write(byte[] values, int begin, int length) throws IOException {
      out.write(values, begin, length);
      written += length;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }
}
