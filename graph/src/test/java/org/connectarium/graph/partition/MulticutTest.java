package org.connectarium.graph.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class MulticutTest {
  private static void goOn() {}

  private record Edge(int from, int to, double weight) {}

  private static SignedGraph graph(int nodes, List<Edge> edges) {
    return new SignedGraph(
        nodes,
        edges.stream().mapToInt(Edge::from).toArray(),
        edges.stream().mapToInt(Edge::to).toArray(),
        edges.stream().mapToDouble(Edge::weight).toArray());
  }

  private static SignedGraph graph(int nodes, Edge... edges) {
    return graph(nodes, List.of(edges));
  }

  private static List<Edge> randomEdges(Random random, int nodes, double density) {
    List<Edge> edges = new ArrayList<>();
    for (int a = 0; a < nodes; a++) {
      for (int b = a + 1; b < nodes; b++) {
        if (random.nextDouble() < density) {
          edges.add(new Edge(a, b, random.nextGaussian()));
        }
      }
    }
    return edges;
  }

  /* The least cost of all partitions. */
  private static double least(SignedGraph graph, int[] component, int node, int used) {
    if (node == graph.nodes()) {
      return graph.cost(component);
    }
    double least = Double.MAX_VALUE;
    for (int c = 0; c <= used; c++) {
      component[node] = c;
      least = Math.min(least, least(graph, component, node + 1, Math.max(used, c + 1)));
    }
    return least;
  }

  @Test
  void attractionJoinsRepulsionParts() {
    SignedGraph graph = graph(4, new Edge(0, 1, 2), new Edge(1, 2, -1), new Edge(2, 3, 0.5));
    assertThat(Multicut.of(graph, MulticutTest::goOn)).containsExactly(0, 0, 1, 1);
    assertThat(graph.cost(new int[] {0, 0, 1, 1})).isEqualTo(-1);
  }

  @Test
  void aStrongRepulsionHoldsAgainstAChainThatAttracts() {
    // cheapest to cut: the link of 1 between 2 and 3
    SignedGraph graph =
        graph(
            5,
            new Edge(0, 1, 3),
            new Edge(1, 2, 3),
            new Edge(2, 3, 1),
            new Edge(3, 4, 3),
            new Edge(0, 4, -100));
    assertThat(Multicut.of(graph, MulticutTest::goOn)).containsExactly(0, 0, 0, 1, 1);
  }

  @Test
  void edgesBetweenTheSameNodesAddUpAndLoopsCountNothing() {
    SignedGraph graph =
        graph(2, new Edge(0, 1, 2), new Edge(1, 0, -1.5), new Edge(0, 0, -50), new Edge(0, 1, -1));
    assertThat(Multicut.of(graph, MulticutTest::goOn)).containsExactly(0, 1);
    SignedGraph more = graph(2, new Edge(0, 1, 2), new Edge(1, 0, -1.5));
    assertThat(Multicut.of(more, MulticutTest::goOn)).containsExactly(0, 0);
  }

  @Test
  void nodesWithoutEdgesAreAlone() {
    assertThat(Multicut.of(graph(3), MulticutTest::goOn)).containsExactly(0, 1, 2);
    assertThat(Multicut.of(graph(0), MulticutTest::goOn)).isEmpty();
  }

  @Test
  void findsTheOptimumOfMostSmallGraphsAndIsNeverWorseThanGreedyContraction() {
    Random random = new Random(11);
    int optimal = 0;
    int greedyOptimal = 0;
    int graphs = 300;
    for (int i = 0; i < graphs; i++) {
      int nodes = 4 + random.nextInt(5);
      SignedGraph graph = graph(nodes, randomEdges(random, nodes, 0.7));
      double least = least(graph, new int[nodes], 0, 0);
      double greedy = graph.cost(GreedyContraction.of(graph, MulticutTest::goOn));
      double found = graph.cost(Multicut.of(graph, MulticutTest::goOn));
      assertThat(found).isBetween(least - 1e-9, greedy + 1e-9);
      optimal += found < least + 1e-9 ? 1 : 0;
      greedyOptimal += greedy < least + 1e-9 ? 1 : 0;
    }
    assertThat(optimal).isGreaterThan(95 * graphs / 100).isGreaterThan(greedyOptimal);
  }

  @Test
  void theOrderOfEdgesDoesNotMatter() {
    Random random = new Random(5);
    List<Edge> edges = randomEdges(random, 60, 0.1);
    int[] component = Multicut.of(graph(60, edges), MulticutTest::goOn);
    for (int i = 0; i < 5; i++) {
      Collections.shuffle(edges, random);
      assertThat(Multicut.of(graph(60, edges), MulticutTest::goOn)).isEqualTo(component);
    }
  }

  @Test
  void recoversPlantedCubesFromNoisyEdges() {
    // a grid of 24 x 24 x 24 in cubes of 6, edges right with 90 %
    int n = 24;
    Random random = new Random(3);
    List<Edge> edges = new ArrayList<>();
    int[] planted = new int[n * n * n];
    for (int i = 0; i < planted.length; i++) {
      planted[i] = cube(i % n, i / n % n, i / n / n);
    }
    for (int i = 0; i < planted.length; i++) {
      int[] next = {
        i % n < n - 1 ? 1 : 0, i / n % n < n - 1 ? n : 0, i / n / n < n - 1 ? n * n : 0
      };
      for (int step : next) {
        if (step > 0) {
          boolean same = planted[i] == planted[i + step];
          boolean right = random.nextDouble() < 0.9;
          edges.add(new Edge(i, i + step, same == right ? 1 : -1));
        }
      }
    }
    SignedGraph graph = graph(planted.length, edges);
    int[] found = Multicut.of(graph, MulticutTest::goOn);
    assertThat(graph.cost(found))
        .isLessThan(graph.cost(GreedyContraction.of(graph, MulticutTest::goOn)))
        .isLessThan(graph.cost(planted));
    int agree = 0;
    for (Edge e : edges) {
      boolean together = found[e.from()] == found[e.to()];
      agree += together == (planted[e.from()] == planted[e.to()]) ? 1 : 0;
    }
    assertThat((double) agree / edges.size()).isGreaterThan(0.9);
  }

  private static int cube(int x, int y, int z) {
    return (z / 6 * 4 + y / 6) * 4 + x / 6;
  }

  @Test
  void exchangesLowerTheCostFromAnyStart() {
    Random random = new Random(2);
    for (int i = 0; i < 50; i++) {
      int nodes = 30;
      SignedGraph graph = graph(nodes, randomEdges(random, nodes, 0.2));
      int[] group = random.ints(nodes, 0, 5).toArray();
      double before = graph.cost(group);
      KernighanLin.improve(Adjacency.of(graph), group, MulticutTest::goOn);
      double after = graph.cost(group);
      assertThat(after).isLessThan(before);
      KernighanLin.improve(Adjacency.of(graph), group, MulticutTest::goOn);
      assertThat(graph.cost(group)).isCloseTo(after, within(1e-9));
    }
  }

  @Test
  void endsWhenItIsStopped() {
    SignedGraph graph = graph(3, new Edge(0, 1, 1), new Edge(1, 2, -1));
    assertThatThrownBy(
            () ->
                Multicut.of(
                    graph,
                    () -> {
                      throw new CancellationException();
                    }))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void refusesWeightsThatAreNoNumbersAndEndsThatAreNoNodes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> graph(2, new Edge(0, 1, Double.NaN)))
        .withMessage("Edge 0 has the weight NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> graph(2, new Edge(0, 2, 1)))
        .withMessage("Edge 0 links 0 and 2, but there are 2 nodes");
  }
}
