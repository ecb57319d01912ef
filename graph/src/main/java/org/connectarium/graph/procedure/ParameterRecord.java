package org.connectarium.graph.procedure;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Parameter records whose components are numbers, as maps of a procedure call and as JSON.
public final class ParameterRecord {
  private ParameterRecord() {}

  /// The record with the values of a map in place of its own.
  ///
  /// @throws IllegalArgumentException if a key is unknown, a value of the wrong kind, or the record
  ///     refuses it
  public static <R extends Record> R with(R defaults, Map<String, Object> given) {
    RecordComponent[] components = defaults.getClass().getRecordComponents();
    List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
    ProcedureOptions options = new ProcedureOptions(given, names);
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : components) {
      String name = component.getName();
      Number value = value(defaults, component);
      values.add(
          switch (value) {
            case Double number -> options.number(name, number);
            case Integer number -> Math.toIntExact(options.count(name, number));
            default -> options.count(name, value.longValue());
          });
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      @SuppressWarnings("unchecked") // the class of a record of type R
      Class<R> type = (Class<R>) defaults.getClass();
      return type.getDeclaredConstructor(types).newInstance(values.toArray());
    } catch (ReflectiveOperationException failure) {
      if (failure.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException(failure);
    }
  }

  /// The components as a JSON object.
  public static String json(Record parameters) {
    return Arrays.stream(parameters.getClass().getRecordComponents())
        .map(c -> "\"" + c.getName() + "\":" + value(parameters, c))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static Number value(Record parameters, RecordComponent component) {
    try {
      return (Number) component.getAccessor().invoke(parameters);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
