package org.connectarium.reconstruction.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.connectarium.ingest.volume.Box;
import org.junit.jupiter.api.Test;

class GridTest {
  @Test
  void neighboursAreWhereTheirStepsSay() {
    Grid grid = new Grid(4, 3, 2);
    int[] offsets = grid.neighbours26();
    int middle = grid.row(1, 1) + 2;
    for (int k = 0; k < 26; k++) {
      int[] step = Grid.step(k);
      assertThat(middle + offsets[k]).isEqualTo(grid.row(1 + step[1], 1 + step[0]) + 2 + step[2]);
      assertThat(offsets[25 - k]).isEqualTo(-offsets[k]);
    }
    assertThat(offsets).isSorted();
  }

  @Test
  void croppingUndoesPadding() {
    Grid grid = new Grid(3, 2, 2);
    int[] labels = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    int[] padded = grid.pad(labels, -7);
    assertThat(padded).hasSize(5 * 4 * 4);
    assertThat(padded[0]).isEqualTo(-7);
    assertThat(grid.crop(padded)).isEqualTo(labels);
  }

  @Test
  void refusesABlockThatNoArrayHolds() {
    assertThatThrownBy(() -> new Grid(2000, 2000, 2000)).hasMessageContaining("smaller blocks");
  }

  @Test
  void affinitiesAreAveragedOverTheStepsInsideTheBlock() {
    /* two voxels along x, two along y; 99 where the predecessor lies outside */
    byte[] map = {99, 99, 99, 99, 99, 99, 10, 20, 99, 30, 99, 41};
    BoundaryMap affinities = BoundaryMap.of(Box.ofSize(2, 2, 1), map);
    assertThat(affinities.isAffinity()).isTrue();
    assertThat(affinities.perVoxel()).containsExactly(20, 25, 26, 31);
  }
}
