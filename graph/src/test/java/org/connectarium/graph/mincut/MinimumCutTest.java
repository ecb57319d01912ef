package org.connectarium.graph.mincut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MinimumCutTest {
  @Test
  void cutsTheWeakestLinkOfAChain() {
    boolean[] side =
        MinimumCut.of(
            4, new int[] {0, 1, 2}, new int[] {1, 2, 3}, new double[] {3, 1, 2}, ints(0), ints(3));
    assertThat(side).containsExactly(true, true, false, false);
  }

  @Test
  void aNodeBetweenTwoEquallyCheapCutsStaysWithTheSinks() {
    boolean[] side =
        MinimumCut.of(3, new int[] {0, 1}, new int[] {1, 2}, new double[] {1, 1}, ints(0), ints(2));
    assertThat(side).containsExactly(true, false, false);
  }

  @Test
  void unconnectedSidesNeedNoCut() {
    boolean[] side =
        MinimumCut.of(4, new int[] {0, 2}, new int[] {1, 3}, new double[] {1, 1}, ints(0), ints(3));
    assertThat(side).containsExactly(true, true, false, false);
  }

  @Test
  void refusesASourceThatIsASink() {
    assertThatThrownBy(
            () -> MinimumCut.of(2, ints(0), ints(1), new double[] {1}, ints(0, 1), ints(1)))
        .hasMessage("Node 1 is both source and sink");
  }

  @Test
  void costsAsLittleAsTheCheapestOfAllCuts() {
    for (long seed = 1; seed <= 300; seed++) {
      Random random = new Random(seed);
      int nodes = 4 + random.nextInt(6);
      int edges = random.nextInt(20);
      int[] from = new int[edges];
      int[] to = new int[edges];
      double[] capacity = new double[edges];
      for (int k = 0; k < edges; k++) {
        from[k] = random.nextInt(nodes);
        to[k] = (from[k] + 1 + random.nextInt(nodes - 1)) % nodes;
        capacity[k] = random.nextInt(5) == 0 ? 0 : random.nextDouble();
      }
      int[] sources = ints(0, 1);
      int[] sinks = ints(2);
      boolean[] side = MinimumCut.of(nodes, from, to, capacity, sources, sinks);
      assertThat(side[0] && side[1] && !side[2]).as("seed %d", seed).isTrue();
      double least = Double.MAX_VALUE;
      for (int bits = 0; bits < 1 << nodes; bits++) {
        if ((bits & 0b111) == 0b011) {
          int all = bits;
          least = Math.min(least, cost(from, to, capacity, i -> (all >> i & 1) == 1));
        }
      }
      assertThat(cost(from, to, capacity, i -> side[i]))
          .as("seed %d", seed)
          .isCloseTo(least, within(1e-6));
    }
  }

  private interface Side {
    boolean of(int node);
  }

  private static double cost(int[] from, int[] to, double[] capacity, Side side) {
    double sum = 0;
    for (int k = 0; k < from.length; k++) {
      sum += side.of(from[k]) == side.of(to[k]) ? 0 : capacity[k];
    }
    return sum;
  }

  private static int[] ints(int... values) {
    return values;
  }
}
