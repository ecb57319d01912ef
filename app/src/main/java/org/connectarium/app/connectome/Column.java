package org.connectarium.app.connectome;

import java.util.Map;
import java.util.Set;

/// A column that a mapping asks for.
///
/// @param key of the mapping that asks for it
/// @param missing texts that say that a value is not there, besides the empty one
/// @param values words for codes; with any, other codes are unknown
/// @param number how its numbers and ids are changed
record Column(
    String key, String name, Set<String> missing, Map<String, String> values, Change number) {
  /// A change of what a source writes.
  ///
  /// @param scale what numbers are multiplied by
  /// @param offset what is added to them then
  /// @param prefix of ids that are texts
  record Change(double scale, double offset, String prefix) {
    static final Change NONE = new Change(1, 0, "");
  }

  Column {
    missing = Set.copyOf(missing);
    values = Map.copyOf(values);
  }
}
