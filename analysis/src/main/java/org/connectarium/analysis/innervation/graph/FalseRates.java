package org.connectarium.analysis.innervation.graph;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.connectarium.analysis.synapses.SynapseKind;

/// Shares of synapses that were detected wrongly, as an option gives them: by target class, or by
/// kind of synapse and then by target class.
record FalseRates(Map<String, Object> given) {
  /// @throws IllegalArgumentException if there are none
  FalseRates {
    if (given.isEmpty()) {
      throw new IllegalArgumentException(
          "Option falseRates is needed: shares of wrong synapses by target class, such as"
              + " {Somata: 0.05}, or by kind, such as {shaft: {Somata: 0.05}}");
    }
    given = Map.copyOf(given);
  }

  /// For groups of kinds that together are all kinds: one rate per class.
  ///
  /// @throws IllegalArgumentException if a kind or class is not known, or a rate is no number
  Map<Set<SynapseKind>, List<Double>> byKind(List<String> classes) {
    Map<Set<SynapseKind>, List<Double>> rates = new LinkedHashMap<>();
    if (given.values().stream().allMatch(Number.class::isInstance)) {
      rates.put(EnumSet.allOf(SynapseKind.class), rates(given, classes));
      return rates;
    }
    Set<SynapseKind> rest = EnumSet.allOf(SynapseKind.class);
    for (Map.Entry<String, Object> entry : given.entrySet()) {
      SynapseKind kind =
          SynapseKind.of(entry.getKey())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "Option falseRates has no kind of synapse \"%s\"; kinds are %s"
                              .formatted(entry.getKey(), String.join(", ", SynapseKind.words()))));
      if (!(entry.getValue() instanceof Map<?, ?> ofKind)) {
        throw new IllegalArgumentException(
            "Option falseRates must hold numbers, or maps of numbers, but held "
                + entry.getValue()
                + " for "
                + entry.getKey());
      }
      rest.remove(kind);
      rates.put(EnumSet.of(kind), rates(ofKind, classes));
    }
    if (!rest.isEmpty()) {
      rates.put(rest, rates(Map.of(), classes));
    }
    return rates;
  }

  private static List<Double> rates(Map<?, ?> ofTargets, List<String> classes) {
    for (Map.Entry<?, ?> entry : ofTargets.entrySet()) {
      if (!classes.contains(String.valueOf(entry.getKey()))
          || !(entry.getValue() instanceof Number)) {
        throw new IllegalArgumentException(
            "Option falseRates must name target classes %s with numbers but held %s: %s"
                .formatted(classes, entry.getKey(), entry.getValue()));
      }
    }
    return classes.stream()
        .map(name -> ofTargets.get(name) instanceof Number n ? n.doubleValue() : 0.0)
        .toList();
  }
}
