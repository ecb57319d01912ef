package org.connectarium.reconstruction.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.reconstruction.feature.ContactFeatures;
import org.connectarium.reconstruction.segmentation.Piece;
import org.junit.jupiter.api.Test;

class EvidenceFeaturesTest {
  private static final Piece PIECE =
      new Piece(
          3,
          5,
          0,
          0.25,
          40,
          0,
          0,
          0,
          new ContactRow.Normal(1, 0, 0),
          false,
          0.5f,
          new ContactRow.Spread(0.125f, 0, 51, 102, 204, 255),
          17);

  @Test
  void areWhatTheTableSaysOfThePiece() {
    assertThat(EvidenceFeatures.of(PIECE))
        .containsExactly(0.5f, 0.125f, 0, 0.2f, 0.4f, 0.8f, 1, 0.25f);
    assertThat(EvidenceFeatures.NAMES).hasSize(8);
  }

  @Test
  void takeTheirPlacesAmongOthers() {
    List<String> names = List.of("a", "evidence/median", "b", "evidence/area");
    assertThat(EvidenceFeatures.others(names)).containsExactly("a", "b");
    assertThat(EvidenceFeatures.with(new float[] {7, 8}, PIECE, names))
        .containsExactly(7, 0.4f, 8, 0.25f);
    float[] without = {7, 8};
    assertThat(EvidenceFeatures.with(without, PIECE, List.of("a", "b"))).isSameAs(without);
  }

  @Test
  void belongToContinuityAndHaveNoDirection() {
    assertThat(Examples.continuityNames()).hasSize(6445).containsAll(EvidenceFeatures.NAMES);
    assertThat(Examples.synapseNames()).hasSize(3224);
    assertThat(EvidenceFeatures.NAMES.stream().map(ContactFeatures::swapped).toList())
        .isEqualTo(EvidenceFeatures.NAMES);
  }
}
