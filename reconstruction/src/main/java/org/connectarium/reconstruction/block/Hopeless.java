package org.connectarium.reconstruction.block;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Failures that say nothing about a block: the next one would fail in the same way, and no further
/// attempt would help.
final class Hopeless {
  private static final String[] DISK = {
    "No space left", "Disk quota exceeded", "Read-only file system"
  };

  private Hopeless() {}

  static boolean is(Throwable failure) {
    for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
      boolean stopped = t instanceof InterruptedException || t instanceof CancellationException;
      boolean closed =
          t instanceof AccessDeniedException || t instanceof ReadOnlyFileSystemException;
      if (stopped || closed || (t instanceof IOException && isOfDisk(t))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfDisk(Throwable failure) {
    String said = String.valueOf(failure.getMessage());
    for (String text : DISK) {
      if (said.contains(text)) {
        return true;
      }
    }
    return false;
  }
}
