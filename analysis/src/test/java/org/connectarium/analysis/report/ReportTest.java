package org.connectarium.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final String EVIL = "<script>alert('1')</script>\"&";
  private static final String SAFE = "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;";

  @Test
  void escapesTextWhereverItStands() {
    String html = report(EVIL).html();
    assertThat(html).doesNotContain("<script", "'1'").contains("<h1>" + SAFE + "</h1>");
    assertThat(count(html, SAFE)).isGreaterThanOrEqualTo(30);
  }

  @Test
  void asksNoServerForAnything() {
    String html = report("x").html();
    assertThat(html)
        .doesNotContain("http", "src=\"/", "url(", "@import", "<script", "<link")
        .contains("src=\"data:image/png;base64,iVBORw0KGgo");
  }

  @Test
  void theSameReportIsTheSamePage() {
    assertThat(report("x").html()).isEqualTo(report("x").html());
  }

  @Test
  void leavesOutWhatIsEmpty() {
    Report empty =
        new Report(
            "t", "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), "f");
    assertThat(empty.html()).doesNotContain("<h2>", "<h3>", "<table", "class=\"trust\"");
  }

  @Test
  void alignsColumnsOfNumbersToTheRight() {
    String html = report("x").html();
    assertThat(html)
        .contains("<td class=\"n\">0.42</td>")
        .contains("<td class=\"n\">2.00 M</td>")
        .contains("<td>segment</td>");
  }

  @Test
  void refusesARowThatDoesNotFitItsColumns() {
    assertThatThrownBy(() -> new Report.Table("m", List.of("a", "b"), List.of(List.of("1")), ""))
        .hasMessageContaining("2 columns");
  }

  @Test
  void binsValuesOnALogarithmicAxis() {
    LogHistogram bins = histogram(1, 1, 9, 10, 11, 1000, 0, -3, Double.NaN);
    assertThat(bins.first()).isZero();
    assertThat(bins.counts()).containsExactly(2, 2, 0, 1);
    assertThat(bins.edge(0)).isEqualTo(1);
    assertThat(bins.edge(4)).isEqualTo(10_000);
    assertThat(histogram(1, 0.05).first()).isEqualTo(-2);
    assertThat(histogram(1).counts()).isEmpty();
    assertThat(histogram(6, 1e-30, 1e30).counts()).hasSize(32 * 6);
  }

  private static LogHistogram histogram(int perDecade, double... values) {
    LogHistogram bins = new LogHistogram(perDecade);
    for (double value : values) {
      bins.add(value);
    }
    return bins;
  }

  @Test
  void choosesAxesThatEndAboveTheLargestValue() {
    assertThat(Chart.niceAbove(3)).isEqualTo(4);
    assertThat(Chart.niceAbove(1000)).isEqualTo(1000);
    assertThat(Chart.niceAbove(0.7)).isEqualTo(0.8);
    assertThat(Chart.niceAbove(9)).isEqualTo(10);
  }

  @Test
  void writesNumbersWithThreeDigits() {
    assertThat(Html.number(2_312_345)).isEqualTo("2.31 M");
    assertThat(Html.number(0.0004)).isEqualTo("4.0e-04");
    assertThat(Html.number(7)).isEqualTo("7");
    assertThat(Html.seconds(185)).isEqualTo("3 min 05 s");
    assertThat(Html.bytes(3L << 29)).isEqualTo("1.5 GiB");
  }

  private static Report report(String text) {
    byte[] png = SectionPicture.grey(new byte[4], 2, 2).png();
    return new Report(
        text,
        text,
        List.of(new Report.KeyFigure(text, text, text)),
        List.of(new Report.PictureRow(text, List.of(new Report.Picture(png, text)))),
        List.of(new Report.StageTime("segment", 2, 4_000_000, 1 << 30)),
        List.of(
            new Report.Table(
                text, List.of("metric", "value"), List.of(List.of(text, "0.42")), text)),
        List.of(new Report.PlotGroup(text, plots(text), text)),
        List.of(new Report.Histogram(text, text, histogram(6, 1, 5, 100))),
        List.of(
            new Report.Loss(0, 1, OptionalDouble.of(1.1)),
            new Report.Loss(3, 0.5, OptionalDouble.empty())),
        List.of(new Report.Text(text, List.of(text))),
        List.of(text),
        text);
  }

  private static List<Plot> plots(String text) {
    Plot.Threshold high = new Plot.Threshold(0.9, 1, 0.25);
    return List.of(
        new Plot.PrecisionRecall(
            text,
            0.5,
            List.of(high, new Plot.Threshold(0.1, 0.5, 1)),
            List.of(new Plot.Mark(text, high))),
        new Plot.Reliability(text, List.of(new Plot.Bin(0.25, 0.5, 1000))),
        new Plot.Learning(text, text, text, List.of(new Plot.Step(1500, 0.9, text))),
        new Plot.Shares(text, List.of(new Plot.Share(text, 0.5), new Plot.Share(text, 0.25))));
  }

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }
}
