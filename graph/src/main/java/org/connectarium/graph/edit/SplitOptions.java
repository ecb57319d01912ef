package org.connectarium.graph.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.connectarium.graph.procedure.ProcedureOptions;

/// What a split is to set apart: ids of segments that are to end up in other agglomerates than
/// the sinks. `maxSegments` bounds how many segments are read to prove the cut.
public record SplitOptions(List<Long> sources, List<Long> sinks, int maxSegments) {
  private static final int MAX_SEGMENTS = 1_000;
  private static final String BOUND = "maxSegments";

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

  /// What a procedure may be given beside sources and sinks, with the keys of a note.
  public static ProcedureOptions withNote(Map<String, Object> given) {
    List<String> keys = new ArrayList<>(EditNote.KEYS);
    keys.add(BOUND);
    return new ProcedureOptions(given, keys);
  }

  static ProcedureOptions withoutNote(Map<String, Object> given) {
    return new ProcedureOptions(given, List.of(BOUND));
  }

  /// From what a procedure was given.
  public static SplitOptions of(List<Long> sources, List<Long> sinks, ProcedureOptions options) {
    long most = options.count(BOUND, MAX_SEGMENTS);
    return new SplitOptions(sources, sinks, (int) Math.min(Integer.MAX_VALUE, most));
  }

  /// Sources, then sinks.
  public List<Long> all() {
    return Stream.concat(sources.stream(), sinks.stream()).toList();
  }

  public SplitOptions(List<Long> sources, List<Long> sinks) {
    this(sources, sinks, MAX_SEGMENTS);
  }
}
