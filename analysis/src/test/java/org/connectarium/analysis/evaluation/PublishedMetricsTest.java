package org.connectarium.analysis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jhdf.HdfFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The metrics of segmentations that came with real data, against the numbers stated beside them.
class PublishedMetricsTest {
  @Test
  void watershedOfTheGalaCube() {
    SegmentationMetrics m =
        SegmentationMetrics.of(
            Contingency.of(
                labels("fibsem-gala/train-ws.lzf.h5", "stack"),
                labels("fibsem-gala/train-gt.lzf.h5", "stack")));
    assertThat(m.viMergeBits()).isCloseTo(0.121189, within(1e-6));
    assertThat(m.viSplitBits()).isCloseTo(1.335565, within(1e-6));
  }

  /* The numbers beside the data are those of `bodies` (2,151 of the 2,322 supervoxels of `stack`,
  some already joined) and count the 150 voxels of truth 0 as an object. */
  @Test
  void oversegmentationOfTheMedullaBlock() {
    long[] segments = labels("fibsem-medulla/oversegmented_stack_labels_z000-149.h5", "bodies");
    long[] truth = labels("fibsem-medulla/groundtruth_z000-149.h5", "bodies");
    for (int i = 0; i < truth.length; i++) {
      truth[i] = truth[i] == 0 ? -1 : truth[i];
    }
    SegmentationMetrics m = SegmentationMetrics.of(Contingency.of(segments, truth));
    assertThat(m.viSplitBits()).isCloseTo(2.415115, within(1e-6));
    assertThat(m.viMergeBits()).isCloseTo(0.321243, within(1e-6));
    assertThat(m.adaptedRandF()).isCloseTo(0.6395, within(1e-4));
  }

  private static long[] labels(String file, String dataset) {
    String folder = System.getenv().getOrDefault("CONNECTARIUM_DATA", "../../shared/data");
    Path path = Path.of(folder, file);
    assumeTrue(Files.exists(path), () -> "needs real data: " + path.toAbsolutePath());
    try (HdfFile hdf = new HdfFile(path)) {
      int[] flat = (int[]) hdf.getDatasetByPath(dataset).getDataFlat();
      long[] out = new long[flat.length];
      for (int i = 0; i < out.length; i++) {
        out[i] = flat[i];
      }
      return out;
    }
  }
}
