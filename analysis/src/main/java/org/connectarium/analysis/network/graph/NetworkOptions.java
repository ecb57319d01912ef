package org.connectarium.analysis.network.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.connectarium.graph.procedure.ProcedureOptions;

/// The options that the procedures `connectome.network.*` share, and choices among words.
final class NetworkOptions {
  static final String RELATIONSHIP = "relationship";
  static final String WEIGHT = "weight";
  static final String SHARED =
      "relationship (SYNAPSES_ONTO; GAP_JUNCTION), weight (count; another property of these, or"
          + " none: 1 each)";

  private static final String GAP_JUNCTION = "GAP_JUNCTION";
  private static final String SYNAPSES_ONTO = "SYNAPSES_ONTO";
  private static final String COUNT = "count";

  private final ProcedureOptions options;

  NetworkOptions(Map<String, Object> given, String... further) {
    List<String> keys = new ArrayList<>(List.of(RELATIONSHIP, WEIGHT));
    keys.addAll(Arrays.asList(further));
    this.options = new ProcedureOptions(given, keys);
  }

  DatasetNetwork read(NetworkReader reader, String dataset) {
    return reader.read(dataset, gapJunctions(), options.text(WEIGHT).orElse(COUNT));
  }

  DatasetNetwork readUnweighted(NetworkReader reader, String dataset) {
    return reader.read(dataset, gapJunctions(), NetworkReader.NO_WEIGHT);
  }

  ProcedureOptions all() {
    return options;
  }

  int count(String key, int otherwise) {
    return Math.toIntExact(options.count(key, otherwise));
  }

  private boolean gapJunctions() {
    String type = options.text(RELATIONSHIP).orElse(SYNAPSES_ONTO);
    if (!type.equals(SYNAPSES_ONTO) && !type.equals(GAP_JUNCTION)) {
      throw new IllegalArgumentException(
          "Option relationship must be SYNAPSES_ONTO or GAP_JUNCTION but was " + type);
    }
    return type.equals(GAP_JUNCTION);
  }
}
