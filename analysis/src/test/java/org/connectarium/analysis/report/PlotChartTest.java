package org.connectarium.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/* The plot of a unit square is 492 wide from 54 and 264 high from 12. */
class PlotChartTest {
  private static final Plot.Threshold HIGH = new Plot.Threshold(0.9, 1, 0.25);
  private static final Plot.Threshold LOW = new Plot.Threshold(0.1, 0.5, 1);

  @Test
  void drawsPrecisionOverRecallWithItsOperatingPoints() {
    String svg =
        PlotChart.svg(
            new Plot.PrecisionRecall(
                "c", 0.25, List.of(HIGH, LOW), List.of(new Plot.Mark("at 0.5", HIGH))));
    assertThat(svg)
        .contains("class=\"line train\" points=\"177.0,12.0 546.0,144.0 \"")
        .contains("class=\"line chance\" points=\"54.0,210.0 546.0,210.0 \"")
        .contains("<circle class=\"dot first\" cx=\"177.0\" cy=\"12.0\"")
        .contains("</span>at 0.5: precision 1.000, recall 0.250");
  }

  @Test
  void drawsObservedOverPredictedWithCounts() {
    String svg =
        PlotChart.svg(
            new Plot.Reliability(
                "c", List.of(new Plot.Bin(0.25, 0.5, 99), new Plot.Bin(0.75, 1, 9))));
    assertThat(svg)
        .contains("class=\"line train\" points=\"177.0,144.0 423.0,12.0 \"")
        .contains("class=\"line chance\" points=\"54.0,276.0 546.0,12.0 \"")
        // a fifth of the height for the largest count; log 10 is half of log 100
        .contains("height=\"52.8\" rx=\"1.5\"><title>99</title>")
        .contains("height=\"26.4\" rx=\"1.5\"><title>9</title>")
        .contains("<title>predicted 0.250, observed 0.500, 99</title>");
  }

  @Test
  void drawsALearningCurveFromARoundLevelToOne() {
    String svg =
        PlotChart.svg(
            new Plot.Learning(
                "c",
                "contacts",
                "average precision",
                List.of(new Plot.Step(500, 0.7, "one"), new Plot.Step(1000, 0.8, "two"))));
    assertThat(svg)
        .contains("class=\"line train\" points=\"300.0,210.0 546.0,144.0 \"")
        .contains("<title>one: 0.700</title>")
        .contains(">0.60</text>", ">average precision</text>");
  }

  @Test
  void drawsSharesAsBarsFromTheFirstDown() {
    String svg =
        PlotChart.svg(
            new Plot.Shares(
                "c", List.of(new Plot.Share("a".repeat(80), 0.2), new Plot.Share("b", 0.1))));
    assertThat(svg)
        .contains("<title>" + "a".repeat(80) + ": 20 %</title>")
        .contains(">" + "a".repeat(75) + "…</text>")
        .contains("x=\"430.0\" y=\"14.4\" width=\"116.0\"")
        .contains("x=\"430.0\" y=\"31.4\" width=\"58.0\"");
    assertThat(PlotChart.svg(new Plot.Shares("c", List.of()))).contains("No values");
  }

  @Test
  void moreMarksThanCanBeToldApartAreRefused() {
    Plot.Mark mark = new Plot.Mark("m", HIGH);
    assertThatThrownBy(
            () -> new Plot.PrecisionRecall("c", 0.5, List.of(HIGH), List.of(mark, mark, mark)))
        .hasMessageContaining("3 marks");
  }
}
