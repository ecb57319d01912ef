package org.connectarium.reconstruction.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.connectarium.reconstruction.training.LabelledVolume.TruthKind;
import org.junit.jupiter.api.Test;

class PlaneSampleTest {
  private final PlaneSample sample =
      new PlaneSample(
          new LabelledVolume(
              new int[] {1, 2, 3},
              new byte[] {0, 100, (byte) 200, 40, 60, 80},
              new int[] {7, 7, 9, 7, 8, 9},
              TruthKind.LABELS));

  @Test
  void givesTheVoxelItselfAtItsCentre() {
    sample.moveTo(0, 0, 2);

    assertThat(sample.grey()).isEqualTo(200);
    assertThat(sample.truth()).isEqualTo(9);
  }

  @Test
  void blendsGreyValuesBetweenVoxels() {
    sample.moveTo(0, 0.5f, 0.5f);

    assertThat(sample.grey()).isCloseTo((0 + 100 + 40 + 60) / 4f, within(1e-4f));
  }

  @Test
  void takesTheLabelThatMostOfTheNeighbourhoodHas() {
    sample.moveTo(0, 0.5f, 0.5f); // 7, 7, 7, 8
    assertThat(sample.truth()).isEqualTo(7);

    sample.moveTo(0, 0.9f, 0.9f); // 8 has 0.81
    assertThat(sample.truth()).isEqualTo(8);

    sample.moveTo(0, 0.4f, 1.6f); // 9 has 0.6
    assertThat(sample.truth()).isEqualTo(9);
  }

  @Test
  void knowsNoTruthOutsideAndContinuesTheGreyValues() {
    sample.moveTo(0, -3, 1);

    assertThat(sample.grey()).isEqualTo(100);
    assertThat(sample.truth()).isZero();
  }
}
