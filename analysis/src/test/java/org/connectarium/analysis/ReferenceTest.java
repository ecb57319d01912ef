package org.connectarium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// The recorded results are those of NumPy and SciPy.
class ReferenceTest {
  @Test
  void scipyStillSaysWhatIsRecorded() throws Exception {
    String set = System.getenv("CONNECTARIUM_PYTHON");
    Assumptions.assumeTrue(set != null, "CONNECTARIUM_PYTHON names no Python with SciPy");
    Path python = Files.isDirectory(Path.of(set)) ? Path.of(set, "bin", "python") : Path.of(set);
    Process asked =
        new ProcessBuilder(python.toString(), "-c", "import scipy")
            .redirectErrorStream(true)
            .start();
    Assumptions.assumeTrue(asked.waitFor() == 0, "the Python of CONNECTARIUM_PYTHON has no SciPy");

    Process process =
        new ProcessBuilder(python.toString(), "src/test/python/statistics_reference.py")
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();

    Map<String, double[]> now = Reference.parse(printed);
    assertThat(now.keySet()).isEqualTo(Reference.recorded().keySet());
    Reference.recorded()
        .forEach(
            (name, numbers) -> {
              double[] other = Objects.requireNonNull(now.get(name), name);
              assertThat(other).as(name).hasSameSizeAs(numbers);
              for (int i = 0; i < numbers.length; i++) {
                double near = 1e-5 * Math.max(1e-7, Math.abs(numbers[i]));
                assertThat(Math.abs(other[i] - numbers[i])).as(name).isLessThanOrEqualTo(near);
              }
            });
  }
}
