package org.connectarium.analysis.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.connectarium.analysis.figure.Axis;
import org.connectarium.analysis.figure.Figure;
import org.connectarium.analysis.figure.Panel;
import org.connectarium.analysis.paper.Digits;

/// Figures of what axons choose and dendrites receive.
final class InnervationFigures {
  static final List<String> AXES = List.of("x", "y", "z");

  private static final int BINS = 20;
  private static final double HEIGHT = 130;
  private static final double BAR = 13;

  private final Facts facts;

  InnervationFigures(Facts facts) {
    this.facts = facts;
  }

  Figure fractions(List<Answer> rows) {
    Map<String, Long> axons = new LinkedHashMap<>();
    rows.forEach(row -> axons.put(row.text("axonClass"), row.count("axons")));
    List<Panel.Cell> values =
        rows.stream().map(row -> Matrices.percent(100 * row.number("mean"))).toList();
    return new Figure(
        facts.fileName() + "-fractions",
        "What axons of each class innervate in " + facts.name(),
        List.of(
            Matrices.row(
                "class of the axons",
                "class of the targets",
                rows.stream().map(row -> row.text("axonClass")).toList(),
                rows.stream().map(row -> row.text("target")).toList(),
                values,
                name ->
                    "%s (%s)"
                        .formatted(
                            NetworkAnalysis.className(name),
                            Digits.count(axons.getOrDefault(name, 0L))),
                NetworkAnalysis::className,
                Matrices.percentScale("mean share of synapses (%)", values))));
  }

  Figure specific(List<Answer> rows) {
    double most =
        rows.stream()
            .mapToDouble(row -> Math.max(row.number("share"), finite(row.number("shareHigh"))))
            .max()
            .orElse(1);
    return new Figure(
        facts.fileName() + "-specific",
        "Axons with a preference in " + facts.name(),
        List.of(
            Figure.Row.of(
                40 + BAR * rows.size(),
                new Panel.Rows(
                    "",
                    Axis.linear("share of axons that are specific", 0, most),
                    List.of(new Panel.Series("", 0, Panel.Shape.BAR)),
                    rows.stream()
                        .map(
                            row ->
                                new Panel.Row(
                                    "%s → %s"
                                        .formatted(
                                            NetworkAnalysis.className(row.text("axonClass")),
                                            row.text("target")),
                                    List.of(
                                        new Panel.Mark(
                                            0,
                                            row.number("share"),
                                            row.number("shareLow"),
                                            row.number("shareHigh")))))
                        .toList(),
                    OptionalDouble.empty()))));
  }

  private static double finite(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  /// @param counts of axons and target classes
  /// @param pairs rows of the specificity of the pairs that are shown
  Figure histograms(List<Answer> counts, List<Answer> pairs) {
    List<Figure.Part> panels = new ArrayList<>();
    for (Answer pair : pairs) {
      List<Answer> axons =
          counts.stream()
              .filter(row -> row.text("axonClass").equals(pair.text("axonClass")))
              .filter(row -> row.text("target").equals(pair.text("target")))
              .toList();
      panels.add(new Figure.Part(1, histogram(axons, pair)));
    }
    List<Figure.Row> rows = new ArrayList<>();
    for (int i = 0; i < panels.size(); i += 2) {
      rows.add(new Figure.Row(HEIGHT, panels.subList(i, Math.min(i + 2, panels.size()))));
    }
    return new Figure(
        facts.fileName() + "-histograms",
        "Fractions of axons against chance in " + facts.name(),
        rows);
  }

  private static Panel histogram(List<Answer> axons, Answer pair) {
    double[] observed = new double[BINS];
    double[] expected = new double[BINS];
    double rate = pair.number("rate");
    for (Answer axon : axons) {
      int n = Math.toIntExact(axon.count("synapses"));
      observed[bin(axon.count("hits"), n)]++;
      BinomialDistribution chance = new BinomialDistribution(null, n, rate);
      for (int k = 0; k <= n; k++) {
        expected[bin(k, n)] += chance.probability(k);
      }
    }
    return panel(
        "%s → %s".formatted(NetworkAnalysis.className(pair.text("axonClass")), pair.text("target")),
        "share of the synapses of an axon",
        "axons",
        bars(observed, i -> (double) i / BINS),
        bars(expected, i -> (double) i / BINS));
  }

  private static int bin(long hits, int synapses) {
    return (int) Math.min(BINS - 1, hits * BINS / synapses);
  }

  private static List<Panel.Bar> bars(double[] heights, Function<Integer, Double> edge) {
    List<Panel.Bar> bars = new ArrayList<>();
    for (int i = 0; i < heights.length; i++) {
      bars.add(new Panel.Bar(edge.apply(i), edge.apply(i + 1), heights[i]));
    }
    return bars;
  }

  private static Panel panel(
      String title, String x, String y, List<Panel.Bar> observed, List<Panel.Bar> expected) {
    double most = 0;
    List<Panel.Point> line = new ArrayList<>();
    for (int i = 0; i < observed.size(); i++) {
      most = Math.max(most, Math.max(observed.get(i).height(), expected.get(i).height()));
      line.add(new Panel.Point(expected.get(i).from(), expected.get(i).height()));
      line.add(new Panel.Point(expected.get(i).to(), expected.get(i).height()));
    }
    return new Panel.Plot(
        title,
        Axis.exact(x, 0, 1),
        Axis.linear(y, 0, most),
        List.of(
            new Panel.Bars("observed", 0, observed), new Panel.Curve("chance", 1, false, line)));
  }

  /// Histograms of those classes that have some.
  Map<String, List<Answer>> inputHistograms(
      List<String> senders, Function<String, List<Answer>> ask) {
    Map<String, List<Answer>> histograms = new LinkedHashMap<>();
    for (String sender : senders) {
      List<Answer> rows = ask.apply(sender);
      if (rows.stream().anyMatch(row -> row.count("observed") > 0)) {
        histograms.put(sender, rows);
      }
    }
    return histograms;
  }

  Figure inputs(Map<String, List<Answer>> histograms) {
    List<Figure.Part> panels = new ArrayList<>();
    histograms.forEach(
        (sender, rows) ->
            panels.add(
                new Figure.Part(
                    1,
                    panel(
                        sender,
                        "share of inputs from " + sender,
                        "neurons",
                        rows.stream().map(row -> bar(row, "observed")).toList(),
                        rows.stream().map(row -> bar(row, "expected")).toList()))));
    return new Figure(
        facts.fileName() + "-inputs",
        "Shares of inputs in " + facts.name(),
        List.of(new Figure.Row(HEIGHT, panels)));
  }

  private static Panel.Bar bar(Answer row, String height) {
    return new Panel.Bar(row.number("from"), row.number("to"), row.number(height));
  }

  Figure depth(String sender, List<List<Answer>> bins, List<Answer> lines) {
    List<Figure.Part> panels = new ArrayList<>();
    for (int i = 0; i < bins.size(); i++) {
      panels.add(new Figure.Part(1, depth(AXES.get(i), sender, bins.get(i), lines.get(i))));
    }
    return new Figure(
        facts.fileName() + "-depth",
        "The share of " + sender + " synapses over space in " + facts.name(),
        List.of(new Figure.Row(HEIGHT, panels)));
  }

  private static Panel depth(String axis, String sender, List<Answer> bins, Answer line) {
    List<Answer> filled = bins.stream().filter(row -> row.count("denominator") > 0).toList();
    List<Panel.Estimate> dots =
        filled.stream()
            .map(
                row ->
                    new Panel.Estimate(
                        (row.number("fromUm") + row.number("toUm")) / 2,
                        row.number("share"),
                        row.number("shareLow"),
                        row.number("shareHigh")))
            .toList();
    double from = filled.stream().mapToDouble(row -> row.number("fromUm")).min().orElse(0);
    double to = filled.stream().mapToDouble(row -> row.number("toUm")).max().orElse(1);
    double slope = line.number("slopePerUm");
    double intercept = line.number("intercept");
    double most = dots.stream().mapToDouble(Panel.Estimate::high).max().orElse(1);
    return new Panel.Plot(
        "Along " + axis,
        Axis.linear(axis + " (µm)", from, to),
        Axis.linear("share of " + sender, 0, most),
        List.of(
            new Panel.Curve(
                "",
                1,
                true,
                List.of(
                    new Panel.Point(from, intercept + slope * from),
                    new Panel.Point(to, intercept + slope * to))),
            new Panel.Dots("", 0, dots)));
  }
}
