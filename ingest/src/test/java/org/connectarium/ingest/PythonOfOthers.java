package org.connectarium.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Assumptions;

/// The Python that `CONNECTARIUM_PYTHON` names: a virtual environment, or its interpreter. Tests
/// that ask for it are skipped without it.
@NullMarked
public final class PythonOfOthers {
  private PythonOfOthers() {}

  /// Runs a script of `src/test` and gives what it printed.
  ///
  /// @param packages that it imports; without them the test is skipped
  public static String run(List<String> packages, String script, Path argument)
      throws IOException, InterruptedException {
    Path python = python();
    Process asked =
        new ProcessBuilder(python.toString(), "-c", "import " + String.join(", ", packages))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Assumptions.assumeTrue(
        asked.waitFor() == 0, "the Python of CONNECTARIUM_PYTHON lacks one of " + packages);
    List<String> command = new ArrayList<>(List.of(python.toString()));
    command.add(Path.of("src", "test").resolve(script).toString());
    command.add(argument.toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  private static Path python() {
    String set = System.getenv("CONNECTARIUM_PYTHON");
    Assumptions.assumeTrue(set != null, "CONNECTARIUM_PYTHON does not name a Python environment");
    Path path = Path.of(set);
    Path python = Files.isDirectory(path) ? path.resolve("bin/python") : path;
    Assumptions.assumeTrue(Files.isExecutable(python), "no Python at " + python);
    return python;
  }
}
