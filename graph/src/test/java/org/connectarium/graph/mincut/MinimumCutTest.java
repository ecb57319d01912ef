package org.connectarium.graph.mincut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MinimumCutTest {
  private static final long SEEDS = 300;

  @Test
  void cutsTheWeakestLinkOfAChain() {
    assertThat(sides(4, edges(edge(0, 1, 3), edge(1, 2, 1), edge(2, 3, 2)), ints(0), ints(3)))
        .containsExactly(true, true, false, false);
  }

  @Test
  void aNodeBetweenTwoEquallyCheapCutsStaysWithTheSinks() {
    assertThat(sides(3, edges(edge(0, 1, 1), edge(1, 2, 1)), ints(0), ints(2)))
        .containsExactly(true, false, false);
  }

  @Test
  void unconnectedSidesNeedNoCut() {
    assertThat(sides(4, edges(edge(0, 1, 1), edge(2, 3, 1)), ints(0), ints(3)))
        .containsExactly(true, true, false, false);
  }

  @Test
  void refusesASourceThatIsASink() {
    assertThatThrownBy(() -> cut(2, edges(edge(0, 1, 1)), ints(0, 1), ints(1)))
        .hasMessage("Node 1 is both source and sink");
  }

  @Test
  void costsAsLittleAsTheCheapestOfAllCuts() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Random random = new Random(seed);
      int nodes = 4 + random.nextInt(6);
      List<Edge> edges = random(random, nodes);
      MinimumCut cut = cut(nodes, edges, ints(0, 1), ints(2));
      double flow = cut.augment();
      assertThat(flow).as("seed %d", seed).isCloseTo(least(nodes, edges), within(1e-6));
      assertThat(cost(edges, cut::withSources)).as("seed %d", seed).isCloseTo(flow, within(1e-6));
      assertThat(cut.withSources(0) && cut.withSources(1) && !cut.withSources(2))
          .as("seed %d", seed)
          .isTrue();
    }
  }

  @Test
  void whatFlowsThroughACutIsItsCost() {
    MinimumCut cut = new MinimumCut();
    for (int node = 0; node < 4; node++) {
      cut.addNode();
    }
    int strong = cut.addEdge(0, 1, 3);
    int weak = cut.addEdge(1, 2, 1);
    int aside = cut.addEdge(1, 3, 2);
    cut.addSource(0);
    cut.addSink(2);
    assertThat(cut.augment()).isEqualTo(1);
    assertThat(cut.through(strong)).isEqualTo(1);
    assertThat(cut.through(weak)).isEqualTo(1);
    assertThat(cut.through(aside)).isZero();
  }

  @Test
  void aGraphThatGrowsEndsWithTheFlowOfTheWhole() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Random random = new Random(seed);
      int nodes = 4 + random.nextInt(6);
      List<Edge> edges = random(random, nodes);
      int first = edges.size() / 2;
      MinimumCut part = cut(nodes, edges.subList(0, first), ints(0, 1), ints(2));
      double flow = part.augment();
      MinimumCut whole = part.copy();
      whole.addEdge(0, whole.addNode(), 1); // a dead end changes nothing
      edges.subList(first, edges.size()).forEach(e -> whole.addEdge(e.a, e.b, e.capacity));
      assertThat(flow + whole.augment())
          .as("seed %d", seed)
          .isCloseTo(least(nodes, edges), within(1e-6));
      assertThat(part.augment()).as("seed %d: a copy is on its own", seed).isZero();
    }
  }

  private record Edge(int a, int b, double capacity) {}

  private static Edge edge(int a, int b, double capacity) {
    return new Edge(a, b, capacity);
  }

  private static List<Edge> edges(Edge... edges) {
    return List.of(edges);
  }

  private static List<Edge> random(Random random, int nodes) {
    List<Edge> edges = new ArrayList<>();
    int n = random.nextInt(20);
    for (int k = 0; k < n; k++) {
      int a = random.nextInt(nodes);
      int b = (a + 1 + random.nextInt(nodes - 1)) % nodes;
      edges.add(edge(a, b, random.nextInt(5) == 0 ? 0 : random.nextDouble()));
    }
    return edges;
  }

  private static MinimumCut cut(int nodes, List<Edge> edges, int[] sources, int[] sinks) {
    MinimumCut cut = new MinimumCut();
    for (int node = 0; node < nodes; node++) {
      cut.addNode();
    }
    edges.forEach(e -> cut.addEdge(e.a, e.b, e.capacity));
    IntStream.of(sources).forEach(cut::addSource);
    IntStream.of(sinks).forEach(cut::addSink);
    return cut;
  }

  private static List<Boolean> sides(int nodes, List<Edge> edges, int[] sources, int[] sinks) {
    MinimumCut cut = cut(nodes, edges, sources, sinks);
    cut.augment();
    return IntStream.range(0, nodes).mapToObj(cut::withSources).toList();
  }

  /* Of all cuts with the nodes 0 and 1 on one side and 2 on the other. */
  private static double least(int nodes, List<Edge> edges) {
    double least = Double.MAX_VALUE;
    for (int bits = 0; bits < 1 << nodes; bits++) {
      if ((bits & 0b111) == 0b011) {
        int all = bits;
        least = Math.min(least, cost(edges, node -> (all >> node & 1) == 1));
      }
    }
    return least;
  }

  private static double cost(List<Edge> edges, IntPredicate side) {
    return edges.stream()
        .filter(e -> side.test(e.a) != side.test(e.b))
        .mapToDouble(Edge::capacity)
        .sum();
  }

  private static int[] ints(int... values) {
    return values;
  }
}
