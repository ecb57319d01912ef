package org.connectarium.analysis.network;

import java.util.Arrays;

/// A directed graph with a weight at each edge, at most one edge for each ordered pair.
/// Self-connections are counted, and are no edges: no statistic of graphs here takes them in.
///
/// Nodes are numbered from 0. The edges that leave node v are those from `outBegin(v)` to
/// `outBegin(v + 1)`, by rising target; those that reach it likewise. Memory: 24 bytes an edge.
public final class Network {
  private final int[] outBegins;
  private final int[] targets;
  private final double[] outWeights;
  private final int[] inBegins;
  private final int[] sources;
  private final double[] inWeights;
  private final int selfEdges;

  private Network(int nodes, int[] from, int[] to, double[] weights, int edges) {
    this.selfEdges = from.length - edges;
    this.outBegins = new int[nodes + 1];
    this.inBegins = new int[nodes + 1];
    for (int e = 0; e < from.length; e++) {
      if (from[e] != to[e]) {
        outBegins[from[e] + 1]++;
        inBegins[to[e] + 1]++;
      }
    }
    for (int v = 0; v < nodes; v++) {
      outBegins[v + 1] += outBegins[v];
      inBegins[v + 1] += inBegins[v];
    }
    this.targets = new int[edges];
    this.outWeights = new double[edges];
    this.sources = new int[edges];
    this.inWeights = new double[edges];
    int[] at = Arrays.copyOf(inBegins, nodes);
    for (int e = 0; e < from.length; e++) {
      if (from[e] != to[e]) {
        sources[at[to[e]]] = from[e];
        inWeights[at[to[e]]++] = weights[e];
      }
    }
    // by target, and so each row of the other side comes out in order; then the same again
    at = Arrays.copyOf(outBegins, nodes);
    for (int v = 0; v < nodes; v++) {
      for (int e = inBegins[v]; e < inBegins[v + 1]; e++) {
        targets[at[sources[e]]] = v;
        outWeights[at[sources[e]]++] = inWeights[e];
      }
    }
    at = Arrays.copyOf(inBegins, nodes);
    for (int v = 0; v < nodes; v++) {
      for (int e = outBegins[v]; e < outBegins[v + 1]; e++) {
        sources[at[targets[e]]] = v;
        inWeights[at[targets[e]]++] = outWeights[e];
      }
    }
    for (int v = 0; v < nodes; v++) {
      for (int e = outBegins[v] + 1; e < outBegins[v + 1]; e++) {
        if (targets[e] == targets[e - 1]) {
          throw new IllegalArgumentException(
              "Edge %d → %d comes twice; add such edges up first".formatted(v, targets[e]));
        }
      }
    }
  }

  /// A graph of weighted edges.
  ///
  /// @param from node that each edge leaves
  /// @param to node that it reaches
  /// @param weights of the edges
  /// @throws IllegalArgumentException if the arrays differ in length, a node is not below `nodes`,
  ///     or a pair comes twice
  public static Network of(int nodes, int[] from, int[] to, double[] weights) {
    if (from.length != to.length || from.length != weights.length) {
      throw new IllegalArgumentException(
          "from, to and weights need one length but have %d, %d and %d"
              .formatted(from.length, to.length, weights.length));
    }
    int edges = 0;
    for (int e = 0; e < from.length; e++) {
      if (from[e] < 0 || from[e] >= nodes || to[e] < 0 || to[e] >= nodes) {
        throw new IllegalArgumentException(
            "Edge %d → %d is not between nodes 0 to %d".formatted(from[e], to[e], nodes - 1));
      }
      if (from[e] != to[e]) {
        edges++;
      }
    }
    return new Network(nodes, from, to, weights, edges);
  }

  /// A graph whose edges all have weight 1.
  public static Network of(int nodes, int[] from, int[] to) {
    double[] ones = new double[from.length];
    Arrays.fill(ones, 1);
    return of(nodes, from, to, ones);
  }

  public int nodes() {
    return outBegins.length - 1;
  }

  /// Edges without self-connections.
  public int edges() {
    return targets.length;
  }

  public int selfEdges() {
    return selfEdges;
  }

  /// The first edge that leaves a node.
  public int outBegin(int node) {
    return outBegins[node];
  }

  /// The first edge that reaches a node, in the other numbering.
  public int inBegin(int node) {
    return inBegins[node];
  }

  public int outDegree(int node) {
    return outBegins[node + 1] - outBegins[node];
  }

  public int inDegree(int node) {
    return inBegins[node + 1] - inBegins[node];
  }

  /// The node that a leaving edge goes to.
  public int target(int outEdge) {
    return targets[outEdge];
  }

  public double outWeight(int outEdge) {
    return outWeights[outEdge];
  }

  /// The node that a reaching edge comes from.
  public int source(int inEdge) {
    return sources[inEdge];
  }

  public double inWeight(int inEdge) {
    return inWeights[inEdge];
  }

  /// Sum of the weights that leave a node.
  public double outStrength(int node) {
    return sum(outWeights, outBegins[node], outBegins[node + 1]);
  }

  /// Sum of the weights that reach a node.
  public double inStrength(int node) {
    return sum(inWeights, inBegins[node], inBegins[node + 1]);
  }

  /// Whether there is an edge.
  public boolean hasEdge(int from, int to) {
    return Arrays.binarySearch(targets, outBegins[from], outBegins[from + 1], to) >= 0;
  }

  private static double sum(double[] values, int begin, int end) {
    double sum = 0;
    for (int i = begin; i < end; i++) {
      sum += values[i];
    }
    return sum;
  }
}
