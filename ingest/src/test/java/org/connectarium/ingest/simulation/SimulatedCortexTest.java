package org.connectarium.ingest.simulation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.connectarium.ingest.tissue.Skeleton;
import org.connectarium.ingest.tissue.SynapseTruth;
import org.connectarium.ingest.tissue.Tissue;
import org.connectarium.ingest.tissue.TissueParameters;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class SimulatedCortexTest {
  private static final VoxelSize TWENTY = new VoxelSize(20, 20, 40);
  private static final Tissue TISSUE = new Tissue(4, TissueParameters.DEFAULT);
  private final SimulatedCortex there = new SimulatedCortex(TISSUE, 600, -400, 800);

  @Test
  void aCornerElsewhereShowsTheTissueThatIsThere() {
    Box box = new Box(3, 5, 2, 40, 30, 12);
    Box inTissue = box.translate(30, -20, 20);
    assertThat(there.block(box, TWENTY).box()).isEqualTo(box);
    assertThat(there.block(box, TWENTY).neurite())
        .containsExactly(TISSUE.block(inTissue, TWENTY).neurite());
    assertThat(there.neurites(box, TWENTY)).isEqualTo(TISSUE.neurites(inTissue, TWENTY));
    // sections cut into slices are asked for with thinner voxels
    VoxelSize thin = new VoxelSize(20, 20, 40 / 3.0);
    Box slices = new Box(3, 5, 6, 40, 30, 36);
    assertThat(there.block(slices, thin).neurite())
        .containsExactly(TISSUE.block(slices.translate(30, -20, 60), thin).neurite());
  }

  @Test
  void positionsAreCountedFromTheCorner() {
    Box box = Box.ofSize(150, 150, 80);
    assertThat(there.synapses(box, TWENTY)).isNotEmpty();
    Map<Long, SynapseTruth> inTissue =
        TISSUE.synapses(box.translate(30, -20, 20), TWENTY).stream()
            .collect(Collectors.toMap(SynapseTruth::id, Function.identity()));
    for (SynapseTruth s : there.synapses(box, TWENTY)) {
      SynapseTruth same = requireNonNull(inTissue.get(s.id()));
      assertThat(s.xNm()).isBetween(-10.0, 3000.0).isCloseTo(same.xNm() - 600, within(1e-9));
      assertThat(s.zNm()).isCloseTo(same.zNm() - 800, within(1e-9));
      assertThat(s.postId()).isEqualTo(same.postId());
    }
    Skeleton here = there.skeletons(box, TWENTY).getFirst();
    Skeleton from = TISSUE.skeletons(box.translate(30, -20, 20), TWENTY).getFirst();
    assertThat(here.neuriteId()).isEqualTo(from.neuriteId());
    assertThat(here.yNm()[0]).isCloseTo(from.yNm()[0] + 400, within(1e-9));
  }
}
