package org.connectarium.analysis.figure;

import java.util.List;

/// What a figure is drawn on. Lengths are points; y grows downwards; colours are 0xRRGGBB.
interface Canvas {
  /// A place on it.
  record Spot(double x, double y) {}

  /// Where a text stands from its place.
  enum Anchor {
    START("start", 0),
    MIDDLE("middle", 0.5),
    END("end", 1);

    private final String word;
    private final double share;

    Anchor(String word, double share) {
      this.word = word;
      this.share = share;
    }

    String word() {
      return word;
    }

    /// How much of the text stands before the place.
    double share() {
      return share;
    }
  }

  /// How a line is drawn.
  ///
  /// @param dash lengths of dash and gap; 0: a whole line
  record Pen(int colour, double width, double dash) {
    Pen(int colour, double width) {
      this(colour, width, 0);
    }
  }

  /// How letters look.
  record Letters(double size, int colour, boolean bold) {}

  /// A line through places.
  void line(List<Spot> spots, Pen pen);

  /// A filled outline.
  ///
  /// @param opacity 0 … 1
  void area(List<Spot> spots, int colour, double opacity);

  void rectangle(double x, double y, double width, double height, int colour, double opacity);

  /// A dot.
  ///
  /// @param rim colour of its edge
  void dot(Spot centre, double radius, int colour, int rim);

  /// A text on one line; its place is on the base line.
  void text(String text, Spot at, Anchor anchor, Letters letters);

  /// A text that is read from below, turned about its place.
  void upright(String text, Spot at, Anchor anchor, Letters letters);

  /// A picture of pixels.
  void picture(double x, double y, double width, double height, Pixels pixels);

  /// Until [#unclip], nothing is drawn outside of this box.
  void clip(double x, double y, double width, double height);

  void unclip();

  default void line(double x1, double y1, double x2, double y2, Pen pen) {
    line(List.of(new Spot(x1, y1), new Spot(x2, y2)), pen);
  }
}
