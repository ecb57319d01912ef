package org.connectarium.analysis.figure;

import java.util.List;

/// A figure as papers have it: rows of panels with letters. [#svg] and [#png] draw the same.
///
/// @param name of its files, such as `larva-left-degrees`
/// @param title what it shows, for people who do not see it
/// @param rows from the top
public record Figure(String name, String title, List<Row> rows) {
  /// Width of all figures: two columns of a page, 180 mm.
  static final double WIDTH = 510;

  private static final double GAP = 14;
  private static final double LINE = 12;
  private static final double LETTER = 14;

  /// Panels side by side.
  ///
  /// @param height of all of them, points
  public record Row(double height, List<Part> parts) {
    public Row {
      parts = List.copyOf(parts);
    }

    /// Panels of the same width.
    public static Row of(double height, Panel... panels) {
      return new Row(height, List.of(panels).stream().map(p -> new Part(1, p)).toList());
    }
  }

  /// A panel in a row.
  ///
  /// @param weight share of the width, beside the weights of the others
  public record Part(double weight, Panel panel) {}

  /// @throws IllegalArgumentException if there is no panel, or the name is no name of a file
  public Figure {
    rows = List.copyOf(rows);
    if (rows.isEmpty() || rows.stream().anyMatch(row -> row.parts().isEmpty())) {
      throw new IllegalArgumentException("Figure \"" + name + "\" has a row without a panel");
    }
    if (!name.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException("\"" + name + "\" is no name of a figure");
    }
  }

  /// The figure as a file of SVG.
  public String svg() {
    SvgCanvas canvas = new SvgCanvas(name, title, WIDTH, height());
    draw(canvas, Lettering.load());
    return canvas.end();
  }

  /// The figure as a file of PNG.
  ///
  /// @param dotsPerInch such as 300
  public byte[] png(int dotsPerInch) {
    Lettering lettering = Lettering.load();
    PngCanvas canvas = new PngCanvas(lettering, WIDTH, height(), dotsPerInch);
    draw(canvas, lettering);
    return canvas.end();
  }

  /// Whether its panels have letters.
  public boolean hasLetters() {
    return rows.size() > 1 || rows.getFirst().parts().size() > 1;
  }

  private double height() {
    return rows.stream().mapToDouble(row -> head() + row.height()).sum() + GAP * (rows.size() - 1);
  }

  /* Room for letters and titles. */
  private double head() {
    return hasLetters() || !rows.getFirst().parts().getFirst().panel().title().isEmpty() ? LINE : 0;
  }

  private void draw(Canvas canvas, Lettering lettering) {
    double y = 0;
    char letter = 'A';
    for (Row row : rows) {
      double weights = row.parts().stream().mapToDouble(Part::weight).sum();
      double free = WIDTH - GAP * (row.parts().size() - 1);
      double x = 0;
      for (Part part : row.parts()) {
        double width = free * part.weight() / weights;
        double indent = hasLetters() ? LETTER : 0;
        if (hasLetters()) {
          canvas.text(
              String.valueOf(letter++),
              new Canvas.Spot(x + 0.5, y + LINE - 2),
              Canvas.Anchor.START,
              new Canvas.Letters(11, Palette.INK, true));
        }
        canvas.text(
            part.panel().title(),
            new Canvas.Spot(x + indent, y + LINE - 2.5),
            Canvas.Anchor.START,
            new Canvas.Letters(8.5, Palette.INK, false));
        new PanelDrawing(canvas, lettering)
            .draw(part.panel(), new Frame.Box(x, y + head(), width, row.height()));
        x += width + GAP;
      }
      y += head() + row.height() + GAP;
    }
  }
}
