package org.connectarium.analysis.network;

import java.util.Arrays;

/// Connected components of the nodes that have an edge.
///
/// @param count of components
/// @param largest nodes of the largest one
public record Components(int count, int largest) {

  /// Components when directions do not matter. Cost: O(edges).
  public static Components weak(Network network) {
    int[] parent = new int[network.nodes()];
    int[] size = new int[network.nodes()];
    Arrays.setAll(parent, v -> v);
    Arrays.fill(size, 1);
    for (int v = 0; v < network.nodes(); v++) {
      for (int e = network.outBegin(v); e < network.outBegin(v + 1); e++) {
        int a = root(parent, v);
        int b = root(parent, network.target(e));
        if (a != b) {
          int large = size[a] >= size[b] ? a : b;
          int small = large == a ? b : a;
          parent[small] = large;
          size[large] += size[small];
        }
      }
    }
    int count = 0;
    int largest = 0;
    for (int v = 0; v < network.nodes(); v++) {
      if (parent[v] == v && network.outDegree(v) + network.inDegree(v) > 0) {
        count++;
        largest = Math.max(largest, size[v]);
      }
    }
    return new Components(count, largest);
  }

  private static int root(int[] parent, int node) {
    int v = node;
    while (parent[v] != v) {
      parent[v] = parent[parent[v]];
      v = parent[v];
    }
    return v;
  }

  /// Components within which each node reaches each other one. Cost: O(edges).
  ///
  /// Method: R. Tarjan, *Depth-first search and linear graph algorithms*, SIAM J Comput 1972,
  /// [doi:10.1137/0201010](https://doi.org/10.1137/0201010), without recursion.
  public static Components strong(Network network) {
    int n = network.nodes();
    int[] order = new int[n];
    int[] low = new int[n];
    int[] next = new int[n];
    boolean[] open = new boolean[n];
    int[] path = new int[n];
    int[] stack = new int[n];
    int visited = 0;
    int stacked = 0;
    int count = 0;
    int largest = 0;
    for (int start = 0; start < n; start++) {
      if (order[start] != 0 || network.outDegree(start) + network.inDegree(start) == 0) {
        continue;
      }
      int depth = 0;
      path[depth] = start;
      order[start] = low[start] = ++visited;
      next[start] = network.outBegin(start);
      open[start] = true;
      stack[stacked++] = start;
      while (depth >= 0) {
        int v = path[depth];
        if (next[v] < network.outBegin(v + 1)) {
          int w = network.target(next[v]++);
          if (order[w] == 0) {
            order[w] = low[w] = ++visited;
            next[w] = network.outBegin(w);
            open[w] = true;
            stack[stacked++] = w;
            path[++depth] = w;
          } else if (open[w]) {
            low[v] = Math.min(low[v], order[w]);
          }
          continue;
        }
        if (low[v] == order[v]) {
          int size = 0;
          int w;
          do {
            w = stack[--stacked];
            open[w] = false;
            size++;
          } while (w != v);
          count++;
          largest = Math.max(largest, size);
        }
        depth--;
        if (depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[v]);
        }
      }
    }
    return new Components(count, largest);
  }
}
