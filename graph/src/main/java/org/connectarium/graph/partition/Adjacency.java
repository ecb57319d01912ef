package org.connectarium.graph.partition;

/// The edges of a [SignedGraph] from the side of its nodes: node v has the neighbours
/// `neighbour[k]` over edges of `weight[k]` for k from `start[v]` to `start[v + 1]` − 1.
///
/// @param start nodes + 1 places
/// @param neighbour two entries an edge; loops are left out
/// @param weight of the edge
@SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; never compared
record Adjacency(int[] start, int[] neighbour, double[] weight) {
  static Adjacency of(SignedGraph graph) {
    int[] start = new int[graph.nodes() + 1];
    int[] from = graph.from();
    int[] to = graph.to();
    for (int e = 0; e < from.length; e++) {
      if (from[e] != to[e]) {
        start[from[e] + 1]++;
        start[to[e] + 1]++;
      }
    }
    for (int v = 0; v < graph.nodes(); v++) {
      start[v + 1] = Math.addExact(start[v], start[v + 1]);
    }
    int[] next = start.clone();
    int[] neighbour = new int[start[graph.nodes()]];
    double[] weight = new double[neighbour.length];
    for (int e = 0; e < from.length; e++) {
      if (from[e] != to[e]) {
        neighbour[next[from[e]]] = to[e];
        weight[next[from[e]]++] = graph.weight()[e];
        neighbour[next[to[e]]] = from[e];
        weight[next[to[e]]++] = graph.weight()[e];
      }
    }
    return new Adjacency(start, neighbour, weight);
  }

  int nodes() {
    return start.length - 1;
  }
}
