package org.connectarium.app.dataset;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.connectarium.ingest.microscope.ImagingParameters;
import org.connectarium.ingest.microscope.TileParameters;
import org.connectarium.ingest.tissue.TissueParameters;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Spelling;

/// Reads the parameters of a simulation: a YAML file with the keys `tissue`, `imaging` and `tiles`,
/// each of which changes some of the defaults.
public final class SimulationReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> TOP = List.of("tissue", "imaging", "tiles");

  private final Path file;

  private SimulationReader(Path file) {
    this.file = file;
  }

  /// What a simulation is made with.
  public record Parameters(
      TissueParameters tissue, ImagingParameters imaging, TileParameters tiles) {

    /// The parameters of the tissue under their names.
    public Map<String, Object> tissueJson() {
      ObjectNode tree = JSON.valueToTree(tissue);
      return JSON.convertValue(
          tree, JSON.getTypeFactory().constructMapType(Map.class, String.class, Object.class));
    }
  }

  /// Reads a file over defaults.
  ///
  /// @throws BadInputException if a key is unknown or a value is outside its range: with file and
  /// line
  public static Parameters read(Path file, Parameters defaults) throws IOException {
    return new SimulationReader(file).over(defaults);
  }

  private Parameters over(Parameters defaults) throws IOException {
    TissueParameters tissue = defaults.tissue();
    ImagingParameters imaging = defaults.imaging();
    TileParameters tiles = defaults.tiles();
    for (Map.Entry<String, Yaml.Entry> e : YamlReader.read(file).entries().entrySet()) {
      Yaml.Entry entry = e.getValue();
      if (!TOP.contains(e.getKey())) {
        throw bad(
            entry.line(), "unknown key \"" + e.getKey() + "\"" + Spelling.hint(e.getKey(), TOP));
      }
      Yaml.Mapping keys = mapping(e.getKey(), entry);
      switch (e.getKey()) {
        case "tissue" -> tissue = changed(tissue, TissueParameters.class, "tissue", keys, entry);
        case "tiles" -> tiles = changed(tiles, TileParameters.class, "tiles", keys, entry);
        default -> imaging = changed(imaging, keys);
      }
    }
    return new Parameters(tissue, imaging, tiles);
  }

  private Yaml.Mapping mapping(String key, Yaml.Entry entry) {
    if (entry.value() instanceof Yaml.Mapping mapping) {
      return mapping;
    }
    throw bad(entry.line(), key + " must have keys below it");
  }

  private ImagingParameters changed(ImagingParameters defaults, Yaml.Mapping keys) {
    ImagingParameters imaging = defaults;
    for (Map.Entry<String, Yaml.Entry> e : keys.entries().entrySet()) {
      try {
        imaging = imaging.with(e.getKey(), texts(e.getValue()));
      } catch (BadInputException bad) {
        throw new BadInputException(
            file + ":" + e.getValue().line() + ": imaging: " + bad.getMessage(), bad);
      }
    }
    return imaging;
  }

  private List<String> texts(Yaml.Entry entry) {
    List<Yaml> items =
        entry.value() instanceof Yaml.Sequence sequence ? sequence.items() : List.of(entry.value());
    List<String> texts = new ArrayList<>();
    for (Yaml item : items) {
      if (!(item instanceof Yaml.Scalar scalar)) {
        throw new BadInputException("numbers are needed here");
      }
      texts.add(scalar.text());
    }
    return texts;
  }

  /* A record becomes a tree, the file changes the tree, the record's own checks look at the rest. */
  private <T> T changed(
      T defaults, Class<T> type, String path, Yaml.Mapping keys, Yaml.Entry entry) {
    ObjectNode tree = JSON.valueToTree(defaults);
    change(tree, path, keys);
    try {
      return JSON.treeToValue(tree, type);
    } catch (JsonMappingException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
      throw bad(entry.line(), path + ": " + message);
    } catch (IOException e) {
      throw bad(entry.line(), path + ": " + e.getMessage());
    }
  }

  private void change(ObjectNode tree, String path, Yaml.Mapping keys) {
    for (Map.Entry<String, Yaml.Entry> e : keys.entries().entrySet()) {
      String key = e.getKey();
      JsonNode there = tree.get(key);
      if (there == null) {
        List<String> known = new ArrayList<>();
        tree.fieldNames().forEachRemaining(known::add);
        throw bad(
            e.getValue().line(),
            "unknown key \"" + path + "." + key + "\"" + Spelling.hint(key, known));
      }
      if (there instanceof ObjectNode below) {
        change(below, path + "." + key, mapping(path + "." + key, e.getValue()));
      } else {
        JsonNode value = value(e.getValue().value());
        if (there.isNumber() && !value.isNumber()) {
          throw bad(e.getValue().line(), path + "." + key + " must be a number");
        }
        if (there.isInt() && !value.isIntegralNumber()) {
          throw bad(e.getValue().line(), path + "." + key + " must be a whole number");
        }
        tree.set(key, value);
      }
    }
  }

  private static JsonNode value(Yaml yaml) {
    return switch (yaml) {
      case Yaml.Scalar scalar -> scalar(scalar.text());
      case Yaml.Sequence sequence -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        sequence.items().forEach(item -> array.add(value(item)));
        yield array;
      }
      case Yaml.Mapping mapping -> {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        mapping.entries().forEach((key, entry) -> object.set(key, value(entry.value())));
        yield object;
      }
    };
  }

  private static JsonNode scalar(String text) {
    if (text.matches("[+-]?\\d{1,9}")) {
      return JsonNodeFactory.instance.numberNode(Integer.parseInt(text));
    }
    try {
      return JsonNodeFactory.instance.numberNode(Double.parseDouble(text));
    } catch (NumberFormatException _) {
      return JsonNodeFactory.instance.textNode(text);
    }
  }

  private BadInputException bad(int line, String what) {
    return new BadInputException(file + ":" + line + ": " + what);
  }
}
