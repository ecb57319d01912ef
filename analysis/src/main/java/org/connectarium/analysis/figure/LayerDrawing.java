package org.connectarium.analysis.figure;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.analysis.figure.Canvas.Pen;
import org.connectarium.analysis.figure.Canvas.Spot;

/// Draws each kind of [Panel.Layer] over the axes of a panel.
final class LayerDrawing {
  private static final double CURVE = 1.3;
  private static final double DASH = 3;
  private static final double DOT = 2;
  private static final double BAR_OPACITY = 0.55;
  private static final double WHISKER = 0.8;

  private final Canvas canvas;
  private final Frame frame;

  LayerDrawing(Canvas canvas, Frame frame) {
    this.canvas = canvas;
    this.frame = frame;
  }

  static int colour(Panel.Layer layer) {
    return colour(layer.colour());
  }

  static int colour(int number) {
    return number == Panel.CHANCE ? Palette.CHANCE : Palette.series(number);
  }

  void draw(Panel.Layer layer) {
    switch (layer) {
      case Panel.Curve curve -> curve(curve);
      case Panel.Dots dots -> dots(dots);
      case Panel.Bars bars -> bars(bars);
      case Panel.Band band -> band(band);
      case Panel.Upright line -> upright(line);
    }
  }

  private void curve(Panel.Curve curve) {
    canvas.line(
        curve.points().stream().map(p -> frame.spot(p.x(), p.y())).toList(),
        new Pen(colour(curve), CURVE, curve.dashed() ? DASH : 0));
  }

  private void dots(Panel.Dots dots) {
    int colour = colour(dots);
    for (Panel.Estimate e : dots.dots()) {
      if (!Double.isNaN(e.low()) && !Double.isNaN(e.high())) {
        double x = frame.x(e.x());
        canvas.line(x, frame.y(e.low()), x, frame.y(e.high()), new Pen(colour, WHISKER));
      }
    }
    dots.dots().forEach(e -> canvas.dot(frame.spot(e.x(), e.y()), DOT, colour, Palette.PAPER));
  }

  private void bars(Panel.Bars bars) {
    double base = frame.plot().bottom();
    for (Panel.Bar bar : bars.bars()) {
      double left = frame.x(bar.from());
      double width = frame.x(bar.to()) - left;
      double gap = Math.min(0.6, width / 4);
      double top = frame.y(bar.height());
      if (top < base) {
        canvas.rectangle(left + gap / 2, top, width - gap, base - top, colour(bars), BAR_OPACITY);
      }
    }
  }

  private void band(Panel.Band band) {
    List<Spot> outline = new ArrayList<>();
    band.spans().forEach(s -> outline.add(frame.spot(s.x(), s.high())));
    band.spans().reversed().forEach(s -> outline.add(frame.spot(s.x(), s.low())));
    canvas.area(outline, colour(band), 0.3);
  }

  private void upright(Panel.Upright line) {
    double x = frame.x(line.x());
    canvas.line(x, frame.plot().y(), x, frame.plot().bottom(), new Pen(colour(line), CURVE, DASH));
  }
}
