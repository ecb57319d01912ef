package org.connectarium.analysis.motif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.connectarium.analysis.network.Network;
import org.connectarium.analysis.network.PublishedNetworks;
import org.connectarium.analysis.network.SmallNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriadCensusTest {
  /* In the order of the enum. */
  private static Map<Triad, Long> counts(long... counts) {
    Map<Triad, Long> map = new EnumMap<>(Triad.class);
    int i = 0;
    for (Triad triad : Triad.values()) {
      map.put(triad, counts[i++]);
    }
    return map;
  }

  @Test
  void agreesWithNetworkX() throws IOException {
    assertThat(TriadCensus.of(SmallNetwork.network()))
        .isEqualTo(counts(60, 136, 14, 23, 20, 50, 20, 17, 12, 5, 2, 0, 1, 4, 0, 0));
    assertThat(TriadCensus.of(PublishedNetworks.white()))
        .isEqualTo(
            counts(
                1_340_654, 244_421, 26_033, 5107, 6033, 5988, 1489, 1867, 986, 21, 193, 127, 256,
                80, 79, 21));
    assertThat(TriadCensus.of(PublishedNetworks.larva()))
        .isEqualTo(
            counts(
                522_154_320,
                37_794_132,
                6_596_426,
                292_359,
                290_531,
                498_698,
                151_800,
                146_254,
                74_355,
                4379,
                29_274,
                15_181,
                38_958,
                16_032,
                27_230,
                13_591));
  }

  /* The same by looking at every three nodes: the code of a triad is that of the six edges, and two
  codes are one triad if some order of the nodes makes them equal. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void agreesWithLookingAtEveryThreeNodes(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 12;
    boolean[][] edge = new boolean[n][n];
    int[] from = new int[n * n];
    int[] to = new int[n * n];
    int edges = 0;
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        if (a != b && random.nextDouble() < 0.15 * seed) {
          edge[a][b] = true;
          from[edges] = a;
          to[edges++] = b;
        }
      }
    }
    Map<Triad, Long> slow = new EnumMap<>(Triad.class);
    for (Triad triad : Triad.values()) {
      slow.put(triad, 0L);
    }
    for (int a = 0; a < n; a++) {
      for (int b = a + 1; b < n; b++) {
        for (int c = b + 1; c < n; c++) {
          slow.merge(look(edge, a, b, c), 1L, Long::sum);
        }
      }
    }
    Network network = Network.of(n, Arrays.copyOf(from, edges), Arrays.copyOf(to, edges));
    assertThat(TriadCensus.of(network)).as("seed %d", seed).isEqualTo(slow);
  }

  private static final Map<Triad, int[][]> EXAMPLES =
      Map.ofEntries(
          Map.entry(Triad.T003, new int[][] {}),
          Map.entry(Triad.T012, new int[][] {{0, 1}}),
          Map.entry(Triad.T102, new int[][] {{0, 1}, {1, 0}}),
          Map.entry(Triad.T021D, new int[][] {{1, 0}, {1, 2}}),
          Map.entry(Triad.T021U, new int[][] {{0, 1}, {2, 1}}),
          Map.entry(Triad.T021C, new int[][] {{0, 1}, {1, 2}}),
          Map.entry(Triad.T111D, new int[][] {{0, 1}, {1, 0}, {2, 1}}),
          Map.entry(Triad.T111U, new int[][] {{0, 1}, {1, 0}, {1, 2}}),
          Map.entry(Triad.T030T, new int[][] {{0, 1}, {1, 2}, {0, 2}}),
          Map.entry(Triad.T030C, new int[][] {{0, 1}, {1, 2}, {2, 0}}),
          Map.entry(Triad.T201, new int[][] {{0, 1}, {1, 0}, {1, 2}, {2, 1}}),
          Map.entry(Triad.T120D, new int[][] {{1, 0}, {1, 2}, {0, 2}, {2, 0}}),
          Map.entry(Triad.T120U, new int[][] {{0, 1}, {2, 1}, {0, 2}, {2, 0}}),
          Map.entry(Triad.T120C, new int[][] {{0, 1}, {1, 2}, {0, 2}, {2, 0}}),
          Map.entry(Triad.T210, new int[][] {{0, 1}, {1, 2}, {2, 1}, {0, 2}, {2, 0}}),
          Map.entry(Triad.T300, new int[][] {{0, 1}, {1, 0}, {1, 2}, {2, 1}, {0, 2}, {2, 0}}));

  private static final int[][] ORDERS = {
    {0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}
  };

  private static Triad look(boolean[][] edge, int a, int b, int c) {
    int[] nodes = {a, b, c};
    for (Map.Entry<Triad, int[][]> example : EXAMPLES.entrySet()) {
      for (int[] order : ORDERS) {
        boolean[][] wanted = new boolean[3][3];
        for (int[] e : example.getValue()) {
          wanted[order[e[0]]][order[e[1]]] = true;
        }
        boolean same = true;
        for (int i = 0; i < 3; i++) {
          for (int j = 0; j < 3; j++) {
            same &= i == j || wanted[i][j] == edge[nodes[i]][nodes[j]];
          }
        }
        if (same) {
          return example.getKey();
        }
      }
    }
    throw new AssertionError("no triad");
  }

  @Test
  void smallGraphsHaveNoTriads() {
    Network pair = Network.of(2, new int[] {0}, new int[] {1});
    assertThat(TriadCensus.of(pair).values()).containsOnly(0L);
  }
}
