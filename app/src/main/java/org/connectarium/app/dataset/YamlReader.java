package org.connectarium.app.dataset;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.connectarium.ingest.volume.BadInputException;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// Reads a YAML file into values that know their lines. Refuses what a description does not need:
/// repeated keys, several documents, depth, files of more than a megabyte.
final class YamlReader {
  private static final long LARGEST_BYTES = 1 << 20;
  private static final int DEEPEST = 20;

  private final Path file;

  private YamlReader(Path file) {
    this.file = file;
  }

  /// @throws BadInputException if the file is missing or is not a YAML mapping; with file and line
  static Yaml.Mapping read(Path file) throws IOException {
    return new YamlReader(file).mapping(text(file));
  }

  private static String text(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new BadInputException(file + " is a folder; name the DATASET.yaml in it");
    }
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw new BadInputException(file + " has more than 1 MiB; this is not a DATASET.yaml");
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new BadInputException("No file " + file + "; name the DATASET.yaml to use", e);
    } catch (CharacterCodingException e) {
      throw new BadInputException(
          file + " is not a text file in " + StandardCharsets.UTF_8 + "; save it as such", e);
    }
  }

  private Yaml.Mapping mapping(String text) throws IOException {
    try (JsonParser parser = new YAMLFactory().createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        throw bad(1, "keys with values are needed here, such as \"image: folder\"");
      }
      Yaml.Mapping mapping = readMapping(parser, 0);
      if (parser.nextToken() != null) {
        throw bad(line(parser), "one document only; remove what follows");
      }
      return mapping;
    } catch (JsonProcessingException e) {
      throw bad(e.getLocation() == null ? 1 : e.getLocation().getLineNr(), problem(e));
    }
  }

  private static String problem(JsonProcessingException e) {
    String problem =
        e.getCause() instanceof MarkedYAMLException marked
            ? marked.getProblem()
            : e.getOriginalMessage();
    return "not YAML: " + String.valueOf(problem).lines().findFirst().orElse("unreadable");
  }

  private Yaml readValue(JsonParser parser, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw bad(line(parser), "nested too deeply");
    }
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return readMapping(parser, depth);
    }
    if (token == JsonToken.START_ARRAY) {
      return readSequence(parser, depth);
    }
    int line = line(parser);
    return new Yaml.Scalar(token == JsonToken.VALUE_NULL ? "" : parser.getText().strip(), line);
  }

  private Yaml.Mapping readMapping(JsonParser parser, int depth) throws IOException {
    int begin = line(parser);
    Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int line = line(parser);
      parser.nextToken();
      if (entries.put(key, new Yaml.Entry(readValue(parser, depth + 1), line)) != null) {
        throw bad(line, "key \"" + key + "\" is given twice; remove one");
      }
    }
    return new Yaml.Mapping(entries, begin);
  }

  private Yaml.Sequence readSequence(JsonParser parser, int depth) throws IOException {
    int begin = line(parser);
    List<Yaml> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(readValue(parser, depth + 1));
    }
    return new Yaml.Sequence(items, begin);
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  private BadInputException bad(int line, String what) {
    return new BadInputException(file + ":" + line + ": " + what);
  }
}
