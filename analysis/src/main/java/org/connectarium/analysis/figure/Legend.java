package org.connectarium.analysis.figure;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.analysis.figure.Canvas.Anchor;
import org.connectarium.analysis.figure.Canvas.Pen;
import org.connectarium.analysis.figure.Canvas.Spot;

/// Says above a plot what its colours are, on as many lines as it needs.
final class Legend {
  private static final double LINE = 10;
  private static final double KEY = 13;
  private static final double GAP = 10;

  private final Canvas canvas;
  private final Lettering lettering;
  private final List<Entry> entries = new ArrayList<>();

  /// How an entry is drawn.
  enum Key {
    LINE,
    DASHED,
    DOT,
    BLOCK,
    PALE
  }

  private record Entry(String name, int colour, Key key) {}

  Legend(Canvas canvas, Lettering lettering) {
    this.canvas = canvas;
    this.lettering = lettering;
  }

  void add(String name, int colour, Key key) {
    if (!name.isEmpty()) {
      entries.add(new Entry(name, colour, key));
    }
  }

  /// Draws it at the top of a box.
  ///
  /// @return what is left of the box
  Frame.Box draw(Frame.Box box) {
    if (entries.isEmpty()) {
      return box;
    }
    double x = box.x();
    double y = box.y() + 2;
    for (Entry entry : entries) {
      double width = KEY + 3 + lettering.width(entry.name, Frame.SMALL.size());
      if (x > box.x() && x + width > box.right()) {
        x = box.x();
        y += LINE;
      }
      key(entry, x, y + LINE / 2);
      canvas.text(entry.name, new Spot(x + KEY + 3, y + LINE / 2 + 2.5), Anchor.START, Frame.SMALL);
      x += width + GAP;
    }
    double used = y + LINE - box.y();
    return new Frame.Box(box.x(), box.y() + used, box.width(), box.height() - used);
  }

  private void key(Entry entry, double x, double y) {
    switch (entry.key) {
      case LINE -> canvas.line(x, y, x + KEY, y, new Pen(entry.colour, 1.4));
      case DASHED -> canvas.line(x, y, x + KEY, y, new Pen(entry.colour, 1.4, 3));
      case DOT -> canvas.dot(new Spot(x + KEY / 2, y), 2.2, entry.colour, Palette.PAPER);
      case BLOCK -> canvas.rectangle(x + 2, y - 3, KEY - 4, 6, entry.colour, 0.55);
      case PALE -> canvas.rectangle(x, y - 3, KEY, 6, entry.colour, 0.3);
    }
  }
}
