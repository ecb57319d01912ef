package org.connectarium.analysis.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.connectarium.analysis.figure.ColourScale;
import org.connectarium.analysis.figure.Figure;
import org.connectarium.analysis.figure.Panel;

/// Matrices of classes by classes from rows that name both.
final class Matrices {
  private static final double CELL = 22;
  private static final double HEAD = 92;
  private static final double LEAST_BODY = 76;
  private static final double LEAST_PERCENT = 0.1;

  private Matrices() {}

  /// A matrix of cells; rows and columns in order of their names. Cells that are not named are
  /// grey.
  ///
  /// @param downs name of the row of each cell
  /// @param acrosses name of the column of each cell
  static Figure.Row row(
      String down,
      String across,
      List<String> downs,
      List<String> acrosses,
      List<Panel.Cell> cells,
      UnaryOperator<String> rowLabel,
      UnaryOperator<String> columnLabel,
      ColourScale scale) {
    List<String> rows = downs.stream().distinct().sorted().toList();
    List<String> columns = acrosses.stream().distinct().sorted().toList();
    Map<List<String>, Panel.Cell> placed = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      placed.put(List.of(downs.get(i), acrosses.get(i)), cells.get(i));
    }
    List<List<Panel.Cell>> grid = new ArrayList<>();
    for (String r : rows) {
      grid.add(
          columns.stream()
              .map(c -> placed.getOrDefault(List.of(r, c), new Panel.Cell(Double.NaN, "")))
              .toList());
    }
    return Figure.Row.of(
        HEAD + Math.max(LEAST_BODY, CELL * rows.size()),
        new Panel.Matrix(
            "",
            down,
            across,
            rows.stream().map(rowLabel).toList(),
            columns.stream().map(columnLabel).toList(),
            grid,
            scale));
  }

  /// A cell of a percentage, with one decimal.
  static Panel.Cell percent(double percent) {
    String text =
        percent == 0
            ? "0"
            : percent < LEAST_PERCENT
                ? "<0.1"
                : String.format(Locale.ROOT, percent < 9.95 ? "%.1f" : "%.0f", percent);
    return new Panel.Cell(percent, text);
  }

  /// A logarithmic scale up to the largest of the cells.
  static ColourScale percentScale(String label, List<Panel.Cell> cells) {
    double most =
        cells.stream()
            .mapToDouble(Panel.Cell::value)
            .filter(value -> !Double.isNaN(value))
            .max()
            .orElse(1);
    double to = most > 0 ? most : 1;
    return new ColourScale(
        ColourScale.Kind.GROWING, label, Math.min(LEAST_PERCENT, to / 2), to, true);
  }
}
