package org.connectarium.analysis.results;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row that a graph answers with.
///
/// @param values by the names of columns
public record Answer(Map<String, @Nullable Object> values) {
  public Answer {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /// Whether a column has a value.
  boolean has(String column) {
    return values.get(column) != null;
  }

  /// A text, empty where there is none.
  String text(String column) {
    Object value = values.get(column);
    return value == null ? "" : value.toString();
  }

  /// A whole number.
  long count(String column) {
    if (values.get(column) instanceof Long number) {
      return number;
    }
    throw wrong(column, "whole number");
  }

  /// A number; NaN where there is none.
  double number(String column) {
    Object value = values.get(column);
    if (value == null) {
      return Double.NaN;
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw wrong(column, "number");
  }

  /// A list of numbers.
  List<Double> numbers(String column) {
    if (values.get(column) instanceof List<?> list) {
      return list.stream().map(v -> ((Number) v).doubleValue()).toList();
    }
    throw wrong(column, "list");
  }

  /// A list of texts.
  List<String> texts(String column) {
    if (values.get(column) instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    throw wrong(column, "list");
  }

  private IllegalStateException wrong(String column, String kind) {
    return new IllegalStateException(
        "Column %s is no %s but %s".formatted(column, kind, values.get(column)));
  }
}
