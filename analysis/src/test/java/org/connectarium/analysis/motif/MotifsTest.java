package org.connectarium.analysis.motif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.motif.Motifs.Chance;
import org.connectarium.analysis.motif.Motifs.Motif;
import org.connectarium.analysis.network.Network;
import org.connectarium.analysis.network.SmallNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MotifsTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void randomGraphsKeepTheDegreesOfEveryNode(boolean keepReciprocal) {
    Network network = SmallNetwork.network();
    DegreePreserving model = new DegreePreserving(network, keepReciprocal);
    int moved = 0;
    for (int seed = 1; seed <= 50; seed++) {
      Network drawn = model.draw(Seeds.random(seed, 0), 10);
      assertThat(drawn.edges()).isEqualTo(network.edges());
      assertThat(drawn.selfEdges()).isZero();
      for (int v = 0; v < network.nodes(); v++) {
        assertThat(drawn.outDegree(v)).isEqualTo(network.outDegree(v));
        assertThat(drawn.inDegree(v)).isEqualTo(network.inDegree(v));
        if (keepReciprocal) {
          assertThat(mutual(drawn, v)).isEqualTo(mutual(network, v));
        }
        for (int e = drawn.outBegin(v); e < drawn.outBegin(v + 1); e++) {
          moved += network.hasEdge(v, drawn.target(e)) ? 0 : 1;
        }
      }
    }
    assertThat(moved).as("edges that are new").isGreaterThan(50 * network.edges() / 3);
  }

  private static int mutual(Network network, int v) {
    int mutual = 0;
    for (int e = network.outBegin(v); e < network.outBegin(v + 1); e++) {
      mutual += network.hasEdge(network.target(e), v) ? 1 : 0;
    }
    return mutual;
  }

  /* One edge from and one to each of four nodes: nine graphs, and each as likely as the others. */
  @Test
  void allGraphsAreEquallyLikely() {
    Network ring = Network.of(4, new int[] {0, 1, 2, 3}, new int[] {1, 2, 3, 0});
    DegreePreserving model = new DegreePreserving(ring, false);
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < 9000; i++) {
      Network drawn = model.draw(Seeds.random(7, i), 20);
      StringBuilder graph = new StringBuilder();
      for (int v = 0; v < 4; v++) {
        graph.append(drawn.target(drawn.outBegin(v)));
      }
      seen.merge(graph.toString(), 1, Integer::sum);
    }
    assertThat(seen).hasSize(9);
    assertThat(seen.values()).allSatisfy(n -> assertThat(n).isBetween(850, 1150));
  }

  @Test
  void plantedFeedForwardLoopsStandOut() {
    List<Motif> motifs = Motifs.of(planted(3, 60), new Chance(100, 5, 10, true), Workers.of(1));
    assertThat(of(motifs, Triad.T030T).z().orElseThrow()).isGreaterThan(3);
    assertThat(of(motifs, Triad.T030T).pHigh().orElseThrow()).isEqualTo(1 / 101.0);
    assertThat(of(motifs, Triad.T030T).pLow().orElseThrow()).isEqualTo(1);
  }

  @Test
  void nothingStandsOutWhereNothingIsPlanted() {
    int reached = 0;
    for (int seed = 1; seed <= 100; seed++) {
      Network chance =
          new DegreePreserving(planted(seed, 0), true).draw(Seeds.random(seed, 99), 20);
      List<Motif> motifs = Motifs.of(chance, new Chance(39, seed, 10, true), Workers.of(1));
      reached += of(motifs, Triad.T030T).pHigh().orElseThrow() <= 0.05 ? 1 : 0;
    }
    assertThat(reached).as("of 100 at p ≤ 0.05").isLessThanOrEqualTo(12);
  }

  /* 80 nodes with some 200 edges at random, and loops A → B → C, A → C. */
  private static Network planted(long seed, int loops) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 80;
    boolean[][] edge = new boolean[n][n];
    for (int i = 0; i < 200; i++) {
      edge[random.nextInt(n)][random.nextInt(n)] = true;
    }
    for (int i = 0; i < loops; i++) {
      int a = random.nextInt(n);
      int b = random.nextInt(n);
      int c = random.nextInt(n);
      edge[a][b] = true;
      edge[b][c] = true;
      edge[a][c] = true;
    }
    int[] from = new int[n * n];
    int[] to = new int[n * n];
    int edges = 0;
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        if (a != b && edge[a][b]) {
          from[edges] = a;
          to[edges++] = b;
        }
      }
    }
    return Network.of(n, Arrays.copyOf(from, edges), Arrays.copyOf(to, edges));
  }

  @Test
  void threadsChangeNothingAndTheSeedDoes() {
    Chance chance = new Chance(20, 1, 10, true);
    List<Motif> one = Motifs.of(SmallNetwork.network(), chance, Workers.of(1));
    assertThat(Motifs.of(SmallNetwork.network(), chance, Workers.of(3))).isEqualTo(one);
    assertThat(Motifs.of(SmallNetwork.network(), new Chance(20, 2, 10, true), Workers.of(1)))
        .isNotEqualTo(one);
  }

  @Test
  void meanAndDeviationAreThoseOfTheDraws() {
    Network network = SmallNetwork.network();
    Motif cycle = of(Motifs.of(network, new Chance(3, 4, 10, false), Workers.of(1)), Triad.T030C);
    DegreePreserving model = new DegreePreserving(network, false);
    double[] drawn = new double[3];
    for (int g = 0; g < 3; g++) {
      drawn[g] =
          Objects.requireNonNull(
              TriadCensus.of(model.draw(Seeds.random(4, g), 10)).get(Triad.T030C));
    }
    double mean = (drawn[0] + drawn[1] + drawn[2]) / 3;
    double variance = 0;
    for (double d : drawn) {
      variance += (d - mean) * (d - mean) / 2;
    }
    assertThat(cycle.mean().orElseThrow()).isCloseTo(mean, within(1e-12));
    assertThat(cycle.deviation().orElseThrow()).isCloseTo(Math.sqrt(variance), within(1e-12));
    assertThat(of(Motifs.of(network, new Chance(0, 1, 1, true), Workers.of(1)), Triad.T030C))
        .matches(m -> m.count() == 5 && m.mean().isEmpty() && m.pHigh().isEmpty());
  }

  private static Motif of(List<Motif> motifs, Triad triad) {
    return motifs.stream().filter(m -> m.triad() == triad).findFirst().orElseThrow();
  }
}
