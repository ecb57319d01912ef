package org.connectarium.app.dataset;

import java.util.List;
import java.util.Map;

/// A YAML value that knows its line, so that a message can name it.
sealed interface Yaml {
  /// Line in the file, from 1.
  int line();

  /// Text, number, truth value or nothing (empty text), as written.
  record Scalar(String text, int line) implements Yaml {}

  record Sequence(List<Yaml> items, int line) implements Yaml {}

  /// Keys in their order in the file.
  record Mapping(Map<String, Entry> entries, int line) implements Yaml {}

  /// A key's value and the line of the key.
  record Entry(Yaml value, int line) {}
}
