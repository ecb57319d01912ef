package org.connectarium.graph;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process with the class path and flags of this one that dies by SIGKILL.
public final class KilledChild {
  private KilledChild() {}

  /// Starts it, waits until it has printed a number of lines and a moment more, and kills it.
  ///
  /// @return all that it printed
  public static List<String> run(Class<?> main, Path home, int afterLines, int thenMillis)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--"))
        .forEach(command::add);
    command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(main.getName(), home.toString()));
    Process child =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> printed = new ArrayList<>();
    try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      while (line != null) {
        printed.add(line);
        if (printed.size() == afterLines) {
          Thread.sleep(thenMillis);
          child.toHandle().destroyForcibly(); // leaves its output readable
        }
        line = lines.readLine();
      }
    }
    child.waitFor();
    return printed;
  }
}
