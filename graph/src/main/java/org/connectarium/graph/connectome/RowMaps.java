package org.connectarium.graph.connectome;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rows as parameters of the statements of [ConnectomeSink].
final class RowMaps {
  private static final String SOURCE = "source_";

  private RowMaps() {}

  static Map<String, Object> of(ConnectomeRow row, ConnectomeRows rows) {
    return Map.of(
        "title", row.title(),
        "species", row.species(),
        "source", row.source(),
        "citation", row.citation(),
        "licence", row.licence(),
        "neurons", (long) rows.neurons().size(),
        "synapses", (long) rows.synapses().size(),
        "connections", (long) rows.connections().size(),
        "gapJunctions", (long) rows.gapJunctions().size());
  }

  static Map<String, Object> of(NeuronRow row) {
    Map<String, Object> properties = new HashMap<>();
    put(properties, "name", row.name());
    put(properties, "class", row.neuronClass());
    put(properties, "type", row.type());
    put(properties, "side", row.side());
    place(properties, row.place());
    row.extra().forEach((name, value) -> properties.put(SOURCE + name, value));
    return Map.of("id", row.id().stored(), "properties", properties, "place", place(row.place()));
  }

  static Map<String, Object> of(SynapseRow row) {
    Map<String, Object> properties = new HashMap<>();
    put(properties, "kind", row.kind());
    row.p().ifPresent(p -> properties.put("p", p));
    place(properties, row.place());
    row.sizes().forEach((measure, size) -> properties.put(measure.property(), size));
    row.extra().forEach((name, value) -> properties.put(SOURCE + name, value));
    return Map.of(
        "id", row.id().stored(),
        "properties", properties,
        "place", place(row.place()),
        "pre", row.pre().map(id -> List.of(id.stored())).orElse(List.of()),
        "post", row.post().stream().map(SourceId::stored).toList());
  }

  static Map<String, Object> of(ConnectionRow row) {
    Map<String, Object> properties = new HashMap<>();
    row.count().ifPresent(count -> properties.put("count", count));
    row.sizes().forEach((measure, size) -> properties.put(measure.property(), size));
    return Map.of("pre", row.pre().stored(), "post", row.post().stored(), "properties", properties);
  }

  static Map<String, Object> of(TracedRow row) {
    List<Integer> parent = new ArrayList<>();
    for (int p : row.parent()) {
      parent.add(p);
    }
    return Map.of(
        "id", row.neuron().stored(),
        "pathUm", row.pathUm(),
        "x", doubles(row.xNm()),
        "y", doubles(row.yNm()),
        "z", doubles(row.zNm()),
        "parent", parent);
  }

  static Map<String, Object> of(Finding finding) {
    return Map.of(
        "table", finding.table(),
        "kind", finding.kind(),
        "policy", finding.policy(),
        "count", finding.count(),
        "lines", finding.lines(),
        "example", finding.example());
  }

  private static void put(Map<String, Object> properties, String key, Optional<String> value) {
    value.ifPresent(text -> properties.put(key, text));
  }

  private static void place(Map<String, Object> properties, Optional<Place> place) {
    place.ifPresent(
        at -> {
          properties.put("x", at.xNm());
          properties.put("y", at.yNm());
          properties.put("z", at.zNm());
        });
  }

  private static List<Map<String, Object>> place(Optional<Place> place) {
    return place
        .map(at -> List.of(Map.<String, Object>of("x", at.xNm(), "y", at.yNm(), "z", at.zNm())))
        .orElse(List.of());
  }

  private static List<Double> doubles(float[] values) {
    List<Double> list = new ArrayList<>();
    for (float value : values) {
      list.add((double) value);
    }
    return list;
  }
}
