package org.connectarium.reconstruction.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectarium.ingest.volume.Box;
import org.junit.jupiter.api.Test;

class GatheredTest {
  @Test
  void gathersHalfTheStepsAroundEachVoxelOnEachAxis() {
    byte[] steps = new byte[3 * 8];
    steps[16 + 4] = 100;
    steps[16 + 5] = 40;
    byte[] gathered = BoundaryMap.of(Box.ofSize(8, 1, 1), steps).gathered().boundary();
    assertThat(gathered).containsExactly(0, 0, 50, 70, 70, 70, 20, 0);
  }

  @Test
  void isCappedAndLeavesOneChannelAlone() {
    byte[] steps = new byte[3 * 4];
    steps[8 + 1] = (byte) 255;
    steps[8 + 2] = (byte) 255;
    steps[8 + 3] = (byte) 255;
    var box = Box.ofSize(4, 1, 1);
    assertThat(BoundaryMap.of(box, steps).gathered().boundary()[1]).isEqualTo((byte) 255);
    BoundaryMap one = BoundaryMap.of(box, new byte[] {1, 2, 3, 4});
    assertThat(one.gathered()).isSameAs(one);
  }
}
