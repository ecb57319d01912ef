package org.connectarium.analysis.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.connectarium.analysis.figure.Axis;
import org.connectarium.analysis.figure.Figure;
import org.connectarium.analysis.figure.Panel;
import org.connectarium.analysis.paper.Digits;

/// Figures of a connectome as a graph.
final class NetworkFigures {
  private static final double NORMAL_95 = 1.96;
  private static final Map<String, String> WAYS =
      Map.ofEntries(
          Map.entry("021D", "A ← B → C"),
          Map.entry("021U", "A → B ← C"),
          Map.entry("021C", "A → B → C"),
          Map.entry("111D", "A ↔ B ← C"),
          Map.entry("111U", "A ↔ B → C"),
          Map.entry("030T", "A → B → C, A → C"),
          Map.entry("030C", "A → B → C → A"),
          Map.entry("201", "A ↔ B ↔ C"),
          Map.entry("120D", "A ← B → C, A ↔ C"),
          Map.entry("120U", "A → B ← C, A ↔ C"),
          Map.entry("120C", "A → B → C, A ↔ C"),
          Map.entry("210", "A → B ↔ C ↔ A"),
          Map.entry("300", "A ↔ B ↔ C ↔ A"));

  private final Facts facts;

  NetworkFigures(Facts facts) {
    this.facts = facts;
  }

  /// Triads in which all three are connected, as the database orders them.
  static List<Answer> connectedTriads(List<Answer> rows) {
    return rows.stream().filter(row -> WAYS.containsKey(row.text("triad"))).toList();
  }

  /// @param hops lengths of ways; none: not drawn
  Figure degrees(List<Answer> degrees, List<Answer> hops) {
    List<Figure.Part> panels = new ArrayList<>();
    panels.add(
        new Figure.Part(
            1, tail(degrees, "Partners", "outDegree", "inDegree", "partners of a neuron")));
    panels.add(
        new Figure.Part(
            1,
            tail(
                degrees,
                "Weights",
                "outStrength",
                "inStrength",
                NetworkAnalysis.weightInWords(facts.weight()) + " of a neuron")));
    if (!hops.isEmpty()) {
      panels.add(new Figure.Part(1, lengths(hops)));
    }
    return new Figure(
        facts.fileName() + "-degrees",
        "Partners and weights of neurons in " + facts.name(),
        List.of(new Figure.Row(150, panels)));
  }

  private static Panel tail(List<Answer> rows, String title, String out, String in, String label) {
    List<Panel.Point> sent = tail(rows, out);
    List<Panel.Point> received = tail(rows, in);
    List<Panel.Point> all = new ArrayList<>(sent);
    all.addAll(received);
    return new Panel.Plot(
        title,
        Axis.log(label, least(all, Panel.Point::x), most(all, Panel.Point::x)),
        Axis.log("share of neurons", least(all, Panel.Point::y), 1),
        List.of(
            new Panel.Curve("sent", 0, false, sent),
            new Panel.Curve("received", 1, false, received)));
  }

  private static double least(List<Panel.Point> points, ToDoubleFunction<Panel.Point> of) {
    return points.stream().mapToDouble(of).min().orElse(1);
  }

  private static double most(List<Panel.Point> points, ToDoubleFunction<Panel.Point> of) {
    return points.stream().mapToDouble(of).max().orElse(1);
  }

  /* Steps down to the right; what is 0 has no place on a logarithmic axis. */
  private static List<Panel.Point> tail(List<Answer> rows, String quantity) {
    List<Panel.Point> points = new ArrayList<>();
    for (Answer row : rows) {
      if (row.text("quantity").equals(quantity) && row.number("value") > 0) {
        double share = row.number("atLeast");
        if (!points.isEmpty()) {
          points.add(new Panel.Point(points.getLast().x(), share));
        }
        points.add(new Panel.Point(row.number("value"), share));
      }
    }
    return points;
  }

  private static Panel lengths(List<Answer> rows) {
    List<Answer> reached = rows.stream().filter(row -> row.count("hops") > 0).toList();
    double all = reached.stream().mapToDouble(row -> row.number("share")).sum();
    List<Panel.Bar> bars = new ArrayList<>();
    double most = 0;
    for (Answer row : reached) {
      double share = row.number("share") / all;
      bars.add(new Panel.Bar(row.count("hops") - 0.5, row.count("hops") + 0.5, share));
      most = Math.max(most, share);
    }
    double last = bars.isEmpty() ? 1.5 : bars.getLast().to();
    return new Panel.Plot(
        "Lengths of ways",
        Axis.exact("connections on the way", 0.5, last),
        Axis.linear("share of pairs", 0, most),
        List.of(new Panel.Bars("", 0, bars)));
  }

  Figure motifs(List<Answer> triads) {
    List<Panel.Row> ratios = new ArrayList<>();
    List<Panel.Row> scores = new ArrayList<>();
    double furthest = 1.5;
    double largest = 1;
    for (Answer row : triads) {
      double mean = row.number("chanceMean");
      double spread = NORMAL_95 * row.number("chanceSd") / mean;
      double ratio = row.count("count") / mean;
      String name = row.text("triad") + "\t" + WAYS.getOrDefault(row.text("triad"), "");
      List<Panel.Mark> marks = new ArrayList<>();
      if (mean > 0) {
        marks.add(new Panel.Mark(0, Double.NaN, Math.max(1e-9, 1 - spread), 1 + spread));
        marks.add(new Panel.Mark(1, Math.max(1e-9, ratio), Double.NaN, Double.NaN));
        furthest =
            Math.max(furthest, Math.max(1 + spread, Math.max(ratio, ratio > 0 ? 1 / ratio : 1)));
      }
      ratios.add(new Panel.Row(name, marks));
      double z = row.number("z");
      if (!Double.isNaN(z)) {
        largest = Math.max(largest, Math.abs(z));
      }
      scores.add(
          new Panel.Row(
              row.text("triad"),
              Double.isNaN(z) ? List.of() : List.of(new Panel.Mark(0, z, Double.NaN, Double.NaN))));
    }
    double end = Axis.log("", 1, furthest).to();
    return new Figure(
        facts.fileName() + "-motifs",
        "Triads in " + facts.name() + " against random graphs",
        List.of(
            new Figure.Row(
                225,
                List.of(
                    new Figure.Part(
                        1.35,
                        new Panel.Rows(
                            "Triads against chance",
                            new Axis("observed / mean of random graphs", true, 1 / end, end),
                            List.of(
                                new Panel.Series("random graphs", Panel.CHANCE, Panel.Shape.RANGE),
                                new Panel.Series("observed", 0, Panel.Shape.DOT)),
                            ratios,
                            OptionalDouble.of(1))),
                    new Figure.Part(
                        1,
                        new Panel.Rows(
                            "Distance from chance",
                            Axis.exact("z (standard deviations)", -1.08 * largest, 1.08 * largest),
                            List.of(new Panel.Series("", 0, Panel.Shape.DOT)),
                            scores,
                            OptionalDouble.of(0)))))));
  }

  /// Classes that send nothing have no row, those that receive nothing no column.
  Figure classes(List<Answer> rows) {
    List<String> sending = classes(rows, "preClass");
    List<String> receiving = classes(rows, "postClass");
    List<Answer> shown =
        rows.stream()
            .filter(row -> sending.contains(row.text("preClass")))
            .filter(row -> receiving.contains(row.text("postClass")))
            .toList();
    List<Panel.Cell> cells = shown.stream().map(NetworkFigures::cell).toList();
    return new Figure(
        facts.fileName() + "-classes",
        "Connectivity of the classes of " + facts.name(),
        List.of(
            Matrices.row(
                "class that sends",
                "class that receives",
                shown.stream().map(row -> row.text("preClass")).toList(),
                shown.stream().map(row -> row.text("postClass")).toList(),
                cells,
                this::withSize,
                this::withSize,
                Matrices.percentScale("pairs that are connected (%)", cells))));
  }

  private static List<String> classes(List<Answer> rows, String side) {
    return rows.stream()
        .filter(row -> row.count("connections") > 0)
        .map(row -> row.text(side))
        .distinct()
        .toList();
  }

  private String withSize(String name) {
    return "%s (%s)"
        .formatted(
            NetworkAnalysis.className(name), Digits.count(facts.classes().getOrDefault(name, 0L)));
  }

  private static Panel.Cell cell(Answer row) {
    return row.count("pairs") == 0
        ? new Panel.Cell(Double.NaN, "")
        : Matrices.percent(100 * row.number("probability"));
  }
}
