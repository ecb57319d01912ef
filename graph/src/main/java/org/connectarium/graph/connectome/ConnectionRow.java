package org.connectarium.graph.connectome;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/// A connection between two neurons, or a gap junction.
///
/// @param count synapses, where they are known as such
/// @param sizes sums over the synapses
public record ConnectionRow(
    SourceId pre, SourceId post, OptionalLong count, Map<SizeMeasure, Double> sizes) {
  public ConnectionRow {
    sizes = sizes.isEmpty() ? Map.of() : new EnumMap<>(sizes);
  }
}
