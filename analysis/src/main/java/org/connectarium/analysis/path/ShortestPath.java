package org.connectarium.analysis.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.connectarium.analysis.network.Network;

/// The shortest or strongest way from one neuron to another.
///
/// Method: E. Dijkstra, *A note on two problems in connexion with graphs*, Numer Math 1959,
/// [doi:10.1007/BF01386390](https://doi.org/10.1007/BF01386390). Of ways of one cost that is taken
/// whose nodes were reached first, by number.
public final class ShortestPath {
  private ShortestPath() {}

  /// What a connection costs.
  public enum Cost {
    /// 1: the fewest connections.
    HOPS,
    /// One over its weight: many synapses are a short way.
    INVERSE,
    /// −ln of its share of the input of the neuron that it reaches: the way on which the product of
    /// shares is greatest.
    SHARE
  }

  /// A way.
  ///
  /// @param nodes from the first to the last
  /// @param costs up to each of them
  public record Path(List<Integer> nodes, List<Double> costs) {
    /// Cost of the whole way.
    public double cost() {
      return costs.getLast();
    }
  }

  private record Reached(double cost, int node) implements Comparable<Reached> {
    @Override
    public int compareTo(Reached other) {
      int byCost = Double.compare(cost, other.cost);
      return byCost != 0 ? byCost : Integer.compare(node, other.node);
    }
  }

  /// The way, if there is one. Cost: O(edges · log nodes).
  ///
  /// @throws IllegalArgumentException if a weight is not above 0
  public static Optional<Path> find(Network network, int from, int to, Cost cost) {
    double[] best = new double[network.nodes()];
    int[] before = new int[network.nodes()];
    double[] input = new double[cost == Cost.SHARE ? network.nodes() : 0];
    Arrays.setAll(input, network::inStrength);
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[from] = 0;
    before[from] = -1;
    PriorityQueue<Reached> queue = new PriorityQueue<>();
    queue.add(new Reached(0, from));
    for (Reached next = queue.poll(); next != null && next.node() != to; next = queue.poll()) {
      int v = next.node();
      if (next.cost() > best[v]) {
        continue;
      }
      for (int e = network.outBegin(v); e < network.outBegin(v + 1); e++) {
        int w = network.target(e);
        double through = best[v] + cost(cost, network.outWeight(e), input, w);
        if (through < best[w]) {
          best[w] = through;
          before[w] = v;
          queue.add(new Reached(through, w));
        }
      }
    }
    return Double.isInfinite(best[to]) ? Optional.empty() : Optional.of(path(before, best, to));
  }

  private static double cost(Cost cost, double weight, double[] input, int target) {
    if (!(weight > 0)) {
      throw new IllegalArgumentException("Weights must be above 0 but one is " + weight);
    }
    return switch (cost) {
      case HOPS -> 1;
      case INVERSE -> 1 / weight;
      case SHARE -> Math.max(0, -Math.log(weight / input[target]));
    };
  }

  private static Path path(int[] before, double[] best, int to) {
    List<Integer> nodes = new ArrayList<>();
    List<Double> costs = new ArrayList<>();
    for (int v = to; v >= 0; v = before[v]) {
      nodes.add(v);
      costs.add(best[v]);
    }
    Collections.reverse(nodes);
    Collections.reverse(costs);
    return new Path(List.copyOf(nodes), List.copyOf(costs));
  }
}
