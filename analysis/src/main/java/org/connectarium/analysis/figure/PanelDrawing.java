package org.connectarium.analysis.figure;

import org.connectarium.analysis.figure.Canvas.Anchor;
import org.connectarium.analysis.figure.Canvas.Letters;
import org.connectarium.analysis.figure.Canvas.Pen;
import org.connectarium.analysis.figure.Canvas.Spot;
import org.connectarium.analysis.figure.Frame.Box;

/// Draws each kind of [Panel].
final class PanelDrawing {
  private static final double BAR = 34;
  private static final double BAR_WIDTH = 8;
  private static final double LONGEST_BAR = 130;
  private static final int BAR_STEPS = 48;
  private static final double LARGEST_CELL = 34;
  private static final double SMALLEST_TEXT = 4;

  private final Canvas canvas;
  private final Lettering lettering;

  PanelDrawing(Canvas canvas, Lettering lettering) {
    this.canvas = canvas;
    this.lettering = lettering;
  }

  void draw(Panel panel, Box box) {
    switch (panel) {
      case Panel.Plot plot -> plot(plot, box);
      case Panel.Rows rows -> rows(rows, box);
      case Panel.Matrix matrix -> matrix(matrix, box);
      case Panel.Field field -> field(field, box);
    }
  }

  private void plot(Panel.Plot plot, Box box) {
    Legend legend = new Legend(canvas, lettering);
    plot.layers()
        .forEach(layer -> legend.add(layer.name(), LayerDrawing.colour(layer), key(layer)));
    Frame frame = Frame.of(canvas, lettering, plot.x(), plot.y(), legend.draw(box));
    layers(frame, plot.layers());
  }

  private void layers(Frame frame, Iterable<Panel.Layer> layers) {
    Box area = frame.plot();
    canvas.clip(area.x() - 2.5, area.y() - 2.5, area.width() + 5, area.height() + 3);
    LayerDrawing drawing = new LayerDrawing(canvas, frame);
    layers.forEach(drawing::draw);
    canvas.unclip();
  }

  private static Legend.Key key(Panel.Layer layer) {
    return switch (layer) {
      case Panel.Curve curve -> curve.dashed() ? Legend.Key.DASHED : Legend.Key.LINE;
      case Panel.Dots _ -> Legend.Key.DOT;
      case Panel.Bars _ -> Legend.Key.BLOCK;
      case Panel.Band _ -> Legend.Key.PALE;
      case Panel.Upright _ -> Legend.Key.DASHED;
    };
  }

  private void rows(Panel.Rows rows, Box box) {
    Legend legend = new Legend(canvas, lettering);
    rows.series().forEach(s -> legend.add(s.name(), LayerDrawing.colour(s.colour()), key(s)));
    Frame frame =
        Frame.ofRows(
            canvas,
            lettering,
            rows.x(),
            rows.rows().stream().map(Panel.Row::name).toList(),
            legend.draw(box));
    new RowDrawing(canvas, frame, rows).draw();
  }

  private static Legend.Key key(Panel.Series series) {
    return switch (series.shape()) {
      case DOT -> Legend.Key.DOT;
      case BAR -> Legend.Key.BLOCK;
      case RANGE -> Legend.Key.PALE;
    };
  }

  private void matrix(Panel.Matrix matrix, Box box) {
    double left = widest(matrix.rowNames()) + 18;
    double top = widest(matrix.columnNames()) + 20;
    int columns = matrix.columnNames().size();
    int lines = matrix.rowNames().size();
    double width = Math.min(LARGEST_CELL, (box.width() - left - BAR - 16) / columns);
    double height = Math.min(LARGEST_CELL, (box.height() - top - 4) / lines);
    Box grid = new Box(box.x() + left, box.y() + top, width * columns, height * lines);
    canvas.text(
        matrix.across(),
        new Spot(grid.x() + grid.width() / 2, box.y() + 9),
        Anchor.MIDDLE,
        Frame.USUAL);
    canvas.upright(
        matrix.down(),
        new Spot(box.x() + 8, grid.y() + grid.height() / 2),
        Anchor.MIDDLE,
        Frame.USUAL);
    for (int c = 0; c < columns; c++) {
      canvas.upright(
          matrix.columnNames().get(c),
          new Spot(grid.x() + (c + 0.5) * width + 2.5, grid.y() - 4),
          Anchor.START,
          Frame.SMALL);
    }
    for (int r = 0; r < lines; r++) {
      canvas.text(
          matrix.rowNames().get(r),
          new Spot(grid.x() - 4, grid.y() + (r + 0.5) * height + 2.5),
          Anchor.END,
          Frame.SMALL);
      for (int c = 0; c < columns; c++) {
        cell(
            matrix.cells().get(r).get(c),
            matrix.scale(),
            new Box(grid.x() + c * width, grid.y() + r * height, width, height));
      }
    }
    colourBar(
        matrix.scale(),
        new Box(
            grid.right() + 12, grid.y(), BAR_WIDTH, Math.clamp(grid.height(), 60, LONGEST_BAR)));
  }

  private void cell(Panel.Cell cell, ColourScale scale, Box box) {
    int colour = Double.isNaN(cell.value()) ? Palette.GRID : scale.colour(cell.value());
    canvas.rectangle(
        box.x() + 0.3, box.y() + 0.3, box.width() - 0.6, box.height() - 0.6, colour, 1);
    double fits = (box.width() - 2) / Math.max(1e-9, lettering.width(cell.text(), 1));
    double size = Math.min(Frame.SMALL.size(), Math.min(fits, box.height() * 0.7));
    if (!cell.text().isEmpty() && size >= SMALLEST_TEXT) {
      canvas.text(
          cell.text(),
          new Spot(box.x() + box.width() / 2, box.y() + box.height() / 2 + size * 0.36),
          Anchor.MIDDLE,
          new Letters(size, ColourScale.letters(colour), false));
    }
  }

  private double widest(Iterable<String> names) {
    double widest = 0;
    for (String name : names) {
      widest = Math.max(widest, lettering.width(name, Frame.SMALL.size()));
    }
    return widest;
  }

  private void colourBar(ColourScale scale, Box bar) {
    Axis axis = scale.axis();
    double step = bar.height() / BAR_STEPS;
    for (int i = 0; i < BAR_STEPS; i++) {
      double share = (i + 0.5) / BAR_STEPS;
      double value =
          axis.logarithmic()
              ? axis.from() * Math.pow(axis.to() / axis.from(), share)
              : axis.from() + (axis.to() - axis.from()) * share;
      canvas.rectangle(
          bar.x(), bar.bottom() - (i + 1) * step, bar.width(), step + 0.2, scale.colour(value), 1);
    }
    Pen pen = new Pen(Palette.SOFT, 0.6);
    double free = Double.POSITIVE_INFINITY;
    double widest = 0;
    for (Axis.Tick tick : axis.ticks()) {
      double y = bar.bottom() - bar.height() * axis.share(tick.value());
      if (!tick.label().isEmpty() && y + 4 < free) {
        canvas.line(bar.right(), y, bar.right() + 2, y, pen);
        canvas.text(tick.label(), new Spot(bar.right() + 4, y + 2.5), Anchor.START, Frame.SMALL);
        widest = Math.max(widest, lettering.width(tick.label(), Frame.SMALL.size()));
        free = y - 5;
      }
    }
    canvas.upright(
        scale.label(),
        new Spot(bar.right() + widest + 13, bar.y() + bar.height() / 2),
        Anchor.MIDDLE,
        Frame.SMALL);
  }

  private void field(Panel.Field field, Box box) {
    Legend legend = new Legend(canvas, lettering);
    field.layers().forEach(l -> legend.add(l.name(), LayerDrawing.colour(l), key(l)));
    Box rest = legend.draw(box);
    double bar = BAR + widest(field.scale().axis().ticks().stream().map(Axis.Tick::label).toList());
    Frame frame =
        Frame.of(
            canvas,
            lettering,
            field.x(),
            field.y(),
            new Box(rest.x(), rest.y(), rest.width() - bar, rest.height()));
    Box area = frame.plot();
    canvas.picture(area.x(), area.y(), area.width(), area.height(), pixels(field));
    layers(frame, field.layers());
    colourBar(field.scale(), new Box(area.right() + 8, area.y(), BAR_WIDTH, area.height()));
  }

  private static Pixels pixels(Panel.Field field) {
    int width = field.width();
    int height = field.values().size() / width;
    int[] rgb = new int[width * height];
    for (int i = 0; i < rgb.length; i++) {
      int row = height - 1 - i / width;
      double value = field.values().get(row * width + i % width);
      rgb[i] = Double.isNaN(value) ? Palette.GRID : field.scale().colour(value);
    }
    return new Pixels(width, height, rgb);
  }
}
