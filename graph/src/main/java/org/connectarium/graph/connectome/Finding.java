package org.connectarium.graph.connectome;

import java.util.List;

/// What was amiss in a table, and what was done about it.
///
/// @param table neurons, synapses, connections, gapJunctions or skeletons
/// @param kind as the key of the policy is called
/// @param policy keep or skip
/// @param lines line or row numbers of the first of them
/// @param example the first of them in words
public record Finding(
    String table, String kind, String policy, long count, List<Long> lines, String example) {
  public Finding {
    lines = List.copyOf(lines);
  }
}
