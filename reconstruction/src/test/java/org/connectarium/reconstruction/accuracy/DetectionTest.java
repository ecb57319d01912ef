package org.connectarium.reconstruction.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DetectionTest {
  /// Synapse 0 is overlapped by contacts 0 (0.9) and 1 (0.2), synapse 1 by 2 (0.4), synapse 2 by
  /// none; contacts 3 (0.7) and 4 (0.3) overlap nothing.
  @Test
  void aSynapseIsFoundByItsBestContact() {
    PrecisionRecall curve =
        Detection.curve(
            new double[] {0.9, 0.2, 0.4, 0.7, 0.3}, new int[] {0, 1, 2}, new int[] {0, 0, 1}, 3);
    assertThat(curve.points())
        .containsExactly(
            new OperatingPoint(0.9, 1, 1 / 3.0),
            new OperatingPoint(0.7, 0.5, 1 / 3.0),
            new OperatingPoint(0.4, 2 / 3.0, 2 / 3.0),
            new OperatingPoint(0.3, 0.5, 2 / 3.0));
  }

  @Test
  void oneContactMayFindTwoSynapses() {
    PrecisionRecall curve =
        Detection.curve(new double[] {1, 0}, new int[] {0, 0}, new int[] {0, 1}, 2);
    assertThat(curve.points())
        .containsExactly(new OperatingPoint(1, 1, 1), new OperatingPoint(0, 2 / 3.0, 1));
  }

  @Test
  void withoutContactsNothingIsFound() {
    PrecisionRecall curve = Detection.curve(new double[0], new int[0], new int[0], 2);
    assertThat(curve.points()).isEmpty();
    assertThat(curve.averagePrecision()).isZero();
    assertThat(curve.bestF1()).isEmpty();
  }

  @Test
  void refusesOverlapsThatDoNotExist() {
    assertThatThrownBy(() -> Detection.curve(new double[] {1}, new int[] {1}, new int[] {0}, 1))
        .hasMessage("Overlap 0 is of contact 1 and synapse 0");
    assertThatThrownBy(() -> Detection.curve(new double[] {1}, new int[0], new int[0], 0))
        .hasMessageContaining("Detection needs synapses");
  }
}
