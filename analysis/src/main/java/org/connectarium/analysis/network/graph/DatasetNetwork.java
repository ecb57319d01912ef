package org.connectarium.analysis.network.graph;

import java.util.List;
import org.connectarium.analysis.network.Network;

/// A data set as a graph: what nodes and their numbers stand for.
///
/// @param ids of the neurons by their numbers, `Long` or `String`; integers first, each rising
/// @param classes of the neurons by their numbers, empty text where there is none
/// @param selfWeight sum over self-connections, which are no edges of the graph
public record DatasetNetwork(
    Network network, List<Object> ids, List<String> classes, double selfWeight) {
  public DatasetNetwork {
    ids = List.copyOf(ids);
    classes = List.copyOf(classes);
  }

  /// The number of a neuron.
  ///
  /// @throws IllegalArgumentException if it is not in the data set
  int number(Object id) {
    int number = ids.indexOf(id);
    if (number < 0) {
      throw new IllegalArgumentException(
          "No neuron %s in the data set; ids are %s such as %s"
              .formatted(
                  id,
                  ids.isEmpty() || ids.getFirst() instanceof String ? "texts" : "integers",
                  ids.isEmpty() ? "none" : ids.getFirst()));
    }
    return number;
  }
}
