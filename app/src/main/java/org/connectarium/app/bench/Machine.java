package org.connectarium.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.connectarium.app.version.ProgramVersion;

/// What a figure was measured on.
public record Machine(
    String processor, int cores, long heapBytes, String jdk, String system, String version) {
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  static Machine here() {
    return new Machine(
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory(),
        System.getProperty("java.vendor.version", "") + " " + Runtime.version(),
        System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""),
        ProgramVersion.text());
  }

  private static String processorName() {
    try (Stream<String> lines = Files.lines(CPUINFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException _) {
      return "unknown"; // not Linux
    }
  }
}
