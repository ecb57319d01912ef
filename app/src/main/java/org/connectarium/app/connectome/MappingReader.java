package org.connectarium.app.connectome;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.connectarium.app.dataset.Section;
import org.connectarium.graph.connectome.ConnectomeRow;
import org.connectarium.graph.connectome.SizeMeasure;
import org.connectarium.ingest.table.TableLayout;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Spelling;

/// Reads a mapping file. Each key and its default: `docs/connectomes.md`.
final class MappingReader {
  /// Keys of tables of neurons: some sources keep axons and dendrites apart.
  private static final List<String> NEURONS = List.of("neurons", "axons", "dendrites");

  private static final Pattern HDF5 = Pattern.compile("(.+\\.(?:h5|hdf5|hdf))(?::/?(.*))?");
  private static final double LARGEST = 1e12;
  private static final int MOST_LINES = 1_000_000;

  private final Path data;

  /// @param data folder that paths of tables are relative to
  MappingReader(Path data) {
    this.data = data;
  }

  /// @throws BadInputException if a key is unknown, missing or wrong; with file and line
  Mapping read(Path file) throws IOException {
    Section top = Section.read(file);
    ConnectomeRow about =
        new ConnectomeRow(
            top.requiredText("name", "celegans-hermaphrodite"),
            top.text("title").orElse(""),
            top.text("species").orElse(""),
            top.text("source").orElse(""),
            top.text("citation").orElse(""),
            top.text("licence").orElse(""));
    Mapping mapping =
        new Mapping(
            about,
            ids(top, IdKind.INTEGER),
            policies(top.section("policy")),
            NEURONS.stream().flatMap(k -> part(top, k).stream()).map(this::neurons).toList(),
            part(top, "synapses").map(this::synapses),
            part(top, "connections").map(this::connections),
            part(top, "gapJunctions").map(this::connections),
            part(top, "skeletons").map(this::skeletons));
    top.finish();
    if (mapping.synapses().isPresent() && mapping.connections().isPresent()) {
      throw top.bad("connections", "follow from synapses; give one of both tables");
    }
    if (mapping.synapses().isEmpty()
        && mapping.connections().isEmpty()
        && mapping.neurons().isEmpty()) {
      throw top.missing("synapses", "{file: synapses.csv, pre: pre, post: post}");
    }
    return mapping;
  }

  private static Optional<Section> part(Section top, String key) {
    return top.has(key) ? Optional.of(top.section(key)) : Optional.empty();
  }

  private static Map<Problem, Policy> policies(Section section) {
    Map<Problem, Policy> policies = new EnumMap<>(Problem.class);
    for (Problem problem : Problem.values()) {
      List<String> words = problem.policies().stream().map(Policy::word).toList();
      section
          .text(problem.key())
          .ifPresent(
              word -> {
                if (!words.contains(word)) {
                  throw section.bad(
                      problem.key(), "cannot be \"" + word + "\"" + Spelling.hint(word, words));
                }
                policies.put(problem, Policy.valueOf(word.toUpperCase(Locale.ROOT)));
              });
    }
    section.finish();
    return policies;
  }

  private static IdKind ids(Section section, IdKind otherwise) {
    return section
        .text("ids")
        .map(
            word ->
                switch (word) {
                  case "integer" -> IdKind.INTEGER;
                  case "text" -> IdKind.TEXT;
                  default -> throw section.bad("ids", "must be integer or text but is " + word);
                })
        .orElse(otherwise);
  }

  private Mapping.Neurons neurons(Section section) {
    Columns columns = new Columns(section);
    Mapping.Neurons neurons =
        new Mapping.Neurons(
            table(section),
            columns.required("id"),
            columns.find("name"),
            columns.find("class"),
            columns.find("type"),
            columns.find("side"),
            position(section),
            columns.extra());
    section.finish();
    return neurons;
  }

  private Mapping.Synapses synapses(Section section) {
    Columns columns = new Columns(section);
    Mapping.Synapses synapses =
        new Mapping.Synapses(
            table(section),
            columns.find("id"),
            ids(section, IdKind.INTEGER),
            columns.required("pre"),
            columns.several("post"),
            columns.find("preClass"),
            columns.find("postClass"),
            columns.find("kind"),
            columns.find("p"),
            position(section),
            columns.sizes(List.of(SizeMeasure.values())),
            columns.extra());
    section.finish();
    return synapses;
  }

  private Mapping.Connections connections(Section section) {
    Columns columns = new Columns(section);
    List<SizeMeasure> sums =
        List.of(SizeMeasure.values()).stream().filter(SizeMeasure::isAdditive).toList();
    Mapping.Connections connections =
        new Mapping.Connections(
            table(section),
            columns.required("pre"),
            columns.required("post"),
            columns.find("count"),
            columns.sizes(sums));
    section.finish();
    return connections;
  }

  private Mapping.Skeletons skeletons(Section section) {
    Mapping.Skeletons skeletons =
        new Mapping.Skeletons(
            data.resolve(section.requiredText("folder", "skeletons")),
            section.number("unitNm", 1000, Double.MIN_NORMAL, LARGEST));
    section.finish();
    return skeletons;
  }

  private TableFile table(Section section) {
    String name = section.requiredText("file", "table.csv");
    char separator =
        switch (section
            .text("separator")
            .orElse(name.matches(".*\\.(tsv|tab|txt)") ? "tab" : "comma")) {
          case "comma" -> ',';
          case "tab" -> '\t';
          case "semicolon" -> ';';
          case String other ->
              throw section.bad("separator", "must be comma, tab or semicolon but is " + other);
        };
    Section where = section.section("where");
    Map<String, Set<String>> rows = new LinkedHashMap<>();
    for (String column : where.keys()) {
      rows.put(column, new LinkedHashSet<>(where.valueOrTexts(column)));
    }
    Matcher hdf5 = HDF5.matcher(name);
    boolean isHdf5 = hdf5.matches();
    return new TableFile(
        data.resolve(isHdf5 ? hdf5.group(1) : name),
        isHdf5 ? TableFile.Format.HDF5 : format(name),
        isHdf5 && hdf5.group(2) != null ? hdf5.group(2) : "",
        new TableLayout(
            separator, section.whole("skipLines", 0, 0, MOST_LINES), section.texts("columns")),
        rows);
  }

  private static TableFile.Format format(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "parquet", "pq" -> TableFile.Format.PARQUET;
      case "arrow", "feather", "ipc" -> TableFile.Format.ARROW;
      default -> TableFile.Format.TEXT;
    };
  }

  private static Optional<Mapping.Position> position(Section section) {
    if (!section.has("position")) {
      return Optional.empty();
    }
    Section of = section.section("position");
    Columns columns = new Columns(of);
    Mapping.Position position =
        new Mapping.Position(columns.required("x"), columns.required("y"), columns.required("z"));
    of.finish();
    return Optional.of(position);
  }

  /* The columns that the keys of a section name: by name, or with more about them. */
  private static final class Columns {
    private final Section section;
    private final Set<String> missing;

    Columns(Section section) {
      this.section = section;
      this.missing = new LinkedHashSet<>(section.valueOrTexts("missing"));
    }

    Column required(String key) {
      return find(key).orElseThrow(() -> section.missing(key, "column"));
    }

    Optional<Column> find(String key) {
      if (!section.has(key)) {
        return Optional.empty();
      }
      if (!section.isSection(key)) {
        return section
            .text(key)
            .map(name -> new Column(key, name, missing, Map.of(), Column.Change.NONE));
      }
      Section about = section.section(key);
      Section words = about.section("values");
      Map<String, String> values = new LinkedHashMap<>();
      for (String code : words.keys()) {
        values.put(code, words.requiredText(code, "word"));
      }
      Column column =
          new Column(
              key,
              about.requiredText("column", "name"),
              about.has("missing") ? new LinkedHashSet<>(about.valueOrTexts("missing")) : missing,
              values,
              new Column.Change(
                  about.number("scale", 1, -LARGEST, LARGEST),
                  about.number("offset", 0, -LARGEST, LARGEST),
                  about.text("prefix").orElse("")));
      about.finish();
      return Optional.of(column);
    }

    List<Column> several(String key) {
      if (!section.isList(key)) {
        return List.of(required(key));
      }
      return section.texts(key).stream()
          .map(name -> new Column(key, name, missing, Map.of(), Column.Change.NONE))
          .toList();
    }

    Map<SizeMeasure, Column> sizes(List<SizeMeasure> measures) {
      Map<SizeMeasure, Column> sizes = new EnumMap<>(SizeMeasure.class);
      for (SizeMeasure measure : measures) {
        find(measure.property()).ifPresent(column -> sizes.put(measure, column));
      }
      return sizes;
    }

    List<Column> extra() {
      List<Column> extra = new ArrayList<>();
      if (section.has("extra")) {
        for (String name : section.texts("extra")) {
          extra.add(new Column("extra", name, missing, Map.of(), Column.Change.NONE));
        }
      }
      return extra;
    }
  }
}
