package org.connectarium.reconstruction.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.connectarium.reconstruction.network.OutputChannel;
import org.connectarium.reconstruction.training.LabelledVolume.TruthKind;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private static final List<Integer> NO_SHRINK = List.of(0, 0, 0);

  @Test
  void affinityLinksEachVoxelToItsPredecessorAndIgnoresTheUnknown() {
    int[] truth = {5, 5, 7, 0, 7};
    float[] targets =
        Targets.of(
            truth,
            new int[] {1, 1, 5},
            TruthKind.LABELS,
            List.of(OutputChannel.affinity(0, 0, -1)),
            NO_SHRINK);
    assertThat(targets).containsExactly(-1, 1, 0, -1, -1);
  }

  @Test
  void boundaryIsWhereAKnownNeighbourDiffers() {
    int[] truth = {5, 5, 7, 0, 7};
    float[] targets =
        Targets.of(
            truth,
            new int[] {1, 1, 5},
            TruthKind.LABELS,
            List.of(OutputChannel.boundary()),
            NO_SHRINK);
    assertThat(targets).containsExactly(0, 1, 1, -1, 0);
  }

  @Test
  void membraneMasksGiveTheMaskAndBreakAffinitiesThatTouchIt() {
    int m = LabelledVolume.MEMBRANE;
    int i = LabelledVolume.INSIDE;
    float[] targets =
        Targets.of(
            new int[] {i, i, m, i, i},
            new int[] {1, 1, 5},
            TruthKind.MEMBRANE,
            List.of(OutputChannel.boundary(), OutputChannel.affinity(0, 0, -1)),
            NO_SHRINK);
    assertThat(targets).containsExactly(0, 0, 1, 0, 0, -1, 1, 0, 0, 1);
  }

  @Test
  void shrunkTargetsStillSeeTheTruthAround() {
    float[] targets =
        Targets.of(
            new int[] {1, 2, 2, 2, 3},
            new int[] {1, 1, 5},
            TruthKind.LABELS,
            List.of(OutputChannel.affinity(0, 0, -1)),
            List.of(0, 0, 1));
    assertThat(targets).containsExactly(0, 1, 1);
  }
}
