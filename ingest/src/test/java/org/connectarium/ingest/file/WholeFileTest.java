package org.connectarium.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.connectarium.ingest.volume.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  private static final byte[] OLD = "old".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void replacesAFileInFoldersThatItMakes() throws IOException {
    Path file = folder.resolve("a/b/c");
    WholeFile.writeForced(file, OLD);
    assertThat(file).hasBinaryContent(OLD);
    WholeFile.write(file, ByteBuffer.wrap(OLD), ByteBuffer.wrap(OLD));
    assertThat(file).hasContent("oldold");
    WholeFile.stream(file, out -> out.write('x'));
    assertThat(file).hasContent("x");
    assertThat(names(folder.resolve("a/b"))).containsExactly("c");
  }

  @Test
  void aDiskThatFillsUpLeavesTheOldFileAndSaysSoInOneLine() throws IOException {
    Path file = folder.resolve("kept");
    WholeFile.writeForced(file, OLD);
    assertThatThrownBy(
            () ->
                WholeFile.stream(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Cannot write "
                + file
                + ": No space left on device; free space or choose a writable folder");
    assertThat(file).hasBinaryContent(OLD);
    assertThat(names(folder)).containsExactly("kept");
  }

  @Test
  void afterAFailureOfTheContentNothingIsLeft() throws IOException {
    assertThatThrownBy(
            () ->
                WholeFile.stream(
                    folder.resolve("never"),
                    out -> {
                      throw new IllegalStateException("wrong");
                    }))
        .hasMessage("wrong");
    assertThat(names(folder)).isEmpty();
  }

  private static Stream<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(p -> p.getFileName().toString()).toList().stream();
    }
  }
}
