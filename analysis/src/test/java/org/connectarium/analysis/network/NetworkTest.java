package org.connectarium.analysis.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.connectarium.analysis.network.ClassMatrix.Field;
import org.connectarium.analysis.network.Distribution.Bin;
import org.connectarium.analysis.network.Distribution.Quantity;
import org.junit.jupiter.api.Test;

class NetworkTest {
  /* 0 ↔ 1 → 2 → 2, and 4 alone; 3 → 5 apart. */
  private static final Network TWO_PARTS =
      SmallNetwork.of(6, new int[][] {{0, 1, 2}, {1, 0, 3}, {1, 2, 5}, {2, 2, 9}, {3, 5, 1}});

  @Test
  void countsEdgesWithoutSelfConnectionsAndNodesWithoutLoneOnes() {
    NetworkSummary s = NetworkSummary.of(TWO_PARTS);
    assertThat(s).isEqualTo(new NetworkSummary(6, 5, 4, 1, 4 / 20.0, 2, 0.5, 2, 3, 4, 2, 2, 1));
  }

  @Test
  void edgesAreInOrderOnBothSidesWithTheirWeights() {
    Network network = SmallNetwork.of(3, new int[][] {{2, 1, 7}, {0, 2, 4}, {0, 1, 5}});
    assertThat(network.outDegree(0)).isEqualTo(2);
    assertThat(network.target(network.outBegin(0))).isEqualTo(1);
    assertThat(network.outWeight(network.outBegin(0))).isEqualTo(5);
    assertThat(network.source(network.inBegin(1))).isZero();
    assertThat(network.inWeight(network.inBegin(1) + 1)).isEqualTo(7);
    assertThat(network.outStrength(0)).isEqualTo(9);
    assertThat(network.inStrength(1)).isEqualTo(12);
    assertThat(network.hasEdge(0, 2)).isTrue();
    assertThat(network.hasEdge(2, 0)).isFalse();
  }

  @Test
  void badEdgesAreRefused() {
    assertThatThrownBy(() -> Network.of(2, new int[] {0, 0}, new int[] {1, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Edge 0 → 1 comes twice");
    assertThatThrownBy(() -> Network.of(2, new int[] {0}, new int[] {2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not between nodes 0 to 1");
    assertThatThrownBy(() -> Network.of(2, new int[] {0}, new int[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one length");
  }

  @Test
  void agreesWithNetworkX() throws IOException {
    NetworkSummary small = NetworkSummary.of(SmallNetwork.network());
    assertThat(small.reciprocity()).isCloseTo(0.2222222222222222, within(1e-15));
    assertThat(small.density()).isCloseTo(0.24725274725274726, within(1e-15));
    assertThat(small.strongComponents()).isEqualTo(1);
    NetworkSummary white = NetworkSummary.of(PublishedNetworks.white());
    assertThat(white.strongComponents()).isEqualTo(62);
    assertThat(white.largestStrongComponent()).isEqualTo(153);
    NetworkSummary larva = NetworkSummary.of(PublishedNetworks.larva());
    assertThat(larva.reciprocalEdges()).isEqualTo(9466);
    assertThat(larva.maxOutDegree()).isEqualTo(106);
    assertThat(larva.maxInDegree()).isEqualTo(129);
    assertThat(larva.strongComponents()).isEqualTo(106);
    assertThat(larva.largestStrongComponent()).isEqualTo(1397);
    assertThat(larva.components()).isEqualTo(1);
  }

  @Test
  void componentsOfALongChainNeedNoDeepStack() {
    int n = 200_000;
    int[] from = new int[n];
    int[] to = new int[n];
    for (int v = 0; v < n; v++) {
      from[v] = v;
      to[v] = (v + 1) % n;
    }
    Network ring = Network.of(n, from, to);
    assertThat(Components.strong(ring)).isEqualTo(new Components(1, n));
    assertThat(Components.weak(ring)).isEqualTo(new Components(1, n));
  }

  @Test
  void matrixOfClassesCountsPairsWithoutANeuronWithItself() {
    assertThat(ClassMatrix.of(TWO_PARTS, new int[] {0, 0, 1, 1, 1, 1}, 2))
        .containsExactly(
            new Field(0, 0, 2, 2, 5),
            new Field(0, 1, 1, 8, 5),
            new Field(1, 0, 0, 8, 0),
            new Field(1, 1, 1, 12, 1));
    assertThat(new Field(0, 1, 1, 8, 5).probability()).isEqualTo(0.125);
    assertThat(new Field(0, 1, 2, 8, 5).meanWeight()).isEqualTo(2.5);
    assertThat(new Field(0, 1, 0, 0, 0).meanWeight()).isZero();
  }

  @Test
  void distributionsHoldEveryNode() {
    assertThat(Distribution.of(TWO_PARTS, Quantity.OUT_DEGREE))
        .containsExactly(new Bin(0, 3, 1), new Bin(1, 2, 0.5), new Bin(2, 1, 1 / 6.0));
    assertThat(Distribution.of(TWO_PARTS, Quantity.IN_STRENGTH))
        .extracting(Bin::value)
        .containsExactly(0.0, 1.0, 2.0, 3.0, 5.0);
  }
}
