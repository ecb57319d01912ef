package org.connectarium.ingest.n5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class N5ContainerTest {
  private static final DatasetSpec SPEC =
      DatasetSpec.of(
          new long[] {5, 7, 11}, new int[] {4, 4, 4}, DataType.UINT8, new Compression.Lz4(1 << 16));

  @TempDir Path folder;

  private N5Container container() {
    return N5Container.openOrCreate(folder.resolve("c.n5"));
  }

  @Test
  void listsDatasetsSortedAndAcrossGroups() {
    N5Container container = container();
    container.createDataset("b/s1", SPEC);
    container.createDataset("b/s0", SPEC);
    container.createDataset("a", SPEC).writeBlock(new byte[64], 0, 0, 0);

    assertThat(N5Container.open(container.root()).datasets()).containsExactly("a", "b/s0", "b/s1");
    assertThat(container.hasDataset("/b/s0/")).isTrue();
    assertThat(container.hasDataset("b")).isFalse();
  }

  @Test
  void suggestsTheNameThatWasMeant() {
    N5Container container = container();
    container.createDataset("boundary", SPEC);
    assertThatThrownBy(() -> container.dataset("bondary"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("No dataset \"bondary\"")
        .hasMessageEndingWith("; did you mean \"boundary\"?");
    assertThatThrownBy(() -> container.dataset("zzz")).hasMessageEndingWith("; it holds boundary");
  }

  @Test
  void createsAgainOnlyWithTheSameSpec() {
    N5Container container = container();
    container.createDataset("raw", SPEC).writeBlock(new byte[64], 0, 0, 0);
    container.putAttributes("raw", Map.of("complete", true));

    assertThat(container.createDataset("raw", SPEC).hasBlock(0, 0, 0)).isTrue();
    assertThat(container.attributes("raw")).containsEntry("complete", true);
    DatasetSpec other =
        DatasetSpec.of(
            new long[] {5, 7, 12}, new int[] {4, 4, 4}, DataType.UINT8, new Compression.Raw());
    assertThatThrownBy(() -> container.createDataset("raw", other))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("[5, 7, 11]")
        .hasMessageContaining("[5, 7, 12]");
    assertThatThrownBy(() -> container.createDataset("raw/inner", SPEC))
        .hasMessageContaining("inside dataset \"raw\"");
  }

  @Test
  void attributesOfManyThreadsAreAllKept() throws Exception {
    N5Container container = container();
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Map<String, Object> one = Map.of("k" + i, i);
      tasks.add(
          () -> {
            container.putAttributes("group", one);
            return null;
          });
    }
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (var done : pool.invokeAll(tasks)) {
        done.get();
      }
    }
    assertThat(container.attributes("group")).hasSize(50).containsEntry("k49", 49);
  }

  @Test
  void pathsCannotLeaveTheContainer() {
    N5Container container = container();
    for (String path : List.of("../x", "a/../../x", "..", "a/./b", "a\0b")) {
      assertThatThrownBy(() -> container.createDataset(path, SPEC))
          .isInstanceOf(BadInputException.class);
    }
    assertThatThrownBy(() -> container.removeDataset("/"))
        .isInstanceOf(IllegalArgumentException.class);
    container.createDataset("/etc/passwd", SPEC);
    assertThat(container.datasets()).containsExactly("etc/passwd");
  }

  @Test
  void hostileAttributesAreRefused() throws IOException {
    N5Container container = container();
    String ok = "\"compression\":{\"type\":\"raw\"},\"dataType\":\"uint8\",";
    String[][] cases = {
      {"{" + ok + "\"dimensions\":[9,9],\"blockSize\":[100000,100000]}", "more than 2 GiB"},
      {"{" + ok + "\"dimensions\":[9,9],\"blockSize\":[99999999999,1]}", "more than 2 GiB"},
      {"{" + ok + "\"dimensions\":[9,9],\"blockSize\":[0,1]}", "must be positive"},
      {"{" + ok + "\"dimensions\":[9,9],\"blockSize\":[1]}", "as long as dimensions"},
      {"{" + ok + "\"dimensions\":[9,\"a\"],\"blockSize\":[1,1]}", "list of integers"},
      {"{" + ok + "\"dimensions\":[9]}", "blockSize must be a list"},
      {"{\"dataType\":\"uint8\",\"dimensions\":[9],\"blockSize\":[9]}", "compression is missing"},
      {
        "{\"dataType\":\"object\",\"dimensions\":[9],\"blockSize\":[9],\"compression\":{}}",
        "dataType \"object\" is not supported"
      },
      {
        "{\"dataType\":\"int8\",\"dimensions\":[9],\"blockSize\":[9],"
            + "\"compression\":{\"type\":\"blosc\"}}",
        "compression \"blosc\" is not supported"
      },
      {"{\"dimensions\":", "is no JSON object"},
      {"[1]", "is no JSON object"},
      {"{} {}", "is no JSON object"},
    };
    Path attributes = container.root().resolve("bad/attributes.json");
    Files.createDirectories(container.root().resolve("bad"));
    for (String[] c : cases) {
      Files.writeString(attributes, c[0]);
      assertThatThrownBy(() -> container.dataset("bad"))
          .as(c[0])
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining(c[1])
          .hasMessageContaining(c[0].equals("{} {}") ? "" : attributes.toString())
          .message()
          .doesNotContain("\n");
    }
  }

  @Test
  void unknownKeysOfACompressionAreIgnored() throws IOException {
    N5Container container = container();
    Files.createDirectories(container.root().resolve("d"));
    Files.writeString(
        container.root().resolve("d/attributes.json"),
        "{\"dataType\":\"int8\",\"dimensions\":[9],\"blockSize\":[9],"
            + "\"compression\":{\"type\":\"zstd\",\"nbWorkers\":0}}");
    assertThat(container.dataset("d").spec().compression()).isEqualTo(new Compression.Zstd(3));
  }

  @Test
  void refusesWhatIsNoContainer() throws IOException {
    assertThatThrownBy(() -> N5Container.open(folder.resolve("absent")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("No N5 container at");
    Files.writeString(folder.resolve("x.txt"), "x");
    assertThatThrownBy(() -> N5Container.open(folder)).hasMessageContaining("is no N5 container");
    assertThatThrownBy(() -> N5Container.openOrCreate(folder))
        .hasMessageContaining("is no N5 container");
    assertThatThrownBy(() -> N5Container.openOrCreate(folder.resolve("x.txt/c.n5")))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("Cannot write ");
    Files.writeString(folder.resolve("attributes.json"), "{\"n5\":\"5.0.0\"}");
    assertThatThrownBy(() -> N5Container.open(folder)).hasMessageContaining("version 5.0.0");
  }

  @Test
  void theFormatKeepsItsOwnAttributes() {
    N5Container container = container();
    assertThatThrownBy(() -> container.putAttributes("", Map.of("n5", "9")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> container.putAttributes("d", Map.of("blockSize", List.of(1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsVoxelSizeAndPlace() {
    N5Container container = container();
    container.createDataset("raw/s1", SPEC);
    VolumeAttributes written =
        new VolumeAttributes(new VoxelSize(4, 4, 40), 100.5, 0, -80, List.of(2, 2, 1));
    written.write(container, "raw/s1");

    assertThat(VolumeAttributes.read(container, "raw/s1")).hasValue(written);
    assertThat(container.attributes("raw/s1"))
        .containsEntry("resolution", List.of(4.0, 4.0, 40.0))
        .containsEntry("units", List.of("nm", "nm", "nm"))
        .containsEntry(
            "pixelResolution", Map.of("unit", "nm", "dimensions", List.of(4.0, 4.0, 40.0)))
        .containsEntry("downsamplingFactors", List.of(2, 2, 1));
    assertThat(VolumeAttributes.read(container, "raw")).isEmpty();
  }

  @Test
  void readsVoxelSizeOfTheGroupAroundAndInOtherUnits() {
    N5Container container = container();
    container.createDataset("raw/s0", SPEC);
    container.putAttributes(
        "raw", Map.of("resolution", List.of(0.01, 0.01, 40), "units", List.of("um", "um", "nm")));
    container.putAttributes("raw/s0", Map.of("downsamplingFactors", List.of(1, 1, 1)));

    assertThat(VolumeAttributes.read(container, "raw/s0"))
        .hasValue(VolumeAttributes.of(new VoxelSize(10, 10, 40)));
    container.putAttributes("raw", Map.of("units", List.of("furlong", "um", "nm")));
    assertThatThrownBy(() -> VolumeAttributes.read(container, "raw/s0"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("unit \"furlong\" is unknown");
    container.putAttributes("raw", Map.of("units", List.of(), "resolution", List.of(1, 2)));
    assertThatThrownBy(() -> VolumeAttributes.read(container, "raw/s0"))
        .hasMessageContaining("resolution must be three numbers");
  }

  @Test
  void writesTheSameBytesInWhateverOrderAttributesCome() throws IOException {
    List<byte[]> written = new ArrayList<>();
    for (List<String> order : List.of(List.of("b", "c", "a"), List.of("c", "a", "b"))) {
      Map<String, Object> values = new LinkedHashMap<>();
      order.forEach(key -> values.put(key, key.length()));
      Path root = folder.resolve(String.join("", order));
      N5Container.openOrCreate(root).putAttributes("", values);
      written.add(Files.readAllBytes(root.resolve("attributes.json")));
    }
    assertThat(written.get(0)).isEqualTo(written.get(1));
  }
}
