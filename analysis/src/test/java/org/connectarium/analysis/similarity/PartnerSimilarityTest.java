package org.connectarium.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.network.Network;
import org.connectarium.analysis.network.SmallNetwork;
import org.connectarium.analysis.similarity.PartnerSimilarity.Measure;
import org.connectarium.analysis.similarity.PartnerSimilarity.Options;
import org.connectarium.analysis.similarity.PartnerSimilarity.Pair;
import org.connectarium.analysis.similarity.PartnerSimilarity.Side;
import org.junit.jupiter.api.Test;

class PartnerSimilarityTest {
  @Test
  void agreesWithNumPyAndSciPy() {
    List<Pair> pairs =
        PartnerSimilarity.of(
                SmallNetwork.network(),
                new Options(Side.INPUTS, Measure.COSINE, 9, 2),
                Workers.of(1))
            .stream()
            .filter(p -> p.node() == 4)
            .toList();
    assertThat(pairs).extracting(Pair::other).containsExactly(2, 13, 1, 11);
    assertThat(pairs).extracting(Pair::shared).containsExactly(3, 2, 2, 2);
    assertThat(pairs.getFirst().cosine()).isCloseTo(0.7146176184, within(1e-10));
    assertThat(pairs.getFirst().jaccard()).isCloseTo(0.6, within(1e-12));
    assertThat(pairs.getFirst().expectedShared()).isCloseTo(1.0714285714285714, within(1e-12));
    assertThat(pairs.getFirst().p()).isCloseTo(0.02747252747252748, within(1e-12));
    assertThat(pairs.get(3).p()).isCloseTo(0.6223776223776224, within(1e-12));
    assertThat(pairs.get(1).cosine()).isCloseTo(0.6999738423, within(1e-10));
  }

  @Test
  void outputsAreTheInputsOfTheReversedGraph() {
    Network forward = SmallNetwork.of(4, new int[][] {{0, 1, 2}, {0, 2, 3}, {3, 1, 1}, {3, 2, 5}});
    Network backward = SmallNetwork.of(4, new int[][] {{1, 0, 2}, {2, 0, 3}, {1, 3, 1}, {2, 3, 5}});
    List<Pair> outputs =
        PartnerSimilarity.of(
            forward, new Options(Side.OUTPUTS, Measure.JACCARD, 5, 1), Workers.of(1));
    assertThat(outputs)
        .isEqualTo(
            PartnerSimilarity.of(
                backward, new Options(Side.INPUTS, Measure.JACCARD, 5, 1), Workers.of(2)));
    assertThat(outputs).hasSize(2);
    assertThat(outputs.getFirst().cosine())
        .isCloseTo((2 * 1 + 3 * 5) / Math.sqrt(13 * 26), within(1e-12));
    assertThat(outputs.getFirst().p()).as("both have both").isCloseTo(1, within(1e-12));
  }

  @Test
  void takesTheMostAlikeOfEach() {
    List<Pair> one =
        PartnerSimilarity.of(
            SmallNetwork.network(), new Options(Side.INPUTS, Measure.COSINE, 1, 1), Workers.of(1));
    assertThat(one).extracting(Pair::node).doesNotHaveDuplicates();
    assertThat(one).filteredOn(p -> p.node() == 4).extracting(Pair::other).containsExactly(2);
  }
}
