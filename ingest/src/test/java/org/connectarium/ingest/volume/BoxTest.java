package org.connectarium.ingest.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BoxTest {
  @Test
  void cutsIntoClippedBlocksThatCoverEveryVoxelOnce() {
    Box box = new Box(3, 0, 0, 10, 5, 4);
    var blocks = box.blocks(4, 5, 3);
    assertThat(blocks)
        .containsExactly(
            new Box(3, 0, 0, 7, 5, 3),
            new Box(7, 0, 0, 10, 5, 3),
            new Box(3, 0, 3, 7, 5, 4),
            new Box(7, 0, 3, 10, 5, 4));
    assertThat(blocks.stream().mapToLong(Box::voxels).sum()).isEqualTo(box.voxels());
  }

  @Test
  void intersectionOfDistantBoxesIsEmpty() {
    assertThat(Box.ofSize(2, 2, 2).intersect(new Box(5, 0, 0, 6, 2, 2)).isEmpty()).isTrue();
  }

  @Test
  void refusesAnEndBeforeItsBegin() {
    assertThatThrownBy(() -> new Box(2, 0, 0, 1, 1, 1)).hasMessageContaining("[2, 0, 0, 1, 1, 1]");
  }

  @Test
  void refusesAVoxelSizeThatIsZeroOrNotANumber() {
    assertThatThrownBy(() -> new VoxelSize(0, 10, 10))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("along x");
    assertThatThrownBy(() -> new VoxelSize(10, Double.NaN, 10)).hasMessageContaining("along y");
  }
}
