package org.connectarium.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.network.Network;
import org.connectarium.analysis.network.NetworkSummary;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.junit.jupiter.api.Test;

class NetworkDifferenceTest {
  private static final Workers ONE = Workers.of(1);

  /// Each neuron has its own probability to connect, and an edge is answered with a probability.
  private static Network random(int nodes, double mean, double answered, long seed) {
    SplittableRandom random = Seeds.random(seed, 5);
    double[] activity = random.doubles(nodes, 0.5 * mean, 1.5 * mean).toArray();
    IntArrayList from = new IntArrayList();
    IntArrayList to = new IntArrayList();
    for (int v = 0; v < nodes; v++) {
      for (int w = v + 1; w < nodes; w++) {
        boolean one = random.nextDouble() < activity[v];
        boolean back = random.nextDouble() < (one ? answered : activity[w]);
        if (one) {
          from.add(v);
          to.add(w);
        }
        if (back) {
          from.add(w);
          to.add(v);
        }
      }
    }
    return Network.of(nodes, from.toArray(), to.toArray());
  }

  @Test
  void valuesAreThoseOfTheSummary() {
    Network network = random(60, 0.1, 0.5, 1);
    NetworkSummary summary = NetworkSummary.of(network);
    List<NetworkDifference> same = NetworkDifference.of(network, network, 50, 1, ONE);
    assertThat(same.get(0).first()).isCloseTo(summary.density(), within(1e-12));
    assertThat(same.get(1).first()).isCloseTo(summary.reciprocity(), within(1e-12));
    assertThat(same.get(2).first())
        .isCloseTo((double) summary.edges() / summary.nodes(), within(1e-12));
    assertThat(same.get(3).first()).isEqualTo(1);
    assertThat(same).allSatisfy(d -> assertThat(d.p()).isEqualTo(1));
    assertThat(NetworkDifference.of(network, random(50, 0.1, 0.5, 2), 50, 1, Workers.of(3)))
        .isEqualTo(NetworkDifference.of(network, random(50, 0.1, 0.5, 2), 50, 1, ONE));
  }

  @Test
  void networksOfOneKindHardlyDifferAndOthersDo() {
    int density = 0;
    int reciprocity = 0;
    for (int seed = 0; seed < 100; seed++) {
      List<NetworkDifference> alike =
          NetworkDifference.of(
              random(50, 0.1, 0.4, seed), random(60, 0.1, 0.4, 1000 + seed), 100, seed, ONE);
      density += alike.get(0).p() < 0.05 ? 1 : 0;
      reciprocity += alike.get(1).p() < 0.05 ? 1 : 0;
    }
    assertThat(density).isLessThanOrEqualTo(13); // 99.9 % of 100 at 5 %
    assertThat(reciprocity).isLessThanOrEqualTo(13);
    List<NetworkDifference> other =
        NetworkDifference.of(random(80, 0.1, 0.1, 1), random(80, 0.1, 0.6, 2), 200, 1, ONE);
    assertThat(other.get(1).p()).isLessThan(1e-4);
    assertThat(other.get(1).difference95().lower()).isPositive();
  }

  @Test
  void refusesWhatHasNoConnection() {
    Network none = Network.of(3, new int[0], new int[0]);
    assertThatThrownBy(() -> NetworkDifference.of(none, none, 10, 1, ONE))
        .hasMessage("a network without connections cannot be compared");
  }
}
