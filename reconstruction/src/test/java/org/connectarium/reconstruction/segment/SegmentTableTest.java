package org.connectarium.reconstruction.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class SegmentTableTest {
  private static final VoxelSize SIZE = new VoxelSize(10, 20, 30);

  @Test
  void measuresARowInVoxelsOfTheVolume() {
    Box box = new Box(100, 200, 300, 104, 202, 301);
    int[] labels = {
      1, 1, 1, 0, //
      2, 0, 1, 0
    };
    SegmentTable table = SegmentTable.of(labels, box, SIZE);
    assertThat(table.size()).isEqualTo(2);
    assertThat(table.voxels(1)).isEqualTo(4);
    assertThat(table.x(1)).isEqualTo(101.25);
    assertThat(table.y(1)).isEqualTo(200.25);
    assertThat(table.z(1)).isEqualTo(300);
    assertThat(table.bounds(1)).isEqualTo(new Box(100, 200, 300, 103, 202, 301));
    assertThat(table.bounds(2)).isEqualTo(new Box(100, 201, 300, 101, 202, 301));
    /* x: 0, 1, 2, 2: mean square 9/4 − (5/4)²; y: 0, 0, 0, 1; xy: 2/4 − 5/16 */
    assertThat(table.covarianceNm2(1))
        .containsExactly(
            new double[] {0.6875 * 100, 0.1875 * 400, 0, 0.1875 * 200, 0, 0}, within(1e-9));
    assertThat(table.covarianceNm2(2)).containsExactly(new double[6], within(1e-9));
  }

  @Test
  void insidePointOfAHookIsInTheHook() {
    int[] labels = {
      1, 1, 1, //
      1, 0, 0, //
      1, 1, 1
    };
    SegmentTable table = SegmentTable.of(labels, Box.ofSize(3, 3, 1), new VoxelSize(10, 10, 10));
    assertThat(table.x(1)).isCloseTo(6 / 7.0, within(1e-12));
    assertThat(table.insideX(1)).isEqualTo(0);
    assertThat(table.insideY(1)).isEqualTo(1);
    assertThat(table.insideZ(1)).isEqualTo(0);
  }

  @Test
  void insidePointsLieInTheirSegmentAndSizesAddUp() {
    Random random = new Random(8);
    Box box = new Box(5, 6, 7, 14, 14, 14);
    int[] labels = random.ints(box.arrayLength(), 0, 12).toArray();
    SegmentTable table = SegmentTable.of(labels, box, SIZE);
    int sum = 0;
    for (int s = 1; s <= table.size(); s++) {
      sum += table.voxels(s);
      long at = ((table.insideZ(s) - 7) * 8 + table.insideY(s) - 6) * 9 + table.insideX(s) - 5;
      assertThat(labels[(int) at]).as("seed 8").isEqualTo(s);
      assertThat(table.bounds(s).contains(table.insideX(s), table.insideY(s), table.insideZ(s)))
          .isTrue();
    }
    int background = 0;
    for (int label : labels) {
      background += label == 0 ? 1 : 0;
    }
    assertThat(sum + background).isEqualTo(box.arrayLength());
  }

  @Test
  void refusesGapsInTheNumbering() {
    assertThatThrownBy(() -> SegmentTable.of(new int[] {1, 3}, Box.ofSize(2, 1, 1), SIZE))
        .hasMessageContaining("2 has no voxel");
  }

  @Test
  void aBlockWithoutSegmentsHasAnEmptyTable() {
    assertThat(SegmentTable.of(new int[8], Box.ofSize(2, 2, 2), SIZE).size()).isZero();
  }
}
