package org.connectarium.analysis.report;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.connectarium.analysis.report.Report.Loss;

/// Draws charts as SVG that takes its colours from the page.
final class Chart {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 240;
  private static final int LEFT = 54;
  private static final int RIGHT = 14;
  private static final int TOP = 12;
  private static final int BOTTOM = 44;
  private static final int PLOT_WIDTH = WIDTH - LEFT - RIGHT;
  private static final int PLOT_HEIGHT = HEIGHT - TOP - BOTTOM;

  private Chart() {}

  /// The distribution of sizes: bars over a logarithmic axis.
  static String histogram(Report.Histogram data) {
    LogHistogram bins = data.bins();
    long[] counts = bins.counts();
    int n = counts.length;
    if (n == 0) {
      return "<p class=\"note\">No values.</p>\n";
    }
    double most = 0;
    for (long count : counts) {
      most = Math.max(most, (double) count);
    }
    double top = niceAbove(most);
    StringBuilder svg = begin(data.caption() + ", histogram");
    gridY(svg, top);
    double step = (double) PLOT_WIDTH / n;
    for (int i = 0; i < n; i++) {
      long count = counts[i];
      double height = (double) count / top * PLOT_HEIGHT;
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"1.5\">"
                  + "<title>%s to %s %s: %d</title></rect>%n",
              LEFT + i * step + 1,
              TOP + PLOT_HEIGHT - height,
              Math.max(1, step - 2),
              height,
              Html.number(bins.edge(i)),
              Html.number(bins.edge(i + 1)),
              Html.escape(data.unit()),
              count));
    }
    for (int i = 0; i <= n; i++) {
      if (Math.floorMod(bins.first() + i, LogHistogram.PER_DECADE) == 0
          || n < LogHistogram.PER_DECADE) {
        labelX(svg, LEFT + i * step, Html.number(bins.edge(i)));
      }
    }
    return end(svg, data.unit(), "count");
  }

  /// Loss of training and validation over time.
  static String losses(List<Loss> losses) {
    double steps = 1e-9;
    double most = 1e-9;
    for (Loss loss : losses) {
      steps = Math.max(steps, loss.step());
      most = Math.max(most, Math.max(loss.train(), loss.validation().orElse(0)));
    }
    double top = niceAbove(most);
    StringBuilder svg = begin("Loss of training and validation over steps");
    gridY(svg, top);
    double stepX = niceAbove(steps / 5);
    for (double x = 0; x <= steps * 1.0001; x += stepX) {
      labelX(svg, LEFT + x / steps * PLOT_WIDTH, Html.number(x));
    }
    line(svg, "train", losses, Loss::train, steps, top);
    List<Loss> validated = losses.stream().filter(l -> l.validation().isPresent()).toList();
    line(svg, "validation", validated, l -> l.validation().orElse(0), steps, top);
    return "<p class=\"legend\"><span class=\"key train\"></span>training"
        + "<span class=\"key validation\"></span>validation</p>\n"
        + end(svg, "steps", "loss");
  }

  private static void line(
      StringBuilder svg,
      String series,
      List<Loss> points,
      ToDoubleFunction<Loss> value,
      double steps,
      double top) {
    svg.append("<polyline class=\"line ").append(series).append("\" points=\"");
    for (Loss point : points) {
      svg.append(
          String.format(
              Locale.ROOT,
              "%.1f,%.1f ",
              LEFT + point.step() / steps * PLOT_WIDTH,
              TOP + PLOT_HEIGHT * (1 - value.applyAsDouble(point) / top)));
    }
    svg.append("\"/>\n");
  }

  private static StringBuilder begin(String description) {
    return new StringBuilder(4096)
        .append(
            String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n",
                WIDTH,
                HEIGHT,
                Html.escape(description)));
  }

  private static String end(StringBuilder svg, String nameX, String nameY) {
    text(svg, "middle", LEFT + PLOT_WIDTH / 2.0, HEIGHT - 6, nameX);
    svg.append(
        String.format(
            Locale.ROOT,
            "<text transform=\"translate(13 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
            TOP + PLOT_HEIGHT / 2,
            Html.escape(nameY)));
    return svg.append("</svg>\n").toString();
  }

  private static void gridY(StringBuilder svg, double top) {
    for (int i = 0; i <= 4; i++) {
      double y = TOP + PLOT_HEIGHT * (1 - i / 4.0);
      svg.append(
          String.format(
              Locale.ROOT,
              "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>%n",
              LEFT,
              LEFT + PLOT_WIDTH,
              y,
              y));
      text(svg, "end", LEFT - 6, y + 4, Html.number(top * i / 4));
    }
  }

  private static void labelX(StringBuilder svg, double x, String label) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line class=\"tick\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>%n",
            x,
            x,
            TOP + PLOT_HEIGHT,
            TOP + PLOT_HEIGHT + 4));
    text(svg, "middle", x, TOP + PLOT_HEIGHT + 17, label);
  }

  private static void text(StringBuilder svg, String anchor, double x, double y, String label) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
            anchor,
            x,
            y,
            Html.escape(label)));
  }

  /// The least of 1, 2, 4, 6, 8 times a power of ten that is not below the value: quarters of it
  /// are short numbers.
  static double niceAbove(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    for (int factor : new int[] {1, 2, 4, 6, 8}) {
      if (factor * power >= value * (1 - 1e-12)) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
