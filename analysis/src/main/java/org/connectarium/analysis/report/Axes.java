package org.connectarium.analysis.report;

import java.util.List;
import java.util.Locale;

/// A chart in the making: an SVG with the same margins as all others, that takes its colours from
/// the page. Places are shares of the plot, x from the left and y from the bottom.
final class Axes {
  static final int PLOT_WIDTH = 492;

  private static final int LEFT = 54;
  private static final int RIGHT = 14;
  private static final int TOP = 12;
  private static final int BOTTOM = 44;

  private final StringBuilder svg = new StringBuilder(4096);
  private final int left;
  private final int plotWidth;
  private final int plotHeight;

  /// A place in the plot.
  record Place(double x, double y) {}

  private Axes(String description, int left, int plotWidth, int plotHeight) {
    this.left = left;
    this.plotWidth = plotWidth;
    this.plotHeight = plotHeight;
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n",
            left + plotWidth + RIGHT,
            TOP + plotHeight + BOTTOM,
            Html.escape(description)));
  }

  /// A chart of the usual width.
  static Axes of(String description, int plotHeight) {
    return new Axes(description, LEFT, PLOT_WIDTH, plotHeight);
  }

  /// A chart with room for words instead of numbers on its left.
  static Axes withWords(String description, int left, int plotHeight) {
    return new Axes(description, left, PLOT_WIDTH + LEFT - left, plotHeight);
  }

  private double x(double share) {
    return left + share * plotWidth;
  }

  private double y(double share) {
    return TOP + plotHeight * (1 - share);
  }

  /// Four horizontal lines above the base, with numbers from `from` to `to`.
  Axes gridY(double from, double to) {
    for (int i = 0; i <= 4; i++) {
      double y = y(i / 4.0);
      svg.append(
          String.format(
              Locale.ROOT,
              "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>%n",
              left,
              left + plotWidth,
              y,
              y));
      text("end", left - 6, y + 4, Html.number(from + (to - from) * i / 4));
    }
    return this;
  }

  /// A mark below the plot with its label.
  Axes labelX(double share, String label) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line class=\"tick\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>%n",
            x(share),
            x(share),
            TOP + plotHeight,
            TOP + plotHeight + 4));
    text("middle", x(share), TOP + plotHeight + 17, label);
    return this;
  }

  /// Words left of the plot.
  Axes word(double share, String word) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text class=\"word\" text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%s</text>%n",
            left - 6,
            y(share) + 4,
            Html.escape(word)));
    return this;
  }

  /// A line through places, of the class of the style sheet.
  Axes line(String series, List<Place> places) {
    svg.append("<polyline class=\"line ").append(series).append("\" points=\"");
    places.forEach(p -> svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(p.x), y(p.y))));
    svg.append("\"/>\n");
    return this;
  }

  /// A bar that tells its title when it is pointed at.
  ///
  /// @param gap pixels left free on its right
  Axes bar(String series, Place low, Place high, double gap, String title) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"1.5\">"
                + "<title>%s</title></rect>%n",
            series,
            x(low.x) + gap / 2,
            y(high.y),
            Math.max(1, x(high.x) - x(low.x) - gap),
            y(low.y) - y(high.y),
            Html.escape(title)));
    return this;
  }

  /// A dot that tells its title when it is pointed at.
  Axes dot(String series, Place place, String title) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<circle class=\"dot %s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\"><title>%s</title></circle>%n",
            series,
            x(place.x),
            y(place.y),
            Html.escape(title)));
    return this;
  }

  /// A small number over a place.
  Axes over(Place place, String text) {
    text("middle", x(place.x), y(place.y) - 3, text);
    return this;
  }

  /// The finished chart.
  String end(String nameX, String nameY) {
    text("middle", left + plotWidth / 2.0, TOP + plotHeight + BOTTOM - 6, nameX);
    if (!nameY.isEmpty()) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<text transform=\"translate(13 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
              TOP + plotHeight / 2,
              Html.escape(nameY)));
    }
    return svg.append("</svg>\n").toString();
  }

  private void text(String anchor, double x, double y, String label) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
            anchor,
            x,
            y,
            Html.escape(label)));
  }
}
