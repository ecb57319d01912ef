package org.connectarium.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.connectarium.app.json.Json;

/// A program of others that does the same work on the same arrays. It is run in the Python that
/// `CONNECTARIUM_PYTHON` names, once, by a script that prints one line of JSON.
interface Peer {
  /// There is nothing to compare with.
  Peer NONE = (_, _) -> new Outcome("none", 0, 0, "no program of others does just this work");

  /// How the program of others did.
  ///
  /// @param name and version of the program
  /// @param seconds it took, 0 if it did not run
  /// @param timesOurs its seconds over our median, 0 if it did not run
  /// @param note what it did, or why it did not run
  record Outcome(String name, double seconds, double timesOurs, String note) {}

  /// What the script prints.
  record Printed(String name, double seconds, String note) {}

  /// Writes the input, runs it.
  Outcome run(Path scratch, double ourSeconds) throws IOException, InterruptedException;

  /// Input for the script.
  interface Input {
    /// Writes the arrays and gives the arguments.
    List<String> write(Path scratch) throws IOException;
  }

  /// A task of `peer.py`.
  static Peer python(String task, Input input) {
    return (scratch, ourSeconds) -> {
      String python = System.getenv("CONNECTARIUM_PYTHON");
      if (python == null) {
        return new Outcome("none", 0, 0, "skipped: CONNECTARIUM_PYTHON names no Python");
      }
      Path script = scratch.resolve("peer.py");
      try (InputStream in = Objects.requireNonNull(Peer.class.getResourceAsStream("peer.py"))) {
        Files.write(script, in.readAllBytes());
      }
      List<String> command = new ArrayList<>(List.of(python, script.toString(), task));
      command.addAll(input.write(scratch));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String last = printed.lines().reduce("", (_, line) -> line);
      int status = process.waitFor();
      if (status != 0) {
        return new Outcome("none", 0, 0, "skipped, exit status " + status + ": " + last);
      }
      Printed result = Json.read(last, Printed.class);
      return new Outcome(
          result.name(), result.seconds(), result.seconds() / ourSeconds, result.note());
    };
  }
}
