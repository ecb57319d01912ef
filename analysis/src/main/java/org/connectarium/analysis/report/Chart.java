package org.connectarium.analysis.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.connectarium.analysis.report.Axes.Place;
import org.connectarium.analysis.report.Report.Loss;

/// Draws distributions and losses as SVG.
final class Chart {
  private static final int HEIGHT = 184;

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
    Axes axes = Axes.of(data.caption() + ", histogram", HEIGHT).gridY(0, top);
    for (int i = 0; i < n; i++) {
      axes.bar(
          "bar",
          new Place((double) i / n, 0),
          new Place((i + 1.0) / n, (double) counts[i] / top),
          2,
          "%s to %s %s: %d"
              .formatted(
                  Html.number(bins.edge(i)),
                  Html.number(bins.edge(i + 1)),
                  data.unit(),
                  counts[i]));
    }
    for (int i = 0; i <= n; i++) {
      if (Math.floorMod(bins.first() + i, LogHistogram.PER_DECADE) == 0
          || n < LogHistogram.PER_DECADE) {
        axes.labelX((double) i / n, Html.number(bins.edge(i)));
      }
    }
    return axes.end(data.unit(), "count");
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
    Axes axes = Axes.of("Loss of training and validation over steps", HEIGHT).gridY(0, top);
    double stepX = niceAbove(steps / 5);
    for (double x = 0; x <= steps * 1.0001; x += stepX) {
      axes.labelX(x / steps, Html.number(x));
    }
    List<Loss> validated = losses.stream().filter(l -> l.validation().isPresent()).toList();
    axes.line("train", places(losses, Loss::train, steps, top));
    axes.line("validation", places(validated, l -> l.validation().orElse(0), steps, top));
    return "<p class=\"legend\"><span class=\"key train\"></span>training"
        + "<span class=\"key validation\"></span>validation</p>\n"
        + axes.end("steps", "loss");
  }

  private static List<Place> places(
      List<Loss> losses, ToDoubleFunction<Loss> value, double steps, double top) {
    return losses.stream()
        .map(l -> new Place(l.step() / steps, value.applyAsDouble(l) / top))
        .toList();
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
