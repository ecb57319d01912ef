package org.connectarium.reconstruction.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentSynapsesTest {
  @Test
  void sumsAreByAreaAndDirection() {
    SegmentSynapses sums = new SegmentSynapses(3);
    sums.add(0, 1, 0.2, 0.5f);
    sums.add(1, 0, 0.2, 0.25f);
    sums.add(0, 2, 0.1, 1f);
    sums.add(2, 0, 0.1, Float.NaN);
    assertThat(of(sums, List.of(0), 0.4)).containsExactly(0.2f, 0.05f, 0.5f, 0.125f, 1f, 0.25f);
    assertThat(of(sums, List.of(1), 0.2)).containsExactly(0.05f, 0.1f, 0.25f, 0.5f, 0.25f, 0.5f);
    assertThat(of(sums, List.of(1, 2), 0.5)).containsExactly(0.05f, 0.2f, 0.1f, 0.4f, 0.25f, 1f);
  }

  @Test
  void withoutContactsAllIsZero() {
    assertThat(of(new SegmentSynapses(1), List.of(0), 0)).containsOnly(0f);
  }

  private static float[] of(SegmentSynapses sums, List<Integer> members, double areaUm2) {
    float[] row = new float[SegmentSynapses.NAMES.size()];
    sums.write(members, areaUm2, row, 0);
    return row;
  }
}
