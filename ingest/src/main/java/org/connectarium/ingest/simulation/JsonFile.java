package org.connectarium.ingest.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.connectarium.ingest.file.WholeFile;

/// Maps as JSON.
final class JsonFile {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonFile() {}

  /// Writes a map in one step.
  static void write(Path file, Map<String, Object> values) {
    WholeFile.write(file, ByteBuffer.wrap((text(values) + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  static String text(Map<String, Object> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("No JSON: " + values, e);
    }
  }
}
