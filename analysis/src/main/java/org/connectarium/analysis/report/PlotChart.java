package org.connectarium.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.analysis.report.Axes.Place;

/// Draws each kind of [Plot] as SVG.
final class PlotChart {
  private static final int HEIGHT = 264;
  private static final int WORDS = 430;
  private static final int LETTERS = 76;
  private static final int ROW_HEIGHT = 17;
  private static final List<String> MARKS = List.of("first", "second");
  /* Counts of a reliability diagram stand on the base, so high. */
  private static final double COUNT_HEIGHT = 0.2;

  private PlotChart() {}

  static String svg(Plot plot) {
    return switch (plot) {
      case Plot.PrecisionRecall p -> precisionRecall(p);
      case Plot.Reliability p -> reliability(p);
      case Plot.Learning p -> learning(p);
      case Plot.Shares p -> shares(p);
    };
  }

  private static String precisionRecall(Plot.PrecisionRecall plot) {
    Axes axes = unitSquare(plot.caption() + ", precision over recall");
    axes.line("chance", List.of(new Place(0, plot.prevalence()), new Place(1, plot.prevalence())));
    axes.line("train", plot.curve().stream().map(PlotChart::place).toList());
    StringBuilder legend = new StringBuilder("<p class=\"legend\">");
    for (int m = 0; m < plot.marks().size(); m++) {
      Plot.Mark mark = plot.marks().get(m);
      String text =
          "%s: precision %s, recall %s"
              .formatted(
                  mark.name(), Html.share(mark.at().precision()), Html.share(mark.at().recall()));
      axes.dot(MARKS.get(m), place(mark.at()), text);
      legend
          .append("<span class=\"spot ")
          .append(MARKS.get(m))
          .append("\"></span>")
          .append(Html.escape(text));
    }
    legend.append("<span class=\"key chance\"></span>share of positives</p>\n");
    return legend + axes.end("recall", "precision");
  }

  private static Place place(Plot.Threshold t) {
    return new Place(t.recall(), t.precision());
  }

  private static String reliability(Plot.Reliability plot) {
    Axes axes = unitSquare(plot.caption() + ", observed over predicted");
    double most = plot.bins().stream().mapToDouble(Plot.Bin::weight).max().orElse(1);
    for (Plot.Bin bin : plot.bins()) {
      double height = COUNT_HEIGHT * Math.log1p(bin.weight()) / Math.log1p(most);
      Place low = new Place(Math.max(0, bin.predicted() - 0.02), 0);
      Place high = new Place(Math.min(1, bin.predicted() + 0.02), height);
      String count = Html.number(bin.weight());
      axes.bar("soft", low, high, 0, count).over(new Place(bin.predicted(), height), count);
    }
    axes.line("chance", List.of(new Place(0, 0), new Place(1, 1)));
    axes.line("train", plot.bins().stream().map(PlotChart::place).toList());
    for (Plot.Bin bin : plot.bins()) {
      String text =
          "predicted %s, observed %s, %s"
              .formatted(
                  Html.share(bin.predicted()),
                  Html.share(bin.observed()),
                  Html.number(bin.weight()));
      axes.dot("first", place(bin), text);
    }
    return "<p class=\"legend\"><span class=\"key train\"></span>observed"
        + "<span class=\"key chance\"></span>perfect; bars: counts, logarithmic</p>\n"
        + axes.end("predicted probability", "share of positives");
  }

  private static Place place(Plot.Bin bin) {
    return new Place(bin.predicted(), bin.observed());
  }

  private static Axes unitSquare(String description) {
    Axes axes = Axes.of(description, HEIGHT).gridY(0, 1);
    for (int i = 0; i <= 5; i++) {
      axes.labelX(i / 5.0, Html.number(i / 5.0));
    }
    return axes;
  }

  private static String learning(Plot.Learning plot) {
    double most = 1e-9;
    double least = 1;
    for (Plot.Step step : plot.steps()) {
      most = Math.max(most, step.amount());
      least = Math.min(least, step.quality());
    }
    double from = Math.max(0, Math.min(0.8, Math.floor(least * 5) / 5));
    double top = Chart.niceAbove(most);
    Axes axes = Axes.of(plot.caption(), HEIGHT).gridY(from, 1);
    for (int i = 0; i <= 4; i++) {
      axes.labelX(i / 4.0, Html.number(top * i / 4));
    }
    List<Place> places = new ArrayList<>();
    for (Plot.Step step : plot.steps()) {
      places.add(new Place(step.amount() / top, (step.quality() - from) / (1 - from)));
    }
    axes.line("train", places);
    for (int i = 0; i < places.size(); i++) {
      Plot.Step step = plot.steps().get(i);
      String text = step.text() + ": " + Html.share(step.quality());
      axes.dot("first", places.get(i), text);
    }
    return axes.end(plot.unit(), plot.measure());
  }

  private static String shares(Plot.Shares plot) {
    int n = plot.shares().size();
    if (n == 0) {
      return "<p class=\"note\">No values.</p>\n";
    }
    double top =
        Chart.niceAbove(
            Math.max(1e-6, plot.shares().stream().mapToDouble(Plot.Share::share).max().orElse(1)));
    Axes axes = Axes.withWords(plot.caption(), WORDS, n * ROW_HEIGHT);
    for (int i = 0; i < n; i++) {
      Plot.Share share = plot.shares().get(i);
      double middle = (n - i - 0.5) / n;
      double half = 0.36 / n;
      axes.word(middle, shortened(share.name()));
      axes.bar(
          "bar",
          new Place(0, middle - half),
          new Place(share.share() / top, middle + half),
          0,
          share.name() + ": " + Html.number(100 * share.share()) + " %");
    }
    for (int i = 0; i <= 4; i++) {
      axes.labelX(i / 4.0, Html.number(100 * top * i / 4) + " %");
    }
    return axes.end("share of the gain", "");
  }

  private static String shortened(String name) {
    return name.length() <= LETTERS ? name : name.substring(0, LETTERS - 1) + "…";
  }
}
