package org.connectarium.analysis.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class FigureTest {
  private static final Panel PLOT =
      new Panel.Plot(
          "Sizes & more",
          Axis.log("size (µm²)", 0.01, 1),
          Axis.linear("synapses", 0, 12),
          List.of(
              new Panel.Bars("all", 0, List.of(new Panel.Bar(0.01, 0.1, 12))),
              new Panel.Band("95 %", Panel.CHANCE, List.of(new Panel.Span(0.01, 1, 3))),
              new Panel.Curve("fit", 1, true, List.of(new Panel.Point(0.01, 2))),
              new Panel.Dots("", 2, List.of(Panel.Estimate.of(0.5, 3))),
              new Panel.Upright("mean", 3, 0.2)));
  private static final Panel MATRIX =
      new Panel.Matrix(
          "",
          "pre",
          "post",
          List.of("a"),
          List.of("b", "c"),
          List.of(List.of(new Panel.Cell(3, "3"), new Panel.Cell(Double.NaN, ""))),
          ColourScale.upTo("%", 3));
  private static final Panel ROWS =
      new Panel.Rows(
          "Effects",
          Axis.exact("effect", -1, 1),
          List.of(
              new Panel.Series("chance", Panel.CHANCE, Panel.Shape.RANGE),
              new Panel.Series("seen", 0, Panel.Shape.DOT)),
          List.of(
              new Panel.Row(
                  "one", List.of(new Panel.Mark(0, 0, -0.5, 0.5), new Panel.Mark(1, 9, 0.1, 9)))),
          OptionalDouble.of(0));
  private static final Panel FIELD =
      new Panel.Field(
          "Map",
          Axis.exact("x", 0, 1),
          Axis.exact("y", 0, 1),
          2,
          List.of(0.0, 1.0, 0.0, 0.0),
          ColourScale.factors("ratio", 4),
          List.of());
  private static final Figure ALL =
      new Figure(
          "all",
          "All kinds",
          List.of(Figure.Row.of(120, PLOT, ROWS), Figure.Row.of(100, MATRIX, FIELD)));

  @Test
  void isWellFormedWithEveryWordAsText() throws Exception {
    Document svg = parse(ALL.svg());
    assertThat(svg.getDocumentElement().getTextContent())
        .contains("All kinds", "A", "D", "Sizes & more", "size (µm²)", "fit", "post", "Effects");
    assertThat(svg.getElementsByTagName("image").getLength()).isEqualTo(1);
    assertThat(svg.getDocumentElement().getAttribute("width")).isEqualTo("510pt");
  }

  @Test
  void isTheSameBytesEachTime() {
    assertThat(ALL.svg()).isEqualTo(ALL.svg());
    assertThat(ALL.png(72)).isEqualTo(ALL.png(72));
  }

  @Test
  void pixelsAreAsLargeOnPaperAsTheVectors() throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(ALL.png(144)));
    assertThat(image.getWidth()).isEqualTo(1020);
    assertThat(image.getHeight()).isEqualTo(2 * (12 + 120 + 14 + 12 + 100));
  }

  /// A bar of 12 of 12 that fills the left half of the plot, in its colour over white.
  @Test
  void barsStandWhereTheirValuesAre() throws Exception {
    Panel bar =
        new Panel.Plot(
            "",
            Axis.exact("", 0, 2),
            Axis.exact("", 0, 12),
            List.of(new Panel.Bars("", 0, List.of(new Panel.Bar(0, 1, 12)))));
    Figure figure = new Figure("bar", "Bar", List.of(Figure.Row.of(100, bar)));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(figure.png(72)));
    int inside = image.getRGB(150, 40) & 0xffffff;
    assertThat(inside >> 16 & 0xff).isLessThan(0x90);
    assertThat(inside & 0xff).isGreaterThan(0xb0);
    assertThat(image.getRGB(400, 40) & 0xffffff).isEqualTo(0xffffff);
  }

  @Test
  void onePanelHasNoLetter() throws Exception {
    Figure one = new Figure("one", "One", List.of(Figure.Row.of(100, MATRIX)));
    assertThat(one.hasLetters()).isFalse();
    assertThat(parse(one.svg()).getElementsByTagName("text").item(0).getTextContent())
        .isEqualTo("post");
  }

  @Test
  void coloursGrowFromTheirMiddle() {
    ColourScale factors = ColourScale.factors("ratio", 4);
    assertThat(factors.colour(1)).isEqualTo(0xf8f8f8);
    assertThat(factors.colour(4)).isEqualTo(factors.colour(100)).isEqualTo(0x0b4a80);
    assertThat(factors.colour(0.25)).isEqualTo(0x8a3a00);
    assertThat(ColourScale.letters(0x08305a)).isEqualTo(0xffffff);
    assertThat(ColourScale.letters(0xffffff)).isEqualTo(0x222222);
  }

  @Test
  void raisedLettersAreSmaller() {
    Lettering lettering = Lettering.load();
    double ten = lettering.width("10", 10);
    assertThat(lettering.width("10^4", 10))
        .isGreaterThan(ten + 1)
        .isLessThan(lettering.width("104", 10));
    assertThat(lettering.width("10^4 a", 10))
        .isGreaterThan(lettering.width("10^4", 10) + lettering.width(" ", 10));
  }

  @Test
  void refusesWhatIsNoFigure() {
    assertThatThrownBy(() -> new Figure("a/b", "", List.of(Figure.Row.of(10, PLOT))))
        .hasMessageContaining("no name of a figure");
    assertThatThrownBy(() -> new Figure("a", "", List.of()))
        .hasMessageContaining("without a panel");
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
