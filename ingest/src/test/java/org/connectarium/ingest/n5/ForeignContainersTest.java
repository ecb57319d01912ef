package org.connectarium.ingest.n5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.connectarium.ingest.SampleData;
import org.connectarium.ingest.volume.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Containers that other programs wrote.
final class ForeignContainersTest {

  @ParameterizedTest
  @ValueSource(strings = {"1.5.0", "2.5.1", "3.1.3"})
  void readsWhatTheOriginalLibraryWrote(String version) {
    Path root = SampleData.require("formats/n5-java/backward/data-" + version + ".n5");
    N5Container container = N5Container.open(root);

    assertThat(container.datasets()).containsExactly("raw");
    N5Dataset raw = container.dataset("raw");
    assertThat(raw.spec())
        .isEqualTo(
            DatasetSpec.of(
                new long[] {7, 5}, new int[] {5, 4}, DataType.UINT8, new Compression.Raw()));
    byte[] all = new byte[35];
    raw.read(new long[2], new int[] {7, 5}, all);
    assertThat(all)
        .containsExactly(
            0, 0, 0, 0, 0, 1, 1, //
            0, 0, 0, 0, 0, 1, 1, //
            0, 0, 0, 0, 0, 1, 1, //
            0, 0, 0, 0, 0, 1, 1, //
            2, 2, 2, 2, 2, 3, 3);
  }

  /// Its blocks are not cut off at the far edges: the header says 32 where the volume ends at 24.
  @Test
  void cutsBlocksThatReachBeyondTheVolume() {
    Path root = SampleData.require("formats/webknossos-libs/simple_n5_dataset");
    N5Dataset color = N5Container.open(root).dataset("color/1");

    assertThat(color.spec().compression()).isEqualTo(new Compression.Gzip(-1, false));
    int[] block = (int[]) color.readBlock(0, 0, 0, 0).orElseThrow();
    assertThat(block).hasSize(24 * 24 * 24);
    int[] all = new int[3 * 24 * 24 * 24];
    color.read(new long[4], new int[] {3, 24, 24, 24}, all);
    // Sum and one voxel as read by TensorStore 0.1.86.
    assertThat(Arrays.stream(all).asLongStream().sum()).isEqualTo(5_287_680);
    assertThat(all[((5 * 24 + 3) * 24 + 1) * 3 + 2]).isEqualTo(141);
  }

  @ParameterizedTest
  @ValueSource(strings = {"modern", "deprecated"})
  void listsMultiScaleContainersAndNamesTheirCompression(String kind) {
    Path root =
        SampleData.require("formats/neuroglancer/datasource/n5/n5_viewer_multiscale_" + kind);
    N5Container container = N5Container.open(root);

    assertThat(container.datasets()).containsExactly("s0", "s1", "s2");
    assertThat(container.attributes("")).containsEntry("resolution", List.of(10, 20));
    assertThatThrownBy(() -> container.dataset("s0"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("compression \"blosc\" is not supported");
  }
}
