package org.connectarium.ingest.swc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.connectarium.ingest.volume.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwcSkeletonTest {
  @TempDir Path folder;

  @Test
  void readsNodesInNmAndParentsByTheirPlace() throws IOException {
    SwcSkeleton skeleton =
        SwcSkeleton.read(
            file(
                """
                # unit um
                10 2 0.5 0.25 0.1 0.15 -1
                  7 2 1 0.25 0.1 0.15 10

                8 2 2 0.25 0.1 0.15 -1
                9 2 2e0 0.5 0.1 0.15 7
                """));
    assertThat(skeleton.xNm()).containsExactly(500, 1000, 2000, 2000);
    assertThat(skeleton.yNm()).containsExactly(250, 250, 250, 500);
    assertThat(skeleton.zNm()).containsOnly(100);
    assertThat(skeleton.parent()).containsExactly(-1, 0, -1, 1);
  }

  @Test
  void nothingButCommentsIsASkeletonWithoutNodes() throws IOException {
    assertThat(SwcSkeleton.read(file("# nothing\n")).parent()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1 2 0 0 0 1, 6 values",
    "1 2 0 0 0 1 5, No node 5 before",
    "1 2 0 0 x 1 -1, For input string",
    "1 2 0 0 NaN 1 -1, NaN is no position",
    "1 2 0 0 0 1 1, No node 1 before",
  })
  void badLinesAreNamed(String line, String problem) throws IOException {
    Path file = file("# head\n" + line + "\n");
    assertThatThrownBy(() -> SwcSkeleton.read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(file + ":2: ")
        .hasMessageContaining(problem)
        .hasMessageContaining("id type x y z radius parent");
  }

  @Test
  void aNodeTwiceNoTextAndNoFileAreRefused() throws IOException {
    Path twice = file("1 2 0 0 0 1 -1\n1 2 0 0 0 1 -1\n");
    assertThatThrownBy(() -> SwcSkeleton.read(twice)).hasMessageContaining("Node 1 comes twice");
    Path bytes = Files.write(folder.resolve("b.swc"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatThrownBy(() -> SwcSkeleton.read(bytes)).hasMessageContaining("is no text");
    assertThatThrownBy(() -> SwcSkeleton.read(folder.resolve("none.swc")))
        .hasMessageContaining("Cannot read");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("a.swc"), text);
  }
}
