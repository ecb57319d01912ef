package org.connectarium.analysis.size.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.connectarium.analysis.synapses.graph.RowValues;
import org.connectarium.analysis.uncertainty.Uncertainty;

/// Spreads over draws as rows of procedures have them.
final class Spreads {
  private Spreads() {}

  /// A spread by name.
  static Map<String, Object> of(Uncertainty.Spread spread) {
    Map<String, Object> map = new LinkedHashMap<>();
    List<String> names = List.of("mean", "sd", "low", "high");
    double[] values = {
      spread.mean(), spread.deviation(), spread.interval95().lower(), spread.interval95().upper()
    };
    for (int i = 0; i < values.length; i++) {
      map.put(names.get(i), RowValues.orNull(values[i]));
    }
    return map;
  }
}
