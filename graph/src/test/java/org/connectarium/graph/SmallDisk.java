package org.connectarium.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// A disk of a few megabytes in memory, for filling it up. Mounting one needs root; a test that may
/// not is skipped.
public final class SmallDisk implements AutoCloseable {
  private static final int PIECE_BYTES = 1 << 12;

  private final Path folder;
  private final Path ballast;

  private SmallDisk(Path folder) {
    this.folder = folder;
    ballast = folder.resolve("ballast");
  }

  /// Mounts one on a new folder inside another.
  public static SmallDisk mount(Path parent, int megabytes) throws IOException {
    Path folder = Files.createDirectory(parent.resolve("disk"));
    boolean mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
    Assumptions.assumeTrue(mounted, "cannot mount a small disk on " + folder + "; run as root");
    return new SmallDisk(folder);
  }

  /// Its top folder.
  public Path folder() {
    return folder;
  }

  /// Writes until nothing more fits.
  public void fill() throws IOException {
    fill(0);
  }

  /// Writes until only about so many bytes are left.
  public void fill(long leftBytes) throws IOException {
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (folder.toFile().getUsableSpace() > leftBytes) {
        out.write(new byte[PIECE_BYTES]);
      }
    } catch (IOException full) {
      if (folder.toFile().getUsableSpace() > leftBytes + PIECE_BYTES) {
        throw full;
      }
    }
  }

  /// Removes what [#fill] wrote.
  public void free() throws IOException {
    Files.deleteIfExists(ballast);
  }

  @Override
  public void close() throws IOException {
    if (!run("umount", "--lazy", folder.toString())) {
      throw new IOException("Cannot unmount " + folder);
    }
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
