package org.connectarium.graph.bolt;

import java.util.List;
import java.util.Map;
import org.connectarium.graph.GraphException;
import org.jspecify.annotations.Nullable;

/// The values of a row that came as a map of Cypher. What is missing or of another type is one
/// line.
record Fields(Map<String, Object> values) {
  Number number(String key) {
    return value(key, Number.class);
  }

  <T> T value(String key, Class<T> type) {
    return cast(key, values.get(key), type);
  }

  List<Number> numbers(String key) {
    List<?> list = value(key, List.class);
    return list.stream().map(n -> cast(key, n, Number.class)).toList();
  }

  List<Number> numbers(String key, int howMany) {
    List<Number> list = numbers(key);
    if (list.size() != howMany) {
      throw new GraphException(
          "A row needs %d numbers \"%s\" but has %s".formatted(howMany, key, list));
    }
    return list;
  }

  private static <T> T cast(String key, @Nullable Object value, Class<T> type) {
    if (!type.isInstance(value)) {
      throw new GraphException(
          "A row needs a %s \"%s\" but has %s".formatted(type.getSimpleName(), key, value));
    }
    return type.cast(value);
  }
}
