package org.connectarium.analysis.network;

/// The graph of 14 nodes and 45 edges whose numbers NetworkX 3.6.1 and SciPy were asked for; the
/// tests quote them.
public final class SmallNetwork {
  private static final int[][] EDGES = {
    {4, 7, 9}, {2, 4, 1}, {1, 11, 1}, {11, 2, 6}, {13, 1, 9}, {8, 11, 4}, {0, 4, 5}, {4, 0, 1},
    {10, 4, 5}, {8, 3, 5}, {5, 0, 1}, {11, 4, 7}, {6, 2, 7}, {5, 10, 6}, {8, 7, 1}, {8, 13, 1},
    {0, 13, 8}, {9, 8, 2}, {13, 7, 4}, {2, 3, 2}, {6, 5, 2}, {3, 9, 5}, {1, 3, 5}, {6, 11, 1},
    {8, 12, 9}, {4, 3, 5}, {12, 7, 7}, {3, 6, 4}, {0, 12, 6}, {9, 5, 2}, {3, 8, 1}, {10, 11, 8},
    {3, 10, 8}, {0, 9, 6}, {6, 8, 9}, {0, 2, 6}, {7, 11, 3}, {11, 1, 8}, {12, 1, 5}, {13, 0, 5},
    {6, 4, 1}, {2, 1, 6}, {1, 12, 2}, {4, 12, 2}, {10, 13, 9}
  };

  public static final int NODES = 14;

  private SmallNetwork() {}

  public static Network network() {
    return of(NODES, EDGES);
  }

  /// A graph of rows from, to, weight.
  public static Network of(int nodes, int[]... edges) {
    int[] from = new int[edges.length];
    int[] to = new int[edges.length];
    double[] weights = new double[edges.length];
    for (int e = 0; e < edges.length; e++) {
      from[e] = edges[e][0];
      to[e] = edges[e][1];
      weights[e] = edges[e][2];
    }
    return Network.of(nodes, from, to, weights);
  }
}
