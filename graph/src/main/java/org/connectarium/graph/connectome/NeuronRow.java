package org.connectarium.graph.connectome;

import java.util.Map;
import java.util.Optional;

/// A neuron of a data set.
///
/// @param type finer than the class
/// @param extra further columns of the source by their names; values are strings
public record NeuronRow(
    SourceId id,
    Optional<String> name,
    Optional<String> neuronClass,
    Optional<String> type,
    Optional<String> side,
    Optional<Place> place,
    Map<String, String> extra) {
  public NeuronRow {
    extra = Map.copyOf(extra);
  }

  /// A neuron of which only the id is known.
  public static NeuronRow of(SourceId id) {
    return new NeuronRow(
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  /// The same with a class.
  public NeuronRow withClass(String otherClass) {
    return new NeuronRow(id, name, Optional.of(otherClass), type, side, place, extra);
  }
}
