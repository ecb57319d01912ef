package org.connectarium.analysis.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.connectarium.graph.GraphException;
import org.jspecify.annotations.Nullable;

/// What a data set is and what it holds: decides which statistics can be asked for.
///
/// @param about properties of its (:Connectome)
/// @param run the run that made it: stage, version, started, inputHash, id
/// @param findings what its import found amiss
/// @param classes neurons of each class; the empty text: without
/// @param connections how many have a measure, by its name; `all`: how many there are
/// @param synapses how many have a property, by its name; `all`: how many there are
/// @param kinds synapses of each kind
public record Facts(
    Answer about,
    Answer run,
    List<Answer> findings,
    Map<String, Long> classes,
    Map<String, Long> connections,
    Map<String, Long> synapses,
    Map<String, Long> kinds) {

  private static final List<String> CONNECTION_MEASURES =
      List.of("count", "sections", "asiUm2", "psdUm2", "psdPixels");
  private static final List<String> SYNAPSE_MEASURES =
      List.of("asiUm2", "psdUm2", "psdPixels", "spineVolumeUm3", "spineVolumeVoxels", "sections");

  public Facts {
    findings = List.copyOf(findings);
  }

  /// Names of all data sets, in order.
  static List<String> names(Ask ask) {
    return ask.rows("MATCH (c:Connectome) RETURN c.name AS name ORDER BY name").stream()
        .map(row -> row.text("name"))
        .toList();
  }

  /// @throws GraphException if there is no such data set, or it was not written to its end
  static Facts read(Ask ask, String name) {
    String dataset = Call.literal(name);
    List<Answer> found =
        ask.rows("MATCH (c:Connectome {name: " + dataset + "}) RETURN c{.*} AS about");
    if (found.isEmpty()) {
      throw new GraphException(
          "No data set \"%s\"; there is %s".formatted(name, String.join(", ", names(ask))));
    }
    Answer about = map(found.getFirst(), "about");
    if (!about.text("state").equals("complete")) {
      throw new GraphException(
          "Data set \"%s\" was not written to its end; import or make it again".formatted(name));
    }
    String neuron = "(n:Neuron {dataset: " + dataset + "})";
    return new Facts(
        about,
        run(ask, about),
        ask.rows(
            "MATCH (:Connectome {name: %s})-[:FOUND]->(f:Finding) RETURN f.table AS table, f.kind AS kind, f.policy AS policy, f.count AS count, f.example AS example ORDER BY table, kind"
                .formatted(dataset)),
        counts(
            ask.rows(
                "MATCH "
                    + neuron
                    + " RETURN coalesce(n.class, '') AS key, count(n) AS count ORDER BY key")),
        having(ask, "MATCH " + neuron + "-[x:SYNAPSES_ONTO]->()", CONNECTION_MEASURES),
        having(ask, "MATCH (x:Synapse {dataset: " + dataset + "})", withPosition()),
        counts(
            ask.rows(
                "MATCH (s:Synapse {dataset: %s}) RETURN coalesce(s.kind, '') AS key, count(s) AS count ORDER BY key"
                    .formatted(dataset))));
  }

  private static List<String> withPosition() {
    List<String> all = new ArrayList<>(SYNAPSE_MEASURES);
    all.add("position");
    return all;
  }

  private static Answer run(Ask ask, Answer about) {
    List<Answer> runs =
        ask.rows("MATCH (r:Run {key: " + about.values().get("run") + "}) RETURN r{.*} AS run");
    return runs.isEmpty() ? new Answer(Map.of()) : map(runs.getFirst(), "run");
  }

  private static Answer map(Answer row, String column) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (row.values().get(column) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> values.put(String.valueOf(key), value));
    }
    return new Answer(values);
  }

  private static Map<String, Long> counts(List<Answer> rows) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> row.text("key"), row -> row.count("count"), Long::sum, LinkedHashMap::new));
  }

  private static Map<String, Long> having(Ask ask, String match, List<String> properties) {
    Answer row =
        ask.row(
            match
                + " RETURN count(x) AS all, "
                + properties.stream()
                    .map(p -> "count(x." + p + ") AS " + p)
                    .collect(Collectors.joining(", ")));
    Map<String, Long> counts = new LinkedHashMap<>();
    row.values().keySet().forEach(key -> counts.put(key, row.count(key)));
    return counts;
  }

  String name() {
    return about.text("name");
  }

  /// Its name as part of names of files.
  String fileName() {
    return name().replaceAll("[^A-Za-z0-9._-]", "-");
  }

  /// The property of connections that counts: that of synapses, else another that all have, else
  /// `none`.
  String weight() {
    long all = of(connections, "all");
    return CONNECTION_MEASURES.stream()
        .filter(measure -> all > 0 && of(connections, measure) == all)
        .findFirst()
        .orElse("none");
  }

  /// Measures of the size of synapses that at least this many have, the most common first named.
  List<String> sizes(long least) {
    return SYNAPSE_MEASURES.stream().filter(m -> of(synapses, m) >= least).toList();
  }

  /// Classes that have a name.
  List<String> namedClasses() {
    return classes.keySet().stream().filter(c -> !c.isEmpty()).toList();
  }

  boolean hasSynapses() {
    return of(synapses, "all") > 0;
  }

  boolean hasPositions() {
    return of(synapses, "position") > 0;
  }

  private static long of(Map<String, Long> counts, String key) {
    return counts.getOrDefault(key, 0L);
  }
}
