package org.connectarium.app.workspace;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The largest memory of this process since a moment. On Linux that is resident memory, with all
/// that native libraries take; elsewhere the sum of the peaks of the heap's pools.
final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path CLEAR = Path.of("/proc/self/clear_refs");

  private PeakMemory() {}

  /// Begins to measure anew.
  static void reset() {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    try {
      // 5 resets the peak of the resident size, see proc(5)
      Files.writeString(CLEAR, "5");
    } catch (IOException _) {
      // not Linux, or not allowed: the peak since the start of the process remains
    }
  }

  static long bytes() {
    return residentBytes()
        .orElseGet(
            () ->
                ManagementFactory.getMemoryPoolMXBeans().stream()
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum());
  }

  private static Optional<Long> residentBytes() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
