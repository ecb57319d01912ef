package org.connectarium.graph.edit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a split is to set apart: ids of segments that are to end up in other agglomerates than
/// the sinks. `maxSegments` bounds the neighbourhood of them that is looked through.
public record SplitOptions(List<Long> sources, List<Long> sinks, int maxSegments) {
  static final int MAX_SEGMENTS = 1_000;

  /// @throws IllegalArgumentException if a side is empty, both share a segment, or the bound is
  ///     less than two
  public SplitOptions {
    sources = List.copyOf(sources);
    sinks = List.copyOf(sinks);
    if (sources.isEmpty() || sinks.isEmpty()) {
      throw new IllegalArgumentException(
          "A split needs at least one source and one sink; give ids of segments for both");
    }
    Set<Long> both = new HashSet<>(sources);
    both.retainAll(new HashSet<>(sinks));
    if (!both.isEmpty()) {
      throw new IllegalArgumentException(
          "Segment " + both.iterator().next() + " is both source and sink; leave out one");
    }
    if (maxSegments < 2) {
      throw new IllegalArgumentException("maxSegments must be at least 2 but was " + maxSegments);
    }
  }

  public SplitOptions(List<Long> sources, List<Long> sinks) {
    this(sources, sinks, MAX_SEGMENTS);
  }
}
