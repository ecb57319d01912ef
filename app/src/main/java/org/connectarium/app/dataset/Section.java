package org.connectarium.app.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.Spelling;

/// The keys of one mapping in the file, taken one by one with type and range checked. What has been
/// asked for is known; [#finish] refuses the rest. Every message names file, line and key.
public final class Section {
  private final Path file;
  private final String prefix;
  private final int line;
  private final Map<String, Yaml.Entry> entries;
  private final List<String> known = new ArrayList<>();

  private Section(Path file, String prefix, int line, Map<String, Yaml.Entry> entries) {
    this.file = file;
    this.prefix = prefix;
    this.line = line;
    this.entries = entries;
  }

  /// The keys at the top of a YAML file.
  ///
  /// @throws BadInputException if the file is missing or is not a YAML mapping; with file and line
  public static Section read(Path file) throws IOException {
    return of(file, YamlReader.read(file));
  }

  static Section of(Path file, Yaml.Mapping mapping) {
    return new Section(file, "", mapping.line(), mapping.entries());
  }

  /// Whether the file has the key.
  public boolean has(String key) {
    return entry(key).isPresent();
  }

  /// The keys below a key; none of them if the file does not have it.
  public Section section(String key) {
    Optional<Yaml.Entry> entry = entry(key);
    if (entry.isEmpty()) {
      return new Section(file, prefix + key + ".", line, new LinkedHashMap<>());
    }
    if (entry.get().value() instanceof Yaml.Mapping mapping) {
      return new Section(file, prefix + key + ".", entry.get().line(), mapping.entries());
    }
    throw bad(key, "must have keys below it, such as \"" + key + ": {box: [0, 0, 0, 9, 9, 9]}\"");
  }

  public Optional<String> text(String key) {
    return entry(key).map(entry -> scalar(key, entry.value()));
  }

  public String requiredText(String key, String example) {
    return text(key).orElseThrow(() -> missing(key, example));
  }

  /// A number between two limits (both included).
  public double number(String key, double defaultValue, double least, double most) {
    return text(key).map(text -> number(key, text, least, most)).orElse(defaultValue);
  }

  double number(String key, String text, double least, double most) {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException _) {
      throw bad(key, "must be a number but is \"" + text + "\"");
    }
    if (!(value >= least && value <= most)) {
      throw bad(key, "must be between " + plain(least) + " and " + plain(most) + " but is " + text);
    }
    return value;
  }

  /// A whole number between two limits (both included).
  public long whole(String key, long defaultValue, long least, long most) {
    return text(key).map(text -> whole(key, text, least, most)).orElse(defaultValue);
  }

  private long whole(String key, String text, long least, long most) {
    long value;
    try {
      value = Long.parseLong(text.replace("_", ""));
    } catch (NumberFormatException _) {
      throw bad(key, "must be a whole number but is \"" + text + "\"");
    }
    if (value < least || value > most) {
      throw bad(key, "must be between " + least + " and " + most + " but is " + value);
    }
    return value;
  }

  /// One of the constants of an enum, written as in the command line (`sstem-unet`).
  <E extends Enum<E>> E choice(String key, Class<E> type, E defaultValue) {
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Section::written).toList();
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return defaultValue;
    }
    int index = names.indexOf(text.get());
    if (index < 0) {
      throw bad(key, "has no choice \"" + text.get() + "\"" + Spelling.hint(text.get(), names));
    }
    return type.getEnumConstants()[index];
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Three numbers in x, y, z order.
  Optional<double[]> threeNumbers(String key, double least, double most) {
    return list(key, 3, "x, y, z")
        .map(items -> items.stream().mapToDouble(t -> number(key, t, least, most)).toArray());
  }

  /// Three sizes in voxels, x, y, z order.
  VoxelCounts voxels(String key, VoxelCounts defaultValue, long least, long most) {
    return list(key, 3, "x, y, z")
        .map(items -> items.stream().mapToInt(t -> (int) whole(key, t, least, most)).toArray())
        .map(xyz -> new VoxelCounts(xyz[0], xyz[1], xyz[2]))
        .orElse(defaultValue);
  }

  /// Whole numbers between two limits (both included); none if the file does not have the key.
  List<Long> wholeNumbers(String key, long least, long most) {
    return items(key, "[1, 2]").stream().map(text -> whole(key, text, least, most)).toList();
  }

  /// Texts; none if the file does not have the key.
  public List<String> texts(String key) {
    return items(key, "[one.yaml, two.yaml]");
  }

  private List<String> items(String key, String example) {
    Optional<Yaml.Entry> entry = entry(key);
    if (entry.isEmpty()) {
      return List.of();
    }
    if (!(entry.get().value() instanceof Yaml.Sequence sequence) || sequence.items().isEmpty()) {
      throw bad(key, "must be a list such as " + example);
    }
    return sequence.items().stream().map(item -> scalar(key, item)).toList();
  }

  /// The keys that the file has here, in its order; all of them count as known.
  public List<String> keys() {
    known.addAll(entries.keySet());
    return List.copyOf(entries.keySet());
  }

  /// Whether a key has keys below it, and no single value or list.
  public boolean isSection(String key) {
    return entry(key).filter(entry -> entry.value() instanceof Yaml.Mapping).isPresent();
  }

  /// Whether a key has a list.
  public boolean isList(String key) {
    return entry(key).filter(entry -> entry.value() instanceof Yaml.Sequence).isPresent();
  }

  /// The single value of a key, which may be empty text in quotes; or the texts of its list.
  public List<String> valueOrTexts(String key) {
    Optional<Yaml.Entry> entry = entry(key);
    return switch (entry.map(Yaml.Entry::value).orElse(new Yaml.Sequence(List.of(), line))) {
      case Yaml.Scalar scalar -> List.of(scalar.text());
      case Yaml.Sequence list -> list.items().stream().map(item -> plainText(key, item)).toList();
      case Yaml.Mapping _ -> throw bad(key, "must be a value or a list of values");
    };
  }

  private String plainText(String key, Yaml value) {
    if (value instanceof Yaml.Scalar scalar) {
      return scalar.text();
    }
    throw bad(key, "must be a list of single values");
  }

  /// A box with at least one voxel.
  Optional<Box> box(String key) {
    Optional<List<String>> items = list(key, 6, "x0, y0, z0, x1, y1, z1");
    if (items.isEmpty()) {
      return Optional.empty();
    }
    long[] b = items.get().stream().mapToLong(t -> whole(key, t, 0, Integer.MAX_VALUE)).toArray();
    if (b[3] <= b[0] || b[4] <= b[1] || b[5] <= b[2]) {
      throw bad(
          key,
          "is empty: "
              + Arrays.toString(b)
              + "; give x0, y0, z0, x1, y1, z1 in voxels, ends exclusive");
    }
    return Optional.of(new Box(b[0], b[1], b[2], b[3], b[4], b[5]));
  }

  Box requiredBox(String key) {
    return box(key).orElseThrow(() -> missing(key, "[0, 0, 0, 250, 250, 100]"));
  }

  /// Says that every key was asked for.
  ///
  /// @throws BadInputException if the file has a key here that nothing asked for
  public void finish() {
    for (Map.Entry<String, Yaml.Entry> e : entries.entrySet()) {
      if (!known.contains(e.getKey())) {
        throw new BadInputException(
            file
                + ":"
                + e.getValue().line()
                + ": unknown key \""
                + prefix
                + e.getKey()
                + "\""
                + Spelling.hint(e.getKey(), known));
      }
    }
  }

  /// A message about a key's value.
  public BadInputException bad(String key, String what) {
    int at = entries.containsKey(key) ? entries.get(key).line() : line;
    return new BadInputException(file + ":" + at + ": " + prefix + key + " " + what);
  }

  public BadInputException missing(String key, String example) {
    return bad(key, "is missing; add a line such as \"" + key + ": " + example + "\"");
  }

  private Optional<Yaml.Entry> entry(String key) {
    if (!known.contains(key)) {
      known.add(key);
    }
    return Optional.ofNullable(entries.get(key));
  }

  private Optional<List<String>> list(String key, int length, String order) {
    Optional<Yaml.Entry> entry = entry(key);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    if (!(entry.get().value() instanceof Yaml.Sequence sequence)
        || sequence.items().size() != length) {
      throw bad(key, "must be a list of " + length + " numbers: [" + order + "]");
    }
    return Optional.of(sequence.items().stream().map(item -> scalar(key, item)).toList());
  }

  private String scalar(String key, Yaml value) {
    if (value instanceof Yaml.Scalar scalar && !scalar.text().isEmpty()) {
      return scalar.text();
    }
    throw bad(key, value instanceof Yaml.Scalar ? "has no value" : "must be a single value");
  }

  private static String plain(double limit) {
    return limit == Math.rint(limit) ? String.valueOf((long) limit) : String.valueOf(limit);
  }
}
