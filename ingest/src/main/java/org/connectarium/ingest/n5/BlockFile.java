package org.connectarium.ingest.n5;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;
import net.jpountz.lz4.LZ4BlockInputStream;
import net.jpountz.lz4.LZ4BlockOutputStream;

/// The bytes of one block file: header and compressed values, as `docs/formats/n5.md` says.
final class BlockFile {
  private static final int DEFAULT_MODE = 0;
  private static final int VARIABLE_LENGTH_MODE = 1;

  private BlockFile() {}

  /// A decoded block.
  ///
  /// @param size its size by its header, x first
  /// @param values array of the data type, x fastest
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Block(int[] size, Object values) {}

  /// Header and payload of a block, ready to be written one after the other.
  static ByteBuffer[] encode(Object values, int[] size, DataType type, Compression compression) {
    ByteBuffer header = ByteBuffer.allocate(4 + 4 * size.length).order(ByteOrder.BIG_ENDIAN);
    header.putShort((short) DEFAULT_MODE).putShort((short) size.length);
    for (int n : size) {
      header.putInt(n);
    }
    return new ByteBuffer[] {
      header.flip(), ByteBuffer.wrap(compress(bigEndian(values, type), compression))
    };
  }

  private static byte[] bigEndian(Object values, DataType type) {
    if (values instanceof byte[] bytes) {
      return bytes;
    }
    ByteBuffer buffer = ByteBuffer.allocate(type.length(values) * type.bytes());
    type.put(values, buffer.order(ByteOrder.BIG_ENDIAN));
    return buffer.array();
  }

  /// Decodes a block file.
  ///
  /// @throws IOException with the reason if the bytes are no whole block of this dataset
  static Block decode(byte[] file, DatasetSpec spec) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.BIG_ENDIAN);
    int rank = spec.dimensions().size();
    need(buffer, 4, "header");
    int mode = buffer.getShort() & 0xFFFF;
    int dimensions = buffer.getShort() & 0xFFFF;
    if (mode != DEFAULT_MODE && mode != VARIABLE_LENGTH_MODE) {
      throw new IOException("block mode " + mode + " is not supported, only 0 and 1 are");
    }
    if (dimensions != rank) {
      throw new IOException("the header says " + dimensions + " dimensions, not " + rank);
    }
    need(buffer, 4 * rank + (mode == VARIABLE_LENGTH_MODE ? 4 : 0), "header");
    int[] size = new int[rank];
    int length = 1;
    for (int d = 0; d < rank; d++) {
      size[d] = buffer.getInt();
      if (size[d] < 1 || size[d] > spec.blockSize().get(d)) {
        throw new IOException(
            "the header says size " + size[d] + ", not 1 to " + spec.blockSize().get(d));
      }
      length *= size[d]; // no overflow: at most a whole block, which the spec limits
    }
    if (mode == VARIABLE_LENGTH_MODE && buffer.getInt() != length) {
      throw new IOException("it holds another number of values than voxels, which needs objects");
    }
    byte[] payload = new byte[buffer.remaining()];
    buffer.get(payload);
    byte[] data = decompress(payload, spec.compression(), length * spec.dataType().bytes());
    return new Block(size, spec.dataType().decode(data, ByteOrder.BIG_ENDIAN));
  }

  private static void need(ByteBuffer buffer, int bytes, String what) throws IOException {
    if (buffer.remaining() < bytes) {
      throw new IOException("it ends inside the " + what);
    }
  }

  private static byte[] compress(byte[] data, Compression compression) {
    return switch (compression) {
      case Compression.Raw raw -> data;
      case Compression.Zstd zstd -> Zstd.compress(data, zstd.level());
      case Compression.Gzip gzip ->
          gzip.useZlib() ? zlib(data, gzip.level()) : gzip(data, gzip.level());
      case Compression.Lz4 lz4 ->
          collect(data, out -> new LZ4BlockOutputStream(out, lz4.blockSize()));
    };
  }

  private static byte[] zlib(byte[] data, int level) {
    Deflater deflater = new Deflater(level);
    try {
      return collect(data, out -> new DeflaterOutputStream(out, deflater));
    } finally {
      deflater.end();
    }
  }

  private static byte[] gzip(byte[] data, int level) {
    return collect(data, out -> new LevelledGzip(out, level));
  }

  /// The JDK's gzip stream, which has no constructor with a level.
  private static final class LevelledGzip extends GZIPOutputStream {
    LevelledGzip(OutputStream out, int level) throws IOException {
      super(out, 1 << 13);
      def.setLevel(level);
    }
  }

  @FunctionalInterface
  private interface Wrapper {
    OutputStream wrap(OutputStream out) throws IOException;
  }

  private static byte[] collect(byte[] data, Wrapper wrapper) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(data.length / 2 + 64);
    try (OutputStream out = wrapper.wrap(bytes)) {
      out.write(data);
    } catch (IOException e) {
      throw new IllegalStateException("Memory refused bytes", e);
    }
    return bytes.toByteArray();
  }

  /// Exactly `expected` bytes; never allocates more, however much the payload claims to hold.
  private static byte[] decompress(byte[] payload, Compression compression, int expected)
      throws IOException {
    return switch (compression) {
      case Compression.Raw raw -> exactly(payload, payload.length, expected);
      case Compression.Zstd zstd -> unzstd(payload, expected);
      case Compression.Gzip gzip ->
          drain(
              gzip.useZlib()
                  ? new InflaterInputStream(new ByteArrayInputStream(payload))
                  : new GZIPInputStream(new ByteArrayInputStream(payload), 1 << 13),
              expected);
      case Compression.Lz4 lz4 ->
          drain(
              LZ4BlockInputStream.newBuilder().build(new ByteArrayInputStream(payload)), expected);
    };
  }

  private static byte[] unzstd(byte[] payload, int expected) throws IOException {
    byte[] data = new byte[expected];
    long read;
    try {
      read = Zstd.decompressByteArray(data, 0, expected, payload, 0, payload.length);
    } catch (ZstdException e) {
      throw new IOException("zstd: " + e.getMessage(), e);
    }
    return exactly(data, read, expected);
  }

  private static byte[] drain(InputStream stream, int expected) throws IOException {
    try (stream) {
      byte[] data = new byte[expected];
      int read = stream.readNBytes(data, 0, expected);
      boolean more = read == expected && stream.read() >= 0;
      return exactly(data, more ? expected + 1L : read, expected);
    }
  }

  private static byte[] exactly(byte[] data, long read, int expected) throws IOException {
    if (read != expected) {
      throw new IOException(
          "it holds "
              + (read > expected ? "more than " + expected : read + " of " + expected)
              + " bytes of values");
    }
    return data;
  }
}
