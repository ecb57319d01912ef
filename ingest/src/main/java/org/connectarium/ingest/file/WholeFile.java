package org.connectarium.ingest.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.connectarium.ingest.volume.BadInputException;

/// Files that are either there as a whole or not there: written under a hidden name beside the
/// target and renamed. What a killed process leaves behind is a hidden file that no reader looks
/// at. Folders that are missing are made; an older file is replaced.
///
/// Data is not forced to the disk, so a power cut may lose the last seconds, except by
/// [#writeForced].
public final class WholeFile {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final AtomicLong COUNTER = new AtomicLong();

  private WholeFile() {}

  /// What a file shall hold.
  @FunctionalInterface
  public interface Content {
    /// Writes all of it.
    void writeTo(OutputStream out) throws IOException;
  }

  private interface Filling {
    void fill(FileChannel channel) throws IOException;
  }

  /// Writes the buffers one after another.
  ///
  /// @throws BadInputException if the folder or disk does not take it; no hidden file is left then
  public static void write(Path file, ByteBuffer... parts) {
    replace(file, channel -> put(channel, parts));
  }

  /// Writes bytes and forces them to the disk before the file gets its name.
  ///
  /// @throws BadInputException as [#write(Path, ByteBuffer...)]
  public static void writeForced(Path file, byte[] bytes) {
    replace(
        file,
        channel -> {
          put(channel, ByteBuffer.wrap(bytes));
          channel.force(true);
        });
  }

  /// Writes what the content writes, buffered.
  ///
  /// @throws BadInputException as [#write(Path, ByteBuffer...)]
  public static void stream(Path file, Content content) {
    replace(
        file,
        channel -> {
          OutputStream out =
              new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
          content.writeTo(out);
          out.flush();
        });
  }

  private static void put(FileChannel channel, ByteBuffer... parts) throws IOException {
    for (ByteBuffer part : parts) {
      while (part.hasRemaining()) {
        channel.write(part);
      }
    }
  }

  private static void replace(Path file, Filling filling) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException(file + " is no file name");
    }
    String hidden =
        "."
            + file.getFileName()
            + "."
            + ProcessHandle.current().pid()
            + "-"
            + COUNTER.incrementAndGet()
            + ".tmp";
    Path temporary = folder.resolve(hidden);
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        filling.fill(channel);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      deleteQuietly(temporary, e);
      throw unwritable(file, e);
    } catch (RuntimeException e) {
      deleteQuietly(temporary, e);
      throw e;
    }
  }

  private static void deleteQuietly(Path temporary, Exception cause) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private static BadInputException unwritable(Path file, IOException e) {
    return new BadInputException(
        "Cannot write " + file + ": " + reason(e) + "; free space or choose a writable folder", e);
  }

  /// What the operating system says, without the path that the message has already.
  public static String reason(IOException e) {
    String type = e.getClass().getSimpleName().replace("Exception", "");
    if (e instanceof FileSystemException system) {
      String reason = system.getReason();
      return reason != null ? reason : type;
    }
    String message = e.getMessage();
    return message != null ? message : type;
  }
}
