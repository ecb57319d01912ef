package org.connectarium.analysis.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// How often each value of a quantity of nodes occurs.
public final class Distribution {
  private Distribution() {}

  /// A value and the nodes that have it.
  ///
  /// @param atLeast share of nodes with this value or a larger one
  public record Bin(double value, long nodes, double atLeast) {}

  /// Degrees and strengths.
  public enum Quantity {
    OUT_DEGREE("outDegree"),
    IN_DEGREE("inDegree"),
    OUT_STRENGTH("outStrength"),
    IN_STRENGTH("inStrength");

    private final String label;

    Quantity(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    private IntToDoubleFunction of(Network network) {
      return switch (this) {
        case OUT_DEGREE -> network::outDegree;
        case IN_DEGREE -> network::inDegree;
        case OUT_STRENGTH -> network::outStrength;
        case IN_STRENGTH -> network::inStrength;
      };
    }
  }

  /// Bins by rising value, one for each value that occurs. Cost: O(edges + nodes · log nodes).
  public static List<Bin> of(Network network, Quantity quantity) {
    IntToDoubleFunction valueOf = quantity.of(network);
    double[] values = new double[network.nodes()];
    Arrays.setAll(values, valueOf);
    Arrays.sort(values);
    List<Bin> bins = new ArrayList<>();
    for (int begin = 0; begin < values.length; ) {
      int end = begin;
      while (end < values.length && values[end] == values[begin]) {
        end++;
      }
      bins.add(
          new Bin(values[begin], end - begin, (double) (values.length - begin) / values.length));
      begin = end;
    }
    return bins;
  }
}
