package org.connectarium.reconstruction.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.connectarium.reconstruction.grid.Grid;
import org.junit.jupiter.api.Test;

class SegmentFeaturesTest {
  private static final Grid GRID = new Grid(4, 2, 1);

  @Test
  void eachSegmentHasItsOwnVoxels() {
    int[] labels = {1, 1, 0, 2, 2, 2, 1, 1};
    SegmentFeatures features =
        new SegmentFeatures(
            List.of("raw/a/segment/mean", "raw/a/segment/max", "raw/b/segment/min"),
            GRID,
            labels,
            3);
    features.channel("raw/a", true, new float[] {1, 2, 90, 10, 20, 30, 3, 6});
    features.channel("raw/b", true, new float[] {9, 9, 0, 8, 8, 8, 9, 7});
    assertThat(features.rows())
        .containsExactly(new float[] {3, 6, 7}, new float[] {20, 30, 8}, new float[] {0, 0, 0});
  }

  @Test
  void namesOfAMap() {
    assertThat(SegmentFeatures.names(List.of("raw"), List.of("a", "b")))
        .hasSize(18)
        .startsWith("raw/a/segment/q25", "raw/a/segment/median");
  }

  @Test
  void refusesLabelsAboveTheirNumber() {
    assertThatThrownBy(
            () -> new SegmentFeatures(List.of(), GRID, new int[] {0, 0, 3, 0, 0, 0, 0, 0}, 2))
        .hasMessage("Label 3 is above the number of segments, 2");
  }
}
