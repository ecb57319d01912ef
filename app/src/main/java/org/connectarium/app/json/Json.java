package org.connectarium.app.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Writes and reads the JSON of this program: records and maps, names in snake_case
/// (`peakMemoryBytes` becomes `peak_memory_bytes`), keys of maps in their own order.
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private Json() {}

  /// The value as one indented JSON text, without a line break at its end.
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("No JSON for a " + value.getClass().getName(), e);
    }
  }

  /// The value as one line of JSON: equal values of the same type give equal text.
  public static String line(Object value) {
    return MAPPER.valueToTree(value).toString();
  }

  /// Reads one record.
  ///
  /// @throws JsonProcessingException if the text is not JSON or does not fit the record
  public static <T> T read(String json, Class<T> type) throws JsonProcessingException {
    return MAPPER.readValue(json, type);
  }

  /// Reads any JSON.
  ///
  /// @throws JsonProcessingException if the text is not JSON
  public static JsonNode tree(String json) throws JsonProcessingException {
    return MAPPER.readTree(json);
  }

  /// An empty object to put keys into.
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }
}
