package org.connectarium.analysis.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.connectarium.analysis.figure.Axis;
import org.connectarium.analysis.figure.ColourScale;
import org.connectarium.analysis.figure.Figure;
import org.connectarium.analysis.figure.Panel;

/// Figures of sizes of synapses.
final class SizeFigures {
  private static final double STEP = 0.1;
  private static final int POINTS = 200;
  private static final double HEIGHT = 150;
  private static final double MOST_CV = Math.sqrt(2);
  private static final double LEAST_P = 1e-3;

  private SizeFigures() {}

  /// @param bins counts in tenths of a decade
  /// @param mixture its components
  static Figure distribution(Facts facts, String size, List<Answer> bins, List<Answer> mixture) {
    List<Panel.Bar> bars = new ArrayList<>();
    double synapses = 0;
    for (Answer bin : bins) {
      double from = bin.number("log10From");
      bars.add(
          new Panel.Bar(Math.pow(10, from), Math.pow(10, from + STEP), bin.number("synapses")));
      synapses += bin.number("synapses");
    }
    double from = bins.getFirst().number("log10From");
    double to = bins.getLast().number("log10From") + STEP;
    double most = bars.stream().mapToDouble(Panel.Bar::height).max().orElse(1);
    List<Panel.Layer> layers = new ArrayList<>();
    layers.add(new Panel.Bars("synapses", 0, bars));
    List<double[]> components = new ArrayList<>();
    double[] sum = new double[POINTS];
    for (Answer component : mixture) {
      NormalDistribution normal =
          new NormalDistribution(null, component.number("meanLog10"), component.number("sdLog10"));
      double[] density = new double[POINTS];
      for (int i = 0; i < POINTS; i++) {
        density[i] =
            component.number("weight") * synapses * STEP * normal.density(place(from, to, i));
        sum[i] += density[i];
      }
      components.add(density);
    }
    if (components.size() > 1) {
      for (int c = 0; c < components.size(); c++) {
        layers.add(
            new Panel.Curve(
                "component " + (c + 1), c + 2, true, curve(from, to, components.get(c))));
      }
    }
    layers.add(
        new Panel.Curve(
            components.size() > 1 ? "mixture" : "log-normal fit", 1, false, curve(from, to, sum)));
    return new Figure(
        SizeAnalysis.name(facts, "sizes", size),
        "Sizes of synapses in " + facts.name(),
        List.of(
            Figure.Row.of(
                HEIGHT,
                new Panel.Plot(
                    "",
                    new Axis(
                        SizeAnalysis.inWords(size), true, Math.pow(10, from), Math.pow(10, to)),
                    Axis.linear("synapses", 0, most),
                    layers))));
  }

  private static double place(double from, double to, int i) {
    return from + (to - from) * i / (POINTS - 1);
  }

  private static List<Panel.Point> curve(double from, double to, double[] values) {
    List<Panel.Point> points = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      points.add(new Panel.Point(Math.pow(10, place(from, to, i)), values[i]));
    }
    return points;
  }

  /// Pairs of each pairing.
  static Map<String, List<Answer>> byPairing(Function<String, List<Answer>> ask) {
    Map<String, List<Answer>> pairs = new LinkedHashMap<>();
    SizeAnalysis.PAIRINGS.forEach(pairing -> pairs.put(pairing, ask.apply(pairing)));
    return pairs;
  }

  static Figure pairs(
      Facts facts, String size, Map<String, List<Answer>> pairs, Answer like, List<Answer> lines) {
    List<Panel.Layer> curves = new ArrayList<>();
    pairs.forEach(
        (pairing, rows) -> {
          if (!rows.isEmpty()) {
            curves.add(
                new Panel.Curve(
                    "%s (%d)".formatted(inWords(pairing), rows.size()),
                    SizeAnalysis.PAIRINGS.indexOf(pairing),
                    false,
                    cumulative(rows)));
          }
        });
    List<Figure.Part> panels = new ArrayList<>();
    panels.add(
        new Figure.Part(
            1.2,
            new Panel.Plot(
                "Likeness of pairs",
                Axis.exact("CV of a pair", 0, 1.5),
                Axis.exact("share of pairs", 0, 1),
                curves)));
    panels.add(new Figure.Part(1, means(like)));
    List<Answer> placed =
        pairs.getOrDefault(SizeAnalysis.SAME_BOTH, List.of()).stream()
            .filter(row -> row.has("distanceUm"))
            .toList();
    if (!placed.isEmpty()) {
      panels.add(new Figure.Part(1, distance(placed, lines)));
    }
    return new Figure(
        SizeAnalysis.name(facts, "pairs", size),
        "Likeness of pairs of synapses in %s: %s"
            .formatted(facts.name(), SizeAnalysis.inWords(size)),
        List.of(new Figure.Row(HEIGHT, panels)));
  }

  private static String inWords(String pairing) {
    return switch (pairing) {
      case SizeAnalysis.SAME_BOTH -> "same axon, same dendrite";
      case "sameAxon" -> "same axon";
      default -> "same dendrite";
    };
  }

  private static List<Panel.Point> cumulative(List<Answer> rows) {
    double[] cvs = rows.stream().mapToDouble(row -> row.number("cv")).sorted().toArray();
    List<Panel.Point> points = new ArrayList<>();
    points.add(new Panel.Point(0, 0));
    for (int i = 0; i < cvs.length; i++) {
      points.add(new Panel.Point(cvs[i], (double) i / cvs.length));
      points.add(new Panel.Point(cvs[i], (i + 1.0) / cvs.length));
    }
    points.add(new Panel.Point(MOST_CV, 1));
    return points;
  }

  private static Panel means(Answer like) {
    return new Panel.Rows(
        "Against chance",
        Axis.linear(
            "mean over pairs",
            0,
            Math.max(
                Math.max(like.number("meanCv"), like.number("meanCvByChance")),
                Math.max(like.number("meanLog10Ratio"), like.number("meanLog10RatioByChance")))),
        List.of(
            new Panel.Series("pairs", 0, Panel.Shape.BAR),
            new Panel.Series("chance", Panel.CHANCE, Panel.Shape.BAR)),
        List.of(
            means("CV", like, "meanCv", "meanCvByChance"),
            means("log10 ratio", like, "meanLog10Ratio", "meanLog10RatioByChance")),
        OptionalDouble.empty());
  }

  private static Panel.Row means(String name, Answer like, String seen, String chance) {
    return new Panel.Row(
        name,
        List.of(
            new Panel.Mark(0, like.number(seen), Double.NaN, Double.NaN),
            new Panel.Mark(1, like.number(chance), Double.NaN, Double.NaN)));
  }

  private static Panel distance(List<Answer> pairs, List<Answer> lines) {
    double most = most(pairs, row -> row.number("distanceUm"));
    List<Panel.Layer> layers = new ArrayList<>();
    layers.add(
        new Panel.Dots(
            "",
            0,
            pairs.stream()
                .map(row -> Panel.Estimate.of(row.number("distanceUm"), row.number("cv")))
                .toList()));
    lines.stream()
        .filter(row -> row.text("along").equals("straight") && row.has("intercept"))
        .forEach(
            row ->
                layers.add(
                    new Panel.Curve(
                        "",
                        1,
                        true,
                        List.of(
                            new Panel.Point(0, row.number("intercept")),
                            new Panel.Point(
                                most,
                                row.number("intercept") + row.number("slopePerUm") * most)))));
    return new Panel.Plot(
        "Over distance",
        Axis.linear("distance (µm)", 0, most),
        Axis.exact("CV of a pair", 0, 1.5),
        layers);
  }

  private static double most(List<Answer> rows, ToDoubleFunction<Answer> of) {
    return rows.stream().mapToDouble(of).max().orElse(1);
  }

  static Figure map(Facts facts, String size, List<Answer> pixels) {
    int width = 1 + (int) most(pixels, row -> row.count("column"));
    List<Answer> ordered =
        pixels.stream()
            .sorted(
                Comparator.comparingLong((Answer row) -> row.count("row"))
                    .thenComparingLong(row -> row.count("column")))
            .toList();
    double densest = most(ordered, row -> row.number("density"));
    Field field = new Field(ordered, width, SizeAnalysis.inWords(size));
    return new Figure(
        SizeAnalysis.name(facts, "map", size),
        "Map of likeness and size in %s: %s".formatted(facts.name(), SizeAnalysis.inWords(size)),
        List.of(
            Figure.Row.of(
                145,
                field.panel(
                    "Pairs",
                    row -> 100 * row.number("density") / densest,
                    new ColourScale(
                        ColourScale.Kind.GROWING, "density (% of largest)", 0, 100, false)),
                field.panel(
                    "Over chance",
                    row -> ratio(row, densest),
                    ColourScale.factors("density / chance", 4)),
                field.panel(
                    "Probability",
                    row -> -Math.log10(Math.max(row.number("p"), LEAST_P)),
                    new ColourScale(
                        ColourScale.Kind.GROWING, "−log10 p", 0, -Math.log10(LEAST_P), false)))));
  }

  /* Where there is next to nothing, a ratio says nothing. */
  private static double ratio(Answer row, double densest) {
    double both = Math.max(row.number("density"), row.number("expected"));
    return both < 0.02 * densest
        ? 1
        : row.number("density") / Math.max(row.number("expected"), 1e-12);
  }

  /// Pixels as panels.
  private record Field(List<Answer> ordered, int width, String size) {
    Panel panel(String title, ToDoubleFunction<Answer> value, ColourScale scale) {
      return new Panel.Field(
          title,
          Axis.exact("CV of a pair", 0, most(ordered, row -> row.number("cv"))),
          Axis.exact(
              "log10 of mean size",
              ordered.getFirst().number("log10Mean"),
              ordered.getLast().number("log10Mean")),
          width,
          ordered.stream().map(row -> value.applyAsDouble(row)).toList(),
          scale,
          List.of());
    }
  }
}
