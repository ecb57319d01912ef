package org.connectarium.ingest.n5;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.volume.BadInputException;

/// The `attributes.json` of one group or dataset folder.
final class Attributes {
  static final String FILE = "attributes.json";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(SerializationFeature.CLOSE_CLOSEABLE)
          .build();
  private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

  private Attributes() {}

  /// The attributes of a folder; empty if it has none.
  ///
  /// @throws BadInputException if the file is there but is no JSON object
  static Map<String, Object> read(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      byte[] bytes = Files.readAllBytes(file);
      Map<String, Object> values = JSON.readValue(bytes, MAP);
      return values == null ? new LinkedHashMap<>() : values;
    } catch (NoSuchFileException | NotDirectoryException e) {
      return new LinkedHashMap<>();
    } catch (JacksonException e) {
      throw new BadInputException(
          file + " is no JSON object: " + e.getOriginalMessage().lines().findFirst().orElse(""), e);
    } catch (IOException e) {
      throw new BadInputException("Cannot read " + file + ": " + WholeFile.reason(e), e);
    }
  }

  /// Writes the attributes in one step; the file is UTF-8.
  static void write(Path folder, Map<String, Object> values) {
    try {
      WholeFile.write(folder.resolve(FILE), ByteBuffer.wrap(JSON.writeValueAsBytes(values)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Attributes cannot be written as JSON: " + values, e);
    }
  }
}
