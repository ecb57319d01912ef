package org.connectarium.ingest.table;

import dev.hardwood.InputFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/// A file that is read, not mapped into memory: a mapped one that somebody shortens meanwhile ends
/// the process. Whoever asks for far more than there is goes round in circles over a damaged file,
/// and is stopped.
final class UnmappedFile implements InputFile {
  private static final int MOST_TIMES = 16;
  private static final long SMALL_BYTES = 1 << 22;
  private static final long CALL_BYTES = 256;

  private final Path path;
  private final FileChannel channel;
  private final AtomicLong left;

  UnmappedFile(Path path) throws IOException {
    this.path = path;
    this.channel = FileChannel.open(path);
    this.left = new AtomicLong(SMALL_BYTES + MOST_TIMES * channel.size());
  }

  @Override
  public void open() {
    // it is
  }

  @Override
  public ByteBuffer readRange(long begin, int length) throws IOException {
    if (begin < 0 || length < 0 || begin + length > channel.size()) {
      throw new EOFException("it ends before byte " + (begin + length));
    }
    if (left.addAndGet(-CALL_BYTES - length) < 0) {
      throw new IOException("it is damaged: its pages follow each other in a circle");
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, begin + bytes.position()) < 0) {
        throw new EOFException("it ends before byte " + (begin + length));
      }
    }
    return bytes.flip();
  }

  @Override
  public long length() throws IOException {
    return channel.size();
  }

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
