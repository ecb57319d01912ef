package org.connectarium.analysis.results;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.connectarium.analysis.figure.Axis;
import org.connectarium.analysis.figure.Figure;
import org.connectarium.analysis.figure.Panel;

/// Figures of two data sets side by side.
final class ComparisonFigures {
  private static final double LINE = 12;
  private static final double LEVEL = 0.05;

  private ComparisonFigures() {}

  static Figure effects(String name, Facts first, Facts second, List<Answer> rows) {
    return new Figure(
        name,
        "Differences between %s and %s".formatted(first.name(), second.name()),
        List.of(
            Figure.Row.of(
                50 + LINE * rows.size(),
                new Panel.Rows(
                    "",
                    Axis.exact(
                        "Cliff's δ   (← larger in %s · larger in %s →)"
                            .formatted(first.name(), second.name()),
                        -1,
                        1),
                    List.of(
                        new Panel.Series("not different", Panel.CHANCE, Panel.Shape.DOT),
                        new Panel.Series("q < 0.05", 1, Panel.Shape.DOT)),
                    rows.stream().map(ComparisonFigures::row).toList(),
                    OptionalDouble.of(0)))));
  }

  private static Panel.Row row(Answer row) {
    String name =
        Stream.of(row.text("quantity"), row.text("axonClass"), row.text("target"))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return new Panel.Row(
        name,
        List.of(
            new Panel.Mark(
                row.number("q") < LEVEL ? 1 : 0,
                row.number("cliffDelta"),
                row.number("cliffLow"),
                row.number("cliffHigh"))));
  }
}
