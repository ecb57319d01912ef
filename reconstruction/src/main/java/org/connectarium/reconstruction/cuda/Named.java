package org.connectarium.reconstruction.cuda;

import java.util.Map;

/// Values by name, each of which exists.
///
/// @param <V> kind of the values
record Named<V>(Map<String, V> values) {
  /// The value of that name.
  ///
  /// @throws IllegalStateException if there is none
  V of(String name) {
    V value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("nothing is called " + name + "; known: " + values.keySet());
    }
    return value;
  }
}
