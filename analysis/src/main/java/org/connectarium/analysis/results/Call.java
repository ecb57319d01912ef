package org.connectarium.analysis.results;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A call of a procedure, as it is asked and as it is printed for those who want to repeat it.
///
/// @param procedure its name
/// @param arguments before the options: texts, numbers or lists of these
/// @param options the map at the end, in this order; empty: left out
public record Call(String procedure, List<Object> arguments, Map<String, Object> options) {
  public Call {
    arguments = List.copyOf(arguments);
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /// A call without options.
  static Call of(String procedure, Object... arguments) {
    return new Call(procedure, List.of(arguments), Map.of());
  }

  /// The same with one option more.
  Call with(String option, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(options);
    more.put(option, value);
    return new Call(procedure, arguments, more);
  }

  /// The call in Cypher.
  String cypher() {
    String all = arguments.stream().map(Call::literal).collect(Collectors.joining(", "));
    return "CALL "
        + procedure
        + "("
        + all
        + (options.isEmpty() ? "" : (all.isEmpty() ? "" : ", ") + literal(options))
        + ")";
  }

  /// A value as Cypher writes it.
  static String literal(Object value) {
    return switch (value) {
      case String text -> "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
      case List<?> list ->
          list.stream().map(Call::literal).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(e -> e.getKey() + ": " + literal(e.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      default -> String.valueOf(value);
    };
  }
}
