package org.connectarium.graph.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.connectarium.graph.GraphException;

/// The file that lies beside a store while it is made, locked by its maker. A kill then leaves a
/// store that does not count: whoever comes next removes it.
final class MakingMark implements AutoCloseable {
  private static final String NAME = ".making";

  private final Path home;
  private final FileChannel channel;

  private MakingMark(Path home, FileChannel channel) {
    this.home = home;
    this.channel = channel;
  }

  /// True if the folder holds a store that was made to its end.
  static boolean isStore(Path home) {
    return Files.isDirectory(home.resolve("data")) && !Files.exists(home.resolve(NAME));
  }

  /// Marks that a store is made here, and removes what an interrupted making left.
  ///
  /// @throws GraphException if another process makes one here now
  static MakingMark set(Path home) throws IOException {
    Files.createDirectories(home);
    FileChannel channel =
        FileChannel.open(home.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (!lock(channel)) {
        throw OpenFailure.elsewhere(home);
      }
      MakingMark mark = new MakingMark(home, channel);
      mark.removeData();
      return mark;
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException _) {
      return false; // in this process
    }
  }

  /// Removes the mark: what lies here is a store now.
  void lift() throws IOException {
    Files.delete(home.resolve(NAME));
  }

  /// Removes what was made; the mark stays.
  void removeData() throws IOException {
    Path data = home.resolve("data");
    if (Files.exists(data)) {
      try (Stream<Path> all = Files.walk(data)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
