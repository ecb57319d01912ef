package org.connectarium.analysis.network;

/// Basic numbers of a directed graph. A node here has at least one edge to or from another one;
/// self-connections count in `selfEdges` alone.
///
/// @param neurons all, also those without an edge
/// @param density edges over ordered pairs of nodes, nodes · (nodes − 1)
/// @param reciprocalEdges edges whose reverse is there too
/// @param reciprocity their share of all edges
/// @param components weakly connected ones of the nodes
/// @param strongComponents strongly connected ones of the nodes
public record NetworkSummary(
    int neurons,
    int nodes,
    int edges,
    int selfEdges,
    double density,
    int reciprocalEdges,
    double reciprocity,
    int components,
    int largestComponent,
    int strongComponents,
    int largestStrongComponent,
    int maxOutDegree,
    int maxInDegree) {

  /// Counts. Cost: O(edges · log degree).
  public static NetworkSummary of(Network network) {
    int nodes = 0;
    int reciprocal = 0;
    int maxOut = 0;
    int maxIn = 0;
    for (int v = 0; v < network.nodes(); v++) {
      if (network.outDegree(v) + network.inDegree(v) > 0) {
        nodes++;
      }
      maxOut = Math.max(maxOut, network.outDegree(v));
      maxIn = Math.max(maxIn, network.inDegree(v));
      for (int e = network.outBegin(v); e < network.outBegin(v + 1); e++) {
        if (network.hasEdge(network.target(e), v)) {
          reciprocal++;
        }
      }
    }
    Components weak = Components.weak(network);
    Components strong = Components.strong(network);
    double pairs = (double) nodes * (nodes - 1);
    return new NetworkSummary(
        network.nodes(),
        nodes,
        network.edges(),
        network.selfEdges(),
        pairs == 0 ? 0 : network.edges() / pairs,
        reciprocal,
        network.edges() == 0 ? 0 : (double) reciprocal / network.edges(),
        weak.count(),
        weak.largest(),
        strong.count(),
        strong.largest(),
        maxOut,
        maxIn);
  }
}
