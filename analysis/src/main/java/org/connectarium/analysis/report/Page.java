package org.connectarium.analysis.report;

import static org.connectarium.analysis.report.Html.escape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.connectarium.analysis.report.Report.KeyFigure;
import org.connectarium.analysis.report.Report.Picture;
import org.connectarium.analysis.report.Report.PictureRow;
import org.connectarium.analysis.report.Report.StageTime;
import org.connectarium.analysis.report.Report.Table;

/// Writes a [Report] as HTML, top to bottom.
final class Page {
  private static final Pattern NUMBER =
      Pattern.compile("[-+−]?[\\d., ]*\\d[^\\p{L}]{0,3}\\p{L}{0,6}[³²]?(/s)?");

  private final Report report;
  private final StringBuilder out = new StringBuilder(1 << 16);

  Page(Report report) {
    this.report = report;
  }

  String html() {
    out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>" + escape(report.title()) + " · Connectarium</title>\n")
        .append("<style>\n" + style() + "</style>\n</head>\n<body>\n");
    out.append("<header><p>Connectarium report</p>\n<h1>" + escape(report.title()) + "</h1>\n");
    if (!report.trust().isEmpty()) {
      out.append("<p class=\"trust\">" + escape(report.trust()) + "</p>\n");
    }
    out.append("</header>\n<main>\n");
    keyFigures();
    pictures();
    tables();
    plots();
    charts();
    stages();
    texts();
    out.append("</main>\n");
    footer();
    return out.append("</body>\n</html>\n").toString();
  }

  private void keyFigures() {
    if (report.keyFigures().isEmpty()) {
      return;
    }
    out.append("<dl class=\"figures\">\n");
    for (KeyFigure figure : report.keyFigures()) {
      out.append("<div><dt>" + escape(figure.name()) + "</dt>")
          .append("<dd>" + escape(figure.value()) + "</dd>");
      if (!figure.note().isEmpty()) {
        out.append("<dd class=\"note\">" + escape(figure.note()) + "</dd>");
      }
      out.append("</div>\n");
    }
    out.append("</dl>\n");
  }

  private void pictures() {
    for (PictureRow row : report.pictures()) {
      out.append("<h2>" + escape(row.caption()) + "</h2>\n<div class=\"row\">\n");
      for (Picture picture : row.pictures()) {
        String caption = escape(picture.caption());
        out.append("<figure><img alt=\"" + caption + "\" src=\"data:image/png;base64,")
            .append(Base64.getEncoder().encodeToString(picture.png()))
            .append("\"><figcaption>" + caption + "</figcaption></figure>\n");
      }
      out.append("</div>\n");
    }
  }

  private void tables() {
    for (Table table : report.tables()) {
      out.append("<h2>" + escape(table.caption()) + "</h2>\n");
      table(table.columns(), table.rows());
      note(table.note());
    }
  }

  private void plots() {
    for (Report.PlotGroup group : report.plots()) {
      out.append("<h2>" + escape(group.heading()) + "</h2>\n<div class=\"charts\">\n");
      group.plots().forEach(plot -> chart(plot.caption(), PlotChart.svg(plot)));
      out.append("</div>\n");
      note(group.note());
    }
  }

  private void texts() {
    for (Report.Text text : report.texts()) {
      out.append("<h2>" + escape(text.heading()) + "</h2>\n");
      text.paragraphs().forEach(p -> out.append("<p>" + escape(p) + "</p>\n"));
    }
  }

  private void charts() {
    if (report.histograms().isEmpty() && report.losses().isEmpty()) {
      return;
    }
    out.append("<h2>Distributions</h2>\n<div class=\"charts\">\n");
    for (Report.Histogram histogram : report.histograms()) {
      chart(histogram.caption(), Chart.histogram(histogram));
    }
    if (!report.losses().isEmpty()) {
      chart("Loss of the boundary network", Chart.losses(report.losses()));
    }
    out.append("</div>\n");
  }

  private void chart(String caption, String svg) {
    out.append("<section><h3>" + escape(caption) + "</h3>\n" + svg + "</section>\n");
  }

  private void stages() {
    if (report.stages().isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    double seconds = 0;
    for (StageTime stage : report.stages()) {
      seconds += stage.seconds();
      rows.add(
          List.of(
              stage.stage(),
              Html.seconds(stage.seconds()),
              stage.voxels() == 0
                  ? "–"
                  : Html.number(stage.voxels() / Math.max(1e-3, stage.seconds())),
              Html.bytes(stage.peakMemoryBytes())));
    }
    rows.add(List.of("all", Html.seconds(seconds), "", ""));
    out.append("<h2>Stages</h2>\n");
    table(List.of("stage", "time", "voxels/s", "peak memory"), rows);
  }

  private void table(List<String> columns, List<List<String>> rows) {
    boolean[] numeric = new boolean[columns.size()];
    for (int i = 0; i < numeric.length; i++) {
      int column = i;
      numeric[i] = i > 0 && rows.stream().map(row -> row.get(column)).allMatch(Page::isNumeric);
    }
    out.append("<div class=\"scroll\"><table>\n<thead>");
    row("th scope=\"col\"", "th", columns, numeric);
    out.append("</thead>\n<tbody>\n");
    rows.forEach(cells -> row("td", "td", cells, numeric));
    out.append("</tbody>\n</table></div>\n");
  }

  private void row(String begin, String end, List<String> cells, boolean[] numeric) {
    out.append("<tr>");
    for (int i = 0; i < cells.size(); i++) {
      out.append("<" + begin + (numeric[i] ? " class=\"n\">" : ">"))
          .append(escape(cells.get(i)) + "</" + end + ">");
    }
    out.append("</tr>\n");
  }

  private static boolean isNumeric(String cell) {
    return cell.isEmpty() || cell.equals("–") || NUMBER.matcher(cell).matches();
  }

  private void note(String text) {
    if (!text.isEmpty()) {
      out.append("<p class=\"note\">" + escape(text) + "</p>\n");
    }
  }

  private void footer() {
    out.append("<footer>\n");
    if (!report.citations().isEmpty()) {
      out.append("<h3>Sources</h3>\n<ul>\n");
      report.citations().forEach(text -> out.append("<li>" + escape(text) + "</li>\n"));
      out.append("</ul>\n");
    }
    out.append("<p>" + escape(report.footer()) + "</p>\n</footer>\n");
  }

  private static String style() {
    try (InputStream in = Page.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing; build the program again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
