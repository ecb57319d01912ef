package org.connectarium.analysis.figure;

import java.util.List;
import java.util.stream.IntStream;
import org.connectarium.analysis.figure.Canvas.Pen;
import org.connectarium.analysis.figure.Canvas.Spot;

/// Draws the marks of a [Panel.Rows]. Dots of several series stand one below the other in a row.
final class RowDrawing {
  private static final double DOT = 2.3;
  private static final double WHISKER = 1;
  private static final double SHARE = 0.62;

  private final Canvas canvas;
  private final Frame frame;
  private final Panel.Rows rows;
  private final List<Integer> dots;

  RowDrawing(Canvas canvas, Frame frame, Panel.Rows rows) {
    this.canvas = canvas;
    this.frame = frame;
    this.rows = rows;
    this.dots =
        IntStream.range(0, rows.series().size())
            .filter(s -> rows.series().get(s).shape() != Panel.Shape.RANGE)
            .boxed()
            .toList();
  }

  void draw() {
    Frame.Box plot = frame.plot();
    rows.reference()
        .ifPresent(
            at ->
                canvas.line(
                    frame.x(at), plot.y(), frame.x(at), plot.bottom(), new Pen(Palette.SOFT, 0.7)));
    double height = plot.height() / Math.max(1, rows.rows().size());
    for (int r = 0; r < rows.rows().size(); r++) {
      for (Panel.Mark mark : rows.rows().get(r).marks()) {
        mark(mark, frame.row(r), height);
      }
    }
  }

  private void mark(Panel.Mark mark, double middle, double height) {
    Panel.Series series = rows.series().get(mark.series());
    int colour = LayerDrawing.colour(series.colour());
    boolean interval = !Double.isNaN(mark.low()) && !Double.isNaN(mark.high());
    switch (series.shape()) {
      case RANGE -> {
        if (interval) {
          double thick = Math.min(9, height * SHARE);
          double from = x(mark.low());
          canvas.rectangle(
              from, middle - thick / 2, Math.max(1, x(mark.high()) - from), thick, colour, 0.5);
        }
      }
      case BAR -> {
        double thick = Math.min(9, height * SHARE / dots.size());
        double y = middle + offset(mark.series(), height);
        double from = frame.plot().x();
        double to = x(mark.value());
        canvas.rectangle(from, y - thick / 2, Math.max(0, to - from), thick, colour, 0.55);
        if (interval) {
          canvas.line(x(mark.low()), y, x(mark.high()), y, new Pen(Palette.INK, WHISKER));
        }
      }
      case DOT -> {
        double y = middle + offset(mark.series(), height);
        if (interval) {
          canvas.line(x(mark.low()), y, x(mark.high()), y, new Pen(colour, WHISKER));
        }
        if (!Double.isNaN(mark.value())) {
          canvas.dot(new Spot(x(mark.value()), y), DOT, colour, Palette.PAPER);
        }
      }
    }
  }

  private double offset(int series, double height) {
    int place = dots.indexOf(series);
    return dots.size() < 2 ? 0 : height * SHARE * ((place + 0.5) / dots.size() - 0.5);
  }

  /* What is beyond the axis stands at its end. */
  private double x(double value) {
    return frame.x(Math.clamp(value, rows.x().from(), rows.x().to()));
  }
}
