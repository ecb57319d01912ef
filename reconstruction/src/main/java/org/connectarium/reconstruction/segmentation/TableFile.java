package org.connectarium.reconstruction.segmentation;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.connectarium.graph.sink.SegmentRow;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.volume.BadInputException;

/// A table on disk, gone through row by row as often as one likes; nothing of it stays in memory.
/// `docs/formats/tables.md` is the format.
public final class TableFile {
  private static final int HEADER_BYTES = 12;
  private static final int ROWS_AT_ONCE = 1 << 10;

  private final Path path;
  private final int segments;
  private final int pieces;

  private TableFile(Path path, int segments, int pieces) {
    this.path = path;
    this.segments = segments;
    this.pieces = pieces;
  }

  /// Reads how many rows there are, and checks that the file holds as many.
  ///
  /// @throws BadInputException if the file is missing or damaged
  public static TableFile open(Path path) {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
      fill(channel, header);
      int magic = header.getInt();
      int segments = header.getInt();
      int pieces = header.getInt();
      if (magic != TableRows.MAGIC || segments < 0 || pieces < 0) {
        throw new EOFException();
      }
      TableFile file = new TableFile(path, segments, pieces);
      if (channel.size() != file.piecesBegin() + (long) pieces * TableRows.PIECE_BYTES) {
        throw new EOFException();
      }
      return file;
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /// Opens several.
  public static List<TableFile> open(List<Path> paths) {
    List<TableFile> files = new ArrayList<>(paths.size());
    paths.forEach(path -> files.add(open(path)));
    return files;
  }

  /// Number of segments.
  public int segments() {
    return segments;
  }

  /// Number of border pieces.
  public int pieces() {
    return pieces;
  }

  /// Hands over all segments in their order.
  public void forEachSegment(Consumer<SegmentRow> each) {
    read(
        HEADER_BYTES,
        segments,
        TableRows.SEGMENT_BYTES,
        row -> each.accept(TableRows.segment(row)));
  }

  /// Hands over the ids of all segments in their order.
  void forEachId(LongConsumer each) {
    read(HEADER_BYTES, segments, TableRows.SEGMENT_BYTES, row -> each.accept(row.getLong()));
  }

  /// Hands over all border pieces in their order.
  public void forEachPiece(Consumer<Piece> each) {
    read(piecesBegin(), pieces, TableRows.PIECE_BYTES, row -> each.accept(TableRows.piece(row)));
  }

  private long piecesBegin() {
    return HEADER_BYTES + (long) segments * TableRows.SEGMENT_BYTES;
  }

  /* Hands over the buffer at the begin of each row. */
  private void read(long begin, int rows, int rowBytes, Consumer<ByteBuffer> each) {
    ByteBuffer buffer = ByteBuffer.allocate(ROWS_AT_ONCE * rowBytes);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.position(begin);
      for (int row = 0; row < rows; row += ROWS_AT_ONCE) {
        int count = Math.min(ROWS_AT_ONCE, rows - row);
        fill(channel, buffer.clear().limit(count * rowBytes));
        for (int i = 0; i < count; i++) {
          each.accept(buffer.position(i * rowBytes));
        }
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static void fill(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException();
      }
    }
    buffer.flip();
  }

  static BadInputException unreadable(Path path, IOException e) {
    return e instanceof EOFException
        ? new BadInputException(
            path + " is damaged; run the segmentation again with --from segment", e)
        : new BadInputException("Cannot read " + path + ": " + WholeFile.reason(e), e);
  }
}
