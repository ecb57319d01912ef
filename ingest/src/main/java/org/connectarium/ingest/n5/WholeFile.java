package org.connectarium.ingest.n5;

import java.io.IOException;
import java.nio.ByteBuffer;
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
/// at. Data is not forced to the disk, so a power cut may lose the last seconds.
public final class WholeFile {
  private static final AtomicLong COUNTER = new AtomicLong();

  private WholeFile() {}

  /// Writes the buffers one after another; creates missing folders; replaces an older file.
  ///
  /// @throws BadInputException if the folder or disk does not take it; no hidden file is left then
  public static void write(Path file, ByteBuffer... parts) {
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
        for (ByteBuffer part : parts) {
          while (part.hasRemaining()) {
            channel.write(part);
          }
        }
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      deleteQuietly(temporary, e);
      throw unwritable(file, e);
    }
  }

  private static void deleteQuietly(Path temporary, IOException cause) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  static BadInputException unwritable(Path file, IOException e) {
    return new BadInputException(
        "Cannot write " + file + ": " + reason(e) + "; free space or choose a writable folder", e);
  }

  /// What the operating system says, without the path that the message has already.
  static String reason(IOException e) {
    String type = e.getClass().getSimpleName().replace("Exception", "");
    if (e instanceof FileSystemException system) {
      String reason = system.getReason();
      return reason != null ? reason : type;
    }
    String message = e.getMessage();
    return message != null ? message : type;
  }
}
