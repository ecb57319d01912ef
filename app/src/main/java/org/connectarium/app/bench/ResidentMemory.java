package org.connectarium.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The most memory that a process ever had, as Linux counts it.
final class ResidentMemory {
  private ResidentMemory() {}

  /// In bytes; 0 if it is not known.
  static long peakBytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException _) {
      return 0; // not Linux, or it has ended
    }
  }

  static String text(long pid) {
    long bytes = peakBytes(pid);
    return bytes == 0 ? "unknown" : String.format(Locale.ROOT, "%,d MiB", bytes >> 20);
  }
}
