package org.connectarium.analysis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.network.SmallNetwork;
import org.connectarium.analysis.path.PathLengths.Bin;
import org.connectarium.analysis.path.ShortestPath.Cost;
import org.connectarium.analysis.path.ShortestPath.Path;
import org.junit.jupiter.api.Test;

class PathsTest {
  @Test
  void agreesWithNetworkX() {
    check(0, 5, Cost.HOPS, 2, 0, 9, 5);
    check(0, 5, Cost.INVERSE, 0.6666666666666666, 0, 9, 5);
    check(0, 5, Cost.SHARE, 1.2992829841302609, 0, 9, 5);
    check(3, 11, Cost.HOPS, 2, 3, 6, 11); // as long as over 8 and 10: the lower number
    check(3, 11, Cost.INVERSE, 0.25, 3, 10, 11);
    check(3, 11, Cost.SHARE, 1.313387590311803, 3, 10, 11);
    check(7, 2, Cost.SHARE, 2.887280565326492, 7, 11, 2);
  }

  private static void check(int from, int to, Cost cost, double length, Integer... nodes) {
    Path path = ShortestPath.find(SmallNetwork.network(), from, to, cost).orElseThrow();
    assertThat(path.nodes()).containsExactly(nodes);
    assertThat(path.cost()).isCloseTo(length, within(1e-12));
  }

  @Test
  void aStrongDetourIsShorterThanAWeakConnection() {
    var network = SmallNetwork.of(3, new int[][] {{0, 2, 1}, {0, 1, 10}, {1, 2, 10}});
    assertThat(ShortestPath.find(network, 0, 2, Cost.HOPS).orElseThrow().nodes())
        .containsExactly(0, 2);
    assertThat(ShortestPath.find(network, 0, 2, Cost.INVERSE).orElseThrow())
        .isEqualTo(new Path(List.of(0, 1, 2), List.of(0.0, 0.1, 0.2)));
    assertThat(ShortestPath.find(network, 2, 0, Cost.HOPS)).isEmpty();
    assertThat(ShortestPath.find(network, 1, 1, Cost.HOPS).orElseThrow().nodes())
        .containsExactly(1);
  }

  @Test
  void lengthsAgreeWithNetworkX() {
    assertThat(PathLengths.of(SmallNetwork.network(), 0, 1, Workers.of(1)))
        .containsExactly(
            new Bin(1, 45, 45 / 182.0),
            new Bin(2, 83, 83 / 182.0),
            new Bin(3, 42, 42 / 182.0),
            new Bin(4, 11, 11 / 182.0),
            new Bin(5, 1, 1 / 182.0));
  }

  @Test
  void pairsWithoutAWayAreCountedAndASampleIsOfItsSeed() {
    var network = SmallNetwork.of(4, new int[][] {{0, 1, 1}, {1, 2, 1}});
    assertThat(PathLengths.of(network, 0, 1, Workers.of(2)))
        .containsExactly(new Bin(1, 2, 2 / 6.0), new Bin(2, 1, 1 / 6.0), new Bin(-1, 3, 3 / 6.0));
    List<Bin> sample = PathLengths.of(SmallNetwork.network(), 5, 3, Workers.of(1));
    assertThat(sample.stream().mapToLong(Bin::pairs).sum()).isEqualTo(5 * 13);
    assertThat(PathLengths.of(SmallNetwork.network(), 5, 3, Workers.of(2))).isEqualTo(sample);
  }
}
