package org.connectarium.analysis.comparison.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.connectarium.analysis.comparison.Comparison;
import org.connectarium.analysis.comparison.graph.ComparisonOptions.Test;
import org.connectarium.analysis.inference.FalseDiscovery;
import org.connectarium.analysis.inference.Interval;

/// Samples of two data sets under the same names, and what becomes of them as rows.
///
/// @param first name of the first data set
/// @param second name of the second
/// @param usage what was read and left out, of both
record SideBySide(String first, String second, Map<String, Object> usage) {

  /// What a sample is of.
  ///
  /// @param axonClass class of axons, or empty
  /// @param target target class, or empty
  /// @param quantity what is compared
  record SampleName(String axonClass, String target, String quantity) {}

  /// One row per name that both have. What only one has is in `usage`, and so are samples of fewer
  /// than two values.
  Stream<ComparisonRow> rows(
      Map<SampleName, Sample> ofFirst, Map<SampleName, Sample> ofSecond, Test test) {
    List<String> notCompared = new ArrayList<>();
    Map<SampleName, Comparison> compared = new LinkedHashMap<>();
    List<SampleName> all =
        Stream.concat(ofFirst.keySet().stream(), ofSecond.keySet().stream()).distinct().toList();
    for (SampleName key : all) {
      Sample a = ofFirst.get(key);
      Sample b = ofSecond.get(key);
      if (a == null || b == null || a.values().length < 2 || b.values().length < 2) {
        notCompared.add(String.join(" ", key.quantity(), key.axonClass(), key.target()).strip());
      } else {
        compared.put(
            key,
            Comparison.of(
                a.values(), b.values(), test.statistic(), test.options(), test.workers()));
      }
    }
    Map<String, Object> used = new LinkedHashMap<>(usage);
    used.put("notCompared", notCompared);
    List<SampleName> keys = List.copyOf(compared.keySet());
    double[] q =
        FalseDiscovery.benjaminiHochberg(
            compared.values().stream().mapToDouble(Comparison::p).toArray());
    return IntStream.range(0, keys.size())
        .mapToObj(
            i ->
                ComparisonRow.of(
                    this,
                    keys.get(i),
                    Objects.requireNonNull(ofFirst.get(keys.get(i))),
                    Objects.requireNonNull(ofSecond.get(keys.get(i))),
                    Objects.requireNonNull(compared.get(keys.get(i))),
                    q[i],
                    test,
                    used));
  }

  /// The interval of the difference over uncertain synapses; NaN if all are certain.
  static Interval uncertain95(Sample a, Sample b, Test test) {
    return a.redrawn().isEmpty() && b.redrawn().isEmpty()
        ? new Interval(Double.NaN, Double.NaN)
        : Comparison.uncertain95(
            a.redraw(), b.redraw(), test.statistic(), test.options(), test.workers());
  }
}
