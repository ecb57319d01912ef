package org.connectarium.analysis.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.connectarium.analysis.figure.Axis;
import org.connectarium.analysis.figure.Figure;
import org.connectarium.analysis.figure.Panel;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PaperTest {
  private static final Figure FIGURE =
      new Figure(
          "f",
          "Degrees",
          List.of(
              Figure.Row.of(
                  80,
                  new Panel.Plot("", Axis.exact("x", 0, 1), Axis.exact("y", 0, 1), List.of()))));
  private static final ResultTable TABLE =
      new ResultTable(
          "t",
          List.of("neuronId", "share", "name"),
          List.of(Arrays.asList(5327961L, 0.016104, "<KC>"), Arrays.asList(7L, null, "b")));

  @Test
  void numbersFiguresTablesAndReferencesAsTheyAreNamed() throws Exception {
    String text =
        words(
            paper(
                "See {fig:f} and {tab:t} {@milo2002} {@motta2019} {@milo2002}, {i:C. elegans},"
                    + " doi:10.1038/s41586-019-1352-7; more"));
    assertThat(text).contains("See Figure 1 and Table 1 [1] [2] [1], C. elegans,");
    assertThat(text).contains("10.1126/science.298.5594.824").contains("10.1126/science.aay3134");
    assertThat(paper("doi:10.1038/s41586-019-1352-7; more").html())
        .contains("<a href=\"https://doi.org/10.1038/s41586-019-1352-7\">");
  }

  @Test
  void isWellFormedWhateverTheTextHolds() throws Exception {
    String odd = "a < b && c > \"d\" ' \u0001 \ud83e\udde0 {not a mark} ]]> </p>";
    assertThat(words(paper(odd))).contains("a < b && c > \"d\" ' \ufffd \ud83e\udde0 {not a mark}");
    assertThat(paper(odd).html()).doesNotContain("<script");
  }

  @Test
  void showsIdsAsTheyAreAndUnknownValuesAsADash() throws Exception {
    String text = words(paper(""));
    assertThat(text).contains("5327961", "0.0161", "<KC>").contains("First 1 of 2 rows");
  }

  @Test
  void figuresAreInsideWithTheCallThatMadeThem() throws Exception {
    Document page = parse(paper("").html());
    assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(1);
    assertThat(page.getElementsByTagName("pre").item(0).getTextContent())
        .isEqualTo("CALL connectome.network.degrees('x')");
  }

  @Test
  void refusesNamesThatAreNotThere() {
    assertThatThrownBy(() -> paper("{fig:nosuch}").html()).hasMessageContaining("nosuch");
    assertThatThrownBy(() -> paper("{@nosuch}").html()).hasMessageContaining("nosuch");
    assertThatThrownBy(() -> new ResultTable("x", List.of("a"), List.of(Arrays.asList(1L, 2L))))
        .hasMessageContaining("1 columns");
  }

  @Test
  void numbersHaveThreeDigits() {
    assertThat(Digits.number(0.016104)).isEqualTo("0.0161");
    assertThat(Digits.number(36500)).isEqualTo("36,500");
    assertThat(Digits.number(-12.345)).isEqualTo("−12.3");
    assertThat(Digits.number(0.00003)).isEqualTo("3.00e−05");
    assertThat(Digits.number(Double.NaN)).isEqualTo("–");
    assertThat(Digits.percent(0.2593)).isEqualTo("25.9 %");
    assertThat(Digits.percent(1)).isEqualTo("100 %");
    assertThat(Digits.p(0.00001)).isEqualTo("p < 0.0001");
    assertThat(Digits.interval(0.1, 0.25)).isEqualTo("[0.100, 0.250]");
  }

  private static Paper paper(String text) {
    return new Paper(
        "Title",
        List.of("by"),
        List.of(
            new Paper.Chapter(
                "Results",
                List.of(
                    new Block.Heading(2, "Part"),
                    new Block.Paragraph(text),
                    new Block.Illustration(
                        FIGURE, "Caption.", List.of("CALL connectome.network.degrees('x')")),
                    new Block.Listing(TABLE, "Rows.", 1, List.of()),
                    new Block.Points(List.of("one", "two"))))));
  }

  private static String words(Paper paper) throws Exception {
    return parse(paper.html()).getDocumentElement().getTextContent();
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
