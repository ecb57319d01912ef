package org.connectarium.analysis.network.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.connectarium.graph.procedure.ProcedureOptions;

/// The options that procedures on networks share.
public final class NetworkOptions {
  static final String RELATIONSHIP = "relationship";
  static final String WEIGHT = "weight";
  /// What is said about them.
  public static final String SHARED =
      "relationship (SYNAPSES_ONTO; GAP_JUNCTION), weight (count; another property of these, or"
          + " none: 1 each)";

  private static final String GAP_JUNCTION = "GAP_JUNCTION";
  private static final String SYNAPSES_ONTO = "SYNAPSES_ONTO";
  private static final String COUNT = "count";

  private final ProcedureOptions options;

  /// @param further keys of the procedure
  public NetworkOptions(Map<String, Object> given, String... further) {
    List<String> keys = new ArrayList<>(List.of(RELATIONSHIP, WEIGHT));
    keys.addAll(Arrays.asList(further));
    this.options = new ProcedureOptions(given, keys);
  }

  /// Reads a data set with the weights that were asked for.
  public DatasetNetwork read(NetworkReader reader, String dataset) {
    return reader.read(dataset, gapJunctions(), options.text(WEIGHT).orElse(COUNT));
  }

  DatasetNetwork readUnweighted(NetworkReader reader, String dataset) {
    return reader.read(dataset, gapJunctions(), NetworkReader.NO_WEIGHT);
  }

  /// All options.
  public ProcedureOptions all() {
    return options;
  }

  /// A whole number from 0 that fits into 32 bits.
  public int count(String key, int otherwise) {
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
