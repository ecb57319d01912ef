package org.connectarium.ingest.n5;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs of others read what we write, on a volume whose axes cannot be mistaken for each other.
///
/// `CONNECTARIUM_PYTHON` names a Python virtual environment, or its interpreter, that has the
/// packages of `src/test/python/read_n5.py`.
final class ForeignReadersTest {
  private static final int[] SIZE = {5, 7, 11};

  @TempDir Path folder;

  @Test
  void pythonReadsEveryTypeWithEveryCompression() throws Exception {
    Path python = python();
    N5Container container = N5Container.openOrCreate(folder.resolve("c.n5"));
    List<Compression> compressions =
        List.of(
            new Compression.Raw(),
            new Compression.Gzip(6, false),
            new Compression.Gzip(6, true),
            new Compression.Lz4(64),
            new Compression.Zstd(3));
    for (DataType type : DataType.values()) {
      for (int i = 0; i < compressions.size(); i++) {
        DatasetSpec spec =
            DatasetSpec.of(new long[] {5, 7, 11}, new int[] {4, 3, 5}, type, compressions.get(i));
        N5Dataset dataset = container.createDataset(type.jsonName() + "-" + i, spec);
        dataset.write(new long[3], SIZE, positions(type));
      }
    }

    Process process =
        new ProcessBuilder(
                python.toString(), "src/test/python/read_n5.py", container.root().toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    assertThat(output.lines().filter(line -> line.startsWith("same ")))
        .as(output)
        .hasSize(10 * (2 + 2 + 2 + 1 + 1)); // raw, gzip and zlib by two readers
  }

  private static Path python() {
    String set = System.getenv("CONNECTARIUM_PYTHON");
    Assumptions.assumeTrue(set != null, "CONNECTARIUM_PYTHON does not name a Python environment");
    Path path = Path.of(set);
    Path python = Files.isDirectory(path) ? path.resolve("bin/python") : path;
    Assumptions.assumeTrue(Files.isExecutable(python), "no Python at " + python);
    return python;
  }

  /// 1 + x + 10 y + 100 z at (x, y, z), x fastest.
  private static Object positions(DataType type) {
    long[] longs = new long[5 * 7 * 11];
    Arrays.setAll(longs, i -> 1 + i % 5 + 10L * (i / 5 % 7) + 100L * (i / 35));
    Object array = type.newArray(longs.length);
    for (int i = 0; i < longs.length; i++) {
      switch (array) {
        case byte[] a -> a[i] = (byte) longs[i];
        case short[] a -> a[i] = (short) longs[i];
        case int[] a -> a[i] = (int) longs[i];
        case long[] a -> a[i] = longs[i];
        case float[] a -> a[i] = longs[i];
        case double[] a -> a[i] = longs[i];
        default -> throw new IllegalStateException();
      }
    }
    return array;
  }
}
