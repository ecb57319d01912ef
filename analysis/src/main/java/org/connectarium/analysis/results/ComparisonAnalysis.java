package org.connectarium.analysis.results;

import static org.connectarium.analysis.paper.Digits.interval;
import static org.connectarium.analysis.paper.Digits.number;
import static org.connectarium.analysis.paper.Digits.p;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.connectarium.analysis.paper.ResultTable;
import org.jspecify.annotations.Nullable;

/// Data sets side by side, each pair of them: `connectome.comparison.*`.
final class ComparisonAnalysis implements Analysis {
  private static final int MOST_ROWS = 36;
  private static final List<String> BASICS =
      List.of(
          "neurons",
          "nodes",
          "edges",
          "selfEdges",
          "density",
          "reciprocity",
          "largestComponent",
          "largestStrongComponent",
          "maxOutDegree",
          "maxInDegree");

  @Override
  public String heading() {
    return "Data sets side by side";
  }

  /// A data set alone has nothing to be compared with.
  @Override
  public Part of(Facts facts, Ask ask, Settings settings) {
    return new Part();
  }

  @Override
  public Part together(List<Facts> datasets, Ask ask, Settings settings) {
    Part part = new Part();
    if (datasets.size() < 2) {
      part.without("comparison: the report is of one data set");
      return part;
    }
    basics(part, datasets, ask);
    for (int i = 0; i < datasets.size(); i++) {
      for (Facts second : datasets.subList(i + 1, datasets.size())) {
        pair(part, datasets.get(i), second, ask, settings);
      }
    }
    return part;
  }

  private static void basics(Part part, List<Facts> datasets, Ask ask) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    List<Call> calls = new ArrayList<>();
    for (Facts facts : datasets) {
      Call call = Call.of("connectome.network.summary", facts.name()).with("weight", "none");
      calls.add(call);
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("dataset", facts.name());
      row.putAll(ask.rows(call).getFirst().values());
      rows.add(row);
    }
    List<String> columns = new ArrayList<>(List.of("dataset"));
    columns.addAll(BASICS);
    part.table(
        ResultTable.of("networks-side-by-side", rows, columns.toArray(new String[0])),
        "Basic numbers of the data sets as graphs.",
        calls.toArray(new Call[0]));
  }

  private static Call call(String name, Facts first, Facts second, Settings settings) {
    return Call.of("connectome.comparison." + name, first.name(), second.name())
        .with("seed", settings.seed());
  }

  private static void pair(Part part, Facts first, Facts second, Ask ask, Settings settings) {
    String weight = first.weight().equals(second.weight()) ? first.weight() : "none";
    String names = first.fileName() + "-and-" + second.fileName();
    Call network = call("network", first, second, settings).with("weight", weight);
    List<Answer> whole = ask(part, ask, first, second, "networks", network);
    if (!whole.isEmpty()) {
      part.paragraph(
          "%s and %s as graphs ({tab:%s}): %s."
              .formatted(
                  first.name(),
                  second.name(),
                  names + "-network",
                  whole.stream()
                      .map(ComparisonAnalysis::difference)
                      .collect(Collectors.joining("; "))));
      part.table(
          ResultTable.of(
              names + "-network",
              whole.stream().map(Answer::values).toList(),
              "quantity",
              "firstValue",
              "firstError",
              "secondValue",
              "secondError",
              "difference",
              "low",
              "high",
              "ratio",
              "p"),
          "Numbers of the graphs of %s (first) and %s (second), with standard errors, and their difference with its 95 %% interval."
              .formatted(first.name(), second.name()),
          network);
    }
    effects(part, first, second, ask, settings, weight);
  }

  private static String difference(Answer row) {
    return "%s %s against %s, difference %s (%s)"
        .formatted(
            row.text("quantity"),
            number(row.number("firstValue")),
            number(row.number("secondValue")),
            interval(row.number("low"), row.number("high")),
            p(row.number("p")));
  }

  private static void effects(
      Part part, Facts first, Facts second, Ask ask, Settings settings, String weight) {
    Map<String, Call> calls = new LinkedHashMap<>();
    calls.put("degrees", call("degrees", first, second, settings).with("weight", weight));
    calls.put("numbers of synapses", call("synapseNumbers", first, second, settings));
    calls.put("fractions of classes", call("fractions", first, second, settings));
    first.sizes(1).stream()
        .filter(second.sizes(1)::contains)
        .forEach(
            size ->
                calls.put(
                    "sizes (" + size + ")",
                    call("sizes", first, second, settings).with("size", size)));
    List<Answer> rows = new ArrayList<>();
    List<Call> used = new ArrayList<>();
    calls.forEach(
        (what, call) -> {
          List<Answer> found = ask(part, ask, first, second, what, call);
          if (!found.isEmpty()) {
            rows.addAll(found);
            used.add(call);
          }
        });
    if (rows.isEmpty()) {
      return;
    }
    String name = first.fileName() + "-and-" + second.fileName() + "-effects";
    List<Answer> strongest =
        rows.stream()
            .filter(row -> row.has("cliffDelta"))
            .sorted(Comparator.comparingDouble(row -> -Math.abs(row.number("cliffDelta"))))
            .limit(MOST_ROWS)
            .toList();
    long different = rows.stream().filter(row -> row.number("q") < 0.05).count();
    part.paragraph(
        "Of %d statistics of neurons and axons that both have, %d differ between %s and %s (q < 0.05; {fig:%s}, {tab:%s})."
            .formatted(rows.size(), different, first.name(), second.name(), name, name));
    part.figure(
        ComparisonFigures.effects(name, first, second, strongest),
        "Effect sizes (Cliff's δ): chance that a unit of %s is larger than one of %s minus that it is smaller; line: 95 %% interval%s. Vermilion: q < 0.05."
            .formatted(
                second.name(),
                first.name(),
                rows.size() > strongest.size()
                    ? "; the %d largest of %d".formatted(strongest.size(), rows.size())
                    : ""),
        used.toArray(new Call[0]));
    part.table(
        ResultTable.of(
            name,
            rows.stream().map(Answer::values).toList(),
            "quantity",
            "axonClass",
            "target",
            "firstUnits",
            "secondUnits",
            "firstValue",
            "secondValue",
            "difference",
            "low",
            "high",
            "p",
            "q",
            "hedgesG",
            "cliffDelta"),
        "Statistics of neurons and axons in %s (first) and %s (second), and their difference with its 95 %% interval."
            .formatted(first.name(), second.name()));
  }

  private static List<Answer> ask(
      Part part, Ask ask, Facts first, Facts second, String what, Call call) {
    return part.unless(
            "%s of %s and %s".formatted(what, first.name(), second.name()), () -> ask.rows(call))
        .orElse(List.of());
  }

  @Override
  public List<String> methods(List<Facts> datasets, Settings settings) {
    if (datasets.size() < 2) {
      return List.of();
    }
    return List.of(
        "Units are neurons or axons, not synapses. p: units are dealt to the two samples anew, share of 999 deals whose difference is at least as large, two-sided (seed %d); q after Benjamini and Hochberg {@benjamini1995} over the rows of a call. Intervals of differences: units drawn with replacement {@efron1979}. Effect sizes: Hedges' g {@hedges1981} and Cliff's δ {@cliff1993}. Numbers of whole graphs: errors by drawing neurons with replacement, 500 draws. Connections have weights where both data sets know the same one, else each counts 1."
            .formatted(settings.seed()));
  }
}
