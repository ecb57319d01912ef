package org.connectarium.graph.connectome;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A synapse of a data set.
///
/// @param pre the neuron that sends, if it is known
/// @param post those that receive; one that is there twice has two contacts
/// @param sizes those that are known, each above 0
/// @param extra further columns of the source by their names
public record SynapseRow(
    SourceId id,
    Optional<SourceId> pre,
    List<SourceId> post,
    Optional<String> kind,
    Optional<Place> place,
    OptionalDouble p,
    Map<SizeMeasure, Double> sizes,
    Map<String, String> extra) {
  public SynapseRow {
    post = List.copyOf(post);
    sizes = sizes.isEmpty() ? Map.of() : new EnumMap<>(sizes);
    extra = Map.copyOf(extra);
  }
}
