package org.connectarium.app.connectome;

import java.util.Map;
import java.util.Set;

/// A column that a mapping asks for.
///
/// @param key of the mapping that asks for it
/// @param missing texts that say that a value is not there, besides the empty one
/// @param values words for codes; with any, other codes are unknown
/// @param scale what its numbers are multiplied by
record Column(
    String key, String name, Set<String> missing, Map<String, String> values, double scale) {
  Column {
    missing = Set.copyOf(missing);
    values = Map.copyOf(values);
  }
}
