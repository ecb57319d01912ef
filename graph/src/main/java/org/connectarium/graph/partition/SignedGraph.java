package org.connectarium.graph.partition;

/// Edges between nodes 0…nodes−1, each with a weight: what it costs to cut it. Positive weights
/// attract, negative ones repel. Edges between the same two nodes add up; a loop counts nothing.
///
/// @param nodes number of nodes
/// @param from one end of each edge
/// @param to the other end
/// @param weight cost of a cut, finite
@SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; never compared
public record SignedGraph(int nodes, int[] from, int[] to, double[] weight) {
  /// @throws IllegalArgumentException if lengths differ, an end is no node, or a weight not finite
  public SignedGraph {
    if (from.length != to.length || from.length != weight.length) {
      throw new IllegalArgumentException(
          "Ends and weights must be as many but were %d, %d and %d"
              .formatted(from.length, to.length, weight.length));
    }
    for (int e = 0; e < from.length; e++) {
      if (from[e] < 0 || to[e] < 0 || from[e] >= nodes || to[e] >= nodes) {
        throw new IllegalArgumentException(
            "Edge %d links %d and %d, but there are %d nodes".formatted(e, from[e], to[e], nodes));
      }
      if (!Double.isFinite(weight[e])) {
        throw new IllegalArgumentException("Edge " + e + " has the weight " + weight[e]);
      }
    }
  }

  /// What a partition costs: the sum of the weights that it cuts. The less, the better.
  public double cost(int[] component) {
    double cost = 0;
    for (int e = 0; e < from.length; e++) {
      cost += component[from[e]] == component[to[e]] ? 0 : weight[e];
    }
    return cost;
  }
}
