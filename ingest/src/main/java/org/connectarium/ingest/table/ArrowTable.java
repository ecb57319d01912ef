package org.connectarium.ingest.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float2Vector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.UInt2Vector;
import org.apache.arrow.vector.UInt4Vector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.ValueVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.connectarium.ingest.volume.BadInputException;
import org.jspecify.annotations.Nullable;

/// A file of Arrow's exchange format as a table, also where it is called Feather: with footer or as
/// a stream, compressed or not, words given as codes of a dictionary. Columns of lists and groups
/// are passed over. Memory: one batch of rows, at most as much as Java's heap may take.
///
/// Format: Apache Arrow IPC, [specification](https://arrow.apache.org/docs/format/Columnar.html).
final class ArrowTable implements Table {
  private static final String FILE = "ARROW1";
  private static final String FIRST_FEATHER = "FEA1";

  /* More than this times its size no file becomes in memory, or it is damaged. */
  private static final long MOST_TIMES = 1024;
  private static final long SMALL_BYTES = 1 << 28;

  private final Path path;
  private final BufferAllocator memory;
  private final ArrowReader reader;
  private final VectorSchemaRoot batch;
  private final List<Integer> columns = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private long row;
  private int inBatch;
  private boolean failed;

  private ArrowTable(Path path, BufferAllocator memory, ArrowReader reader) throws IOException {
    this.path = path;
    this.memory = memory;
    this.reader = reader;
    this.batch = reader.getVectorSchemaRoot();
    List<Field> fields = batch.getSchema().getFields();
    for (int i = 0; i < fields.size(); i++) {
      if (isSingle(fields.get(i).getType())) {
        columns.add(i);
        names.add(fields.get(i).getName());
      }
    }
  }

  static Table open(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new BadInputException("No file " + path + "; name the table to read");
    }
    BufferAllocator memory = new RootAllocator(mostBytes(path));
    try {
      return open(path, memory);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      closeAfterFailure(memory);
      throw unreadable(path, 0, e);
    }
  }

  private static long mostBytes(Path path) {
    try {
      long larger = Math.min(Files.size(path), Long.MAX_VALUE / MOST_TIMES) * MOST_TIMES;
      return Math.min(Runtime.getRuntime().maxMemory(), SMALL_BYTES + larger);
    } catch (IOException e) {
      throw unreadable(path, 0, e);
    }
  }

  private static Table open(Path path, BufferAllocator memory) throws IOException {
    FileChannel channel = FileChannel.open(path);
    String mark = mark(channel);
    var codecs = new CommonsCompressionFactory();
    ArrowReader reader =
        mark.equals(FILE)
            ? new ArrowFileReader(channel, memory, codecs)
            : new ArrowStreamReader(channel, memory, codecs);
    try {
      if (mark.startsWith(FIRST_FEATHER)) {
        throw new IOException("it is Feather of version 1");
      }
      return new ArrowTable(path, memory, reader);
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  @Override
  public List<String> columns() {
    return names;
  }

  @Override
  public Optional<TableRow> next() {
    try {
      while (inBatch == batch.getRowCount()) {
        if (!reader.loadNextBatch()) {
          return Optional.empty();
        }
        inBatch = 0;
      }
      List<String> values = new ArrayList<>(columns.size());
      for (int column : columns) {
        values.add(CellText.of(value(batch.getVector(column), inBatch)));
      }
      inBatch++;
      row++;
      return Optional.of(new TableRow(row, values));
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      failed = true;
      throw unreadable(path, row + 1, e);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw unreadable(path, row, e);
    } finally {
      if (failed) {
        closeAfterFailure(memory);
      } else {
        memory.close();
      }
    }
  }

  /* The library forgets some buffers when it fails, and would rather tell of them. */
  private static void closeAfterFailure(BufferAllocator memory) {
    try {
      memory.close();
    } catch (IllegalStateException _) {
      // the failure itself is told
    }
  }

  private @Nullable Object value(FieldVector vector, int at) {
    if (vector.isNull(at)) {
      return null;
    }
    var code = vector.getField().getDictionary();
    if (code == null) {
      return single(vector, at);
    }
    int word = ((Number) Objects.requireNonNull(single(vector, at))).intValue();
    var dictionary = reader.lookup(code.getId());
    return dictionary.getVector().isNull(word) ? null : single(dictionary.getVector(), word);
  }

  private static @Nullable Object single(ValueVector vector, int at) {
    return switch (vector) {
      case UInt1Vector unsigned -> unsigned.getObjectNoOverflow(at);
      case UInt2Vector unsigned -> (int) unsigned.get(at);
      case UInt4Vector unsigned -> unsigned.getObjectNoOverflow(at);
      case UInt8Vector unsigned -> unsigned.getObjectNoOverflow(at);
      case Float2Vector half -> half.getValueAsFloat(at);
      default -> vector.getObject(at);
    };
  }

  private static boolean isSingle(ArrowType type) {
    return switch (type.getTypeID()) {
      case Int, FloatingPoint, Bool, Utf8, LargeUtf8, Utf8View, Binary, LargeBinary, BinaryView ->
          true;
      case Null, Decimal, Date, Time, Timestamp -> true;
      default -> false;
    };
  }

  private static String mark(FileChannel channel) throws IOException {
    ByteBuffer mark = ByteBuffer.allocate(FILE.length());
    channel.read(mark, 0);
    return new String(mark.array(), StandardCharsets.ISO_8859_1);
  }

  private static BadInputException unreadable(Path path, long row, Throwable e) {
    String where = row == 0 ? path.toString() : path + ":" + row;
    return new BadInputException(
        "%s cannot be read as Arrow: %s; write it again".formatted(where, FirstLine.of(e)), e);
  }
}
