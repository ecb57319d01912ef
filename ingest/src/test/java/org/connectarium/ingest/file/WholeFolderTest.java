package org.connectarium.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFolderTest {
  @TempDir Path folder;

  @Test
  void removesAllThatIsInIt() throws IOException {
    Path gone = Files.createDirectories(folder.resolve("gone"));
    Files.writeString(Files.createDirectories(gone.resolve("a/b")).resolve("file"), "x");
    Files.writeString(gone.resolve("file"), "y");

    WholeFolder.remove(gone);

    assertThat(gone).doesNotExist();
    assertThat(folder).exists();
  }

  @Test
  void removesLinksAndLeavesWhatTheyPointTo() throws IOException {
    Path kept = Files.createDirectories(folder.resolve("kept"));
    Files.writeString(kept.resolve("file"), "x");
    Path gone = Files.createDirectories(folder.resolve("gone"));
    Files.createSymbolicLink(gone.resolve("link"), kept);

    WholeFolder.remove(gone);

    assertThat(gone).doesNotExist();
    assertThat(kept.resolve("file")).hasContent("x");
  }

  @Test
  void doesNothingWhereThereIsNoFolder() {
    assertThatCode(() -> WholeFolder.remove(folder.resolve("none"))).doesNotThrowAnyException();
  }
}
