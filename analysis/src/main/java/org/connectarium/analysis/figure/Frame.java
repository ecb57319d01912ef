package org.connectarium.analysis.figure;

import java.util.List;
import org.connectarium.analysis.figure.Canvas.Anchor;
import org.connectarium.analysis.figure.Canvas.Letters;
import org.connectarium.analysis.figure.Canvas.Pen;
import org.connectarium.analysis.figure.Canvas.Spot;

/// The axes of a panel: finds room for their words, draws them, and says where values are.
final class Frame {
  static final Letters SMALL = new Letters(7, Palette.SOFT, false);
  static final Letters USUAL = new Letters(7.5, Palette.INK, false);

  private static final Pen LINE = new Pen(Palette.SOFT, 0.7);
  private static final Pen GRID = new Pen(Palette.GRID, 0.6);
  private static final double MARK = 3;
  private static final double PAD = 4;
  private static final double BOTTOM = 28;
  private static final double RIGHT = 6;
  private static final double CLOSE = 3;

  private final Canvas canvas;
  private final Lettering lettering;
  private final Axis x;
  private final Axis y;
  private final Box plot;

  /// A box on the canvas.
  record Box(double x, double y, double width, double height) {
    double right() {
      return x + width;
    }

    double bottom() {
      return y + height;
    }
  }

  private Frame(Canvas canvas, Lettering lettering, Axis x, Axis y, Box plot) {
    this.canvas = canvas;
    this.lettering = lettering;
    this.x = x;
    this.y = y;
    this.plot = plot;
  }

  /// Two axes with numbers.
  static Frame of(Canvas canvas, Lettering lettering, Axis x, Axis y, Box all) {
    double left = widest(lettering, y.ticks()) + MARK + PAD + (y.label().isEmpty() ? 0 : 13);
    double right = right(lettering, x);
    Box plot = new Box(all.x + left, all.y + 6, all.width - left - right, all.height - 6 - BOTTOM);
    Frame frame = new Frame(canvas, lettering, x, y, plot);
    frame.gridOfY();
    frame.axisOfX();
    frame.axisOfY(all.x);
    return frame;
  }

  /* Half of the last number may stand beyond the end of the axis. */
  private static double right(Lettering lettering, Axis x) {
    Axis.Tick last = x.ticks().getLast();
    return Math.max(RIGHT, lettering.width(last.label(), SMALL.size()) / 2 + 1);
  }

  /// An axis with numbers below, and rows that have words on their left, in one column or, with a
  /// tabulator in each of them, in two.
  static Frame ofRows(Canvas canvas, Lettering lettering, Axis x, List<String> names, Box all) {
    boolean twoColumns = !names.isEmpty() && names.stream().allMatch(n -> n.indexOf('\t') >= 0);
    double first = twoColumns ? widestPart(lettering, names, 0) + 2 * PAD : 0;
    double left = first + widestPart(lettering, names, twoColumns ? 1 : 0);
    double right = right(lettering, x);
    Box plot =
        new Box(
            all.x + left + 2 * PAD,
            all.y + 4,
            all.width - left - 2 * PAD - right,
            all.height - 4 - BOTTOM);
    Axis rows = Axis.exact("", 0, Math.max(1, names.size()));
    Frame frame = new Frame(canvas, lettering, x, rows, plot);
    for (Axis.Tick tick : x.ticks()) {
      if (!tick.label().isEmpty()) {
        double at = frame.x(tick.value());
        canvas.line(at, plot.y, at, plot.bottom(), GRID);
      }
    }
    frame.axisOfX();
    Letters letters = new Letters(SMALL.size(), Palette.INK, false);
    for (int i = 0; i < names.size(); i++) {
      double line = frame.row(i) + 2.5;
      if (twoColumns) {
        canvas.text(part(names.get(i), 0), new Spot(all.x, line), Anchor.START, letters);
        canvas.text(part(names.get(i), 1), new Spot(all.x + first, line), Anchor.START, letters);
      } else {
        canvas.text(names.get(i), new Spot(plot.x - PAD, line), Anchor.END, letters);
      }
    }
    return frame;
  }

  private static double widestPart(Lettering lettering, List<String> names, int part) {
    return names.stream()
        .mapToDouble(n -> lettering.width(part(n, part), SMALL.size()))
        .max()
        .orElse(0);
  }

  private static String part(String name, int part) {
    int tab = name.indexOf('\t');
    return tab < 0 ? name : part == 0 ? name.substring(0, tab) : name.substring(tab + 1);
  }

  Box plot() {
    return plot;
  }

  double x(double value) {
    return plot.x + plot.width * x.share(value);
  }

  double y(double value) {
    return plot.bottom() - plot.height * y.share(value);
  }

  /// The middle of a row, counted from the top.
  double row(int number) {
    return plot.y + plot.height * (number + 0.5) / y.to();
  }

  Spot spot(double x, double y) {
    return new Spot(x(x), y(y));
  }

  private void gridOfY() {
    for (Axis.Tick tick : y.ticks()) {
      if (!tick.label().isEmpty()) {
        double at = y(tick.value());
        canvas.line(plot.x, at, plot.right(), at, GRID);
      }
    }
  }

  private void axisOfX() {
    canvas.line(plot.x, plot.bottom(), plot.right(), plot.bottom(), LINE);
    double free = Double.NEGATIVE_INFINITY;
    for (Axis.Tick tick : x.ticks()) {
      double at = x(tick.value());
      double width = lettering.width(tick.label(), SMALL.size());
      boolean named = !tick.label().isEmpty() && at - width / 2 > free;
      double length = tick.label().isEmpty() ? MARK / 2 : MARK;
      canvas.line(at, plot.bottom(), at, plot.bottom() + length, LINE);
      if (named) {
        canvas.text(tick.label(), new Spot(at, plot.bottom() + MARK + 8), Anchor.MIDDLE, SMALL);
        free = at + width / 2 + CLOSE;
      }
    }
    canvas.text(
        x.label(),
        new Spot(plot.x + plot.width / 2, plot.bottom() + BOTTOM - 5),
        Anchor.MIDDLE,
        USUAL);
  }

  private void axisOfY(double leftMost) {
    canvas.line(plot.x, plot.y, plot.x, plot.bottom(), LINE);
    double free = Double.POSITIVE_INFINITY;
    for (Axis.Tick tick : y.ticks()) {
      double at = y(tick.value());
      double length = tick.label().isEmpty() ? MARK / 2 : MARK;
      canvas.line(plot.x - length, at, plot.x, at, LINE);
      if (!tick.label().isEmpty() && at + SMALL.size() / 2 < free) {
        canvas.text(tick.label(), new Spot(plot.x - MARK - 2, at + 2.5), Anchor.END, SMALL);
        free = at - SMALL.size() / 2;
      }
    }
    canvas.upright(
        y.label(), new Spot(leftMost + 8, plot.y + plot.height / 2), Anchor.MIDDLE, USUAL);
  }

  static double widest(Lettering lettering, List<Axis.Tick> ticks) {
    return ticks.stream()
        .mapToDouble(t -> lettering.width(t.label(), SMALL.size()))
        .max()
        .orElse(0);
  }
}
