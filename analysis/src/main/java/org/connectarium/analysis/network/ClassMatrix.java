package org.connectarium.analysis.network;

import java.util.ArrayList;
import java.util.List;

/// How strongly classes connect to each other: connections and weights from each class to each.
public final class ClassMatrix {
  private ClassMatrix() {}

  /// One field of the matrix.
  ///
  /// @param pre number of the class that sends
  /// @param post number of the class that receives
  /// @param connections edges between different neurons
  /// @param pairs ordered pairs of different neurons that could be connected
  /// @param weight sum over the connections, such as synapses
  public record Field(int pre, int post, long connections, long pairs, double weight) {
    /// Share of the pairs that are connected; 0 where there is no pair.
    public double probability() {
      return pairs == 0 ? 0 : (double) connections / pairs;
    }

    /// Weight of a connection; 0 where there is none.
    public double meanWeight() {
      return connections == 0 ? 0 : weight / connections;
    }
  }

  /// All fields, row by row. Cost: O(edges + classes²).
  ///
  /// @param classes number of the class of each node, from 0
  /// @throws IllegalArgumentException if a node has no class
  public static List<Field> of(Network network, int[] classes, int numberOfClasses) {
    if (classes.length != network.nodes()) {
      throw new IllegalArgumentException(
          "%d nodes need a class each but there are %d".formatted(network.nodes(), classes.length));
    }
    long[] size = new long[numberOfClasses];
    long[][] connections = new long[numberOfClasses][numberOfClasses];
    double[][] weight = new double[numberOfClasses][numberOfClasses];
    for (int v = 0; v < classes.length; v++) {
      size[classes[v]]++;
      for (int e = network.outBegin(v); e < network.outBegin(v + 1); e++) {
        connections[classes[v]][classes[network.target(e)]]++;
        weight[classes[v]][classes[network.target(e)]] += network.outWeight(e);
      }
    }
    List<Field> fields = new ArrayList<>();
    for (int a = 0; a < numberOfClasses; a++) {
      for (int b = 0; b < numberOfClasses; b++) {
        fields.add(
            new Field(
                a, b, connections[a][b], size[a] * (a == b ? size[b] - 1 : size[b]), weight[a][b]));
      }
    }
    return fields;
  }
}
