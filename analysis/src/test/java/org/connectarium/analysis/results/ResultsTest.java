package org.connectarium.analysis.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.connectarium.analysis.paper.Block;
import org.connectarium.analysis.paper.Digits;
import org.connectarium.analysis.paper.Paper;
import org.connectarium.analysis.results.Results.Making;
import org.connectarium.analysis.synapses.graph.PlantedConnectome;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
  private static final Making MAKING = new Making("9.9", "connectarium analyze", "today");

  @TempDir static Path home;
  private static GraphStore store;

  @BeforeAll
  static void open() {
    store = GraphStore.open(home);
    PlantedConnectome planted = new PlantedConnectome(60, 20, 0.5, 0, -1.6, 0, 3);
    planted.store(store.database(), "planted");
    planted.withSeed(4).store(store.database(), "planted-again");
    store.database().executeTransactionally(SmallConnectomes.CYPHER);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void saysWhatTheProceduresSay() throws Exception {
    String text = words(paper(AnalysisKind.NETWORK, "ring"));
    assertThat(text)
        .contains("4 of 5 neurons are connected to another one, by 5 directed connections")
        .contains("density 0.417; 9 synapses in all")
        .contains("40.0 % of the connections are answered")
        .contains("1 connections of neurons to themselves")
        .contains("The highest probability of a connection is 0.500, from cell to cell");
    List<Answer> motifs =
        ask("CALL connectome.network.motifs('ring', {graphs: 100, seed: 7}) YIELD triad, z");
    assertThat(motifs).hasSize(16);
    Block.Listing table =
        paper(AnalysisKind.NETWORK, "ring").all(Block.Listing.class).stream()
            .filter(t -> t.table().name().equals("ring-motifs"))
            .findFirst()
            .orElseThrow();
    assertThat(table.table().rows())
        .extracting(row -> row.get(4))
        .containsExactlyElementsOf(motifs.stream().map(row -> row.values().get("z")).toList());
  }

  @Test
  void innervationSaysWhichAxonsArePlanted() throws Exception {
    Paper paper = paper(AnalysisKind.INNERVATION, "planted");
    Answer somata =
        ask("CALL connectome.innervation.specificity('planted', {seed: 7})").stream()
            .filter(row -> row.text("axonClass").equals("inh"))
            .filter(row -> row.text("target").equals("Somata"))
            .findFirst()
            .orElseThrow();
    assertThat(words(paper))
        .contains("60 of class exc, 60 of class inh")
        .contains(
            "that of inh for Somata: %d of 60 axons, %s"
                .formatted(somata.count("specificAxons"), Digits.percent(somata.number("share"))));
    assertThat(paper.all(Block.Illustration.class))
        .extracting(block -> block.figure().name())
        .contains("planted-fractions", "planted-histograms", "planted-specific", "planted-inputs")
        .contains("planted-depth");
  }

  @Test
  void sizesAreThoseOfTheProcedures() throws Exception {
    Paper paper = paper(AnalysisKind.SIZE, "planted");
    Answer first =
        ask("CALL connectome.size.mixtures('planted', {size: 'asiUm2', by: [], seed: 7})")
            .getFirst();
    assertThat(words(paper))
        .contains(
            "The axon–spine interface (µm²) of %s synapses"
                .formatted(Digits.count(first.count("synapses"))))
        .contains("around " + Digits.number(Math.pow(10, first.number("meanLog10"))));
    assertThat(words(paper(AnalysisKind.SIZE, "ring")))
        .contains("sizes: the data set has no single synapses");
  }

  @Test
  void dataSetsStandSideBySide() throws Exception {
    String words = words(paper(AnalysisKind.COMPARISON, "planted", "planted-again"));
    Answer density =
        ask("CALL connectome.comparison.network('planted', 'planted-again', {seed: 7})").getFirst();
    assertThat(words)
        .contains("planted and planted-again as graphs")
        .contains(
            "%s %s against %s"
                .formatted(
                    density.text("quantity"),
                    Digits.number(density.number("firstValue")),
                    Digits.number(density.number("secondValue"))))
        .contains("statistics of neurons and axons that both have");
    assertThat(words(paper(AnalysisKind.COMPARISON, "ring")))
        .contains("comparison: the report is of one data set");
  }

  @Test
  void everyCallThatIsPrintedCanBeRepeated() {
    List<String> calls = new ArrayList<>();
    Paper paper = paper(AnalysisKind.NETWORK, "ring");
    paper.all(Block.Illustration.class).forEach(b -> calls.addAll(b.calls()));
    paper.all(Block.Listing.class).forEach(b -> calls.addAll(b.calls()));
    paper = paper(AnalysisKind.INNERVATION, "planted");
    paper.all(Block.Illustration.class).forEach(b -> calls.addAll(b.calls()));
    assertThat(calls)
        .contains("CALL connectome.network.motifs('ring', {graphs: 100, seed: 7})")
        .allSatisfy(call -> assertThat(ask(call)).isNotEmpty());
  }

  @Test
  void isTheSameTextForTheSameSeed() {
    assertThat(paper(AnalysisKind.NETWORK, "ring", "halves").html())
        .isEqualTo(paper(AnalysisKind.NETWORK, "ring", "halves").html());
  }

  @Test
  void saysInOneLineWhatADataSetDoesNotHave() throws Exception {
    assertThat(words(paper(AnalysisKind.NETWORK, "halves")))
        .contains("triads and lengths of ways: no neuron both sends and receives")
        .contains("connectivity of classes: no neuron has a class")
        .contains("similarity of inputs: no two neurons share two partners");
    assertThat(words(paper(AnalysisKind.NETWORK, "alone")))
        .contains("network: no neuron is connected to another one");
  }

  @Test
  void tellsDataSetsAndTheirImport() throws Exception {
    String text = words(paper(AnalysisKind.NETWORK, "ring"));
    assertThat(text)
        .contains("A ring of cells.", "Species: Simulatus minor.", "Licence: CC0.")
        .contains("It has 5 neurons, no single synapses, 6 connections")
        .contains("self-connection of d")
        .contains("import-ring", "cafe", "connectarium analyze", "seed 7");
  }

  @Test
  void oddNamesAreSafe() throws Exception {
    assertThat(words(paper(AnalysisKind.NETWORK, "o'hare <1>")))
        .contains("Connectome statistics: o'hare <1>", "2 of 2 neurons are connected");
  }

  @Test
  void refusesDataSetsThatAreNotThereOrNotWhole() {
    assertThatThrownBy(() -> paper(AnalysisKind.NETWORK, "nosuch"))
        .hasMessage(
            "No data set \"nosuch\"; there is alone, half-written, halves, o'hare <1>, planted, planted-again, ring");
    assertThatThrownBy(() -> paper(AnalysisKind.NETWORK, "half-written"))
        .hasMessageContaining("\"half-written\" was not written to its end");
    assertThatThrownBy(
            () ->
                Results.of(
                    _ -> List.of(), List.of(), EnumSet.allOf(AnalysisKind.class), new Settings(1)))
        .hasMessageContaining("holds no connectome");
  }

  private static Paper paper(AnalysisKind kind, String... datasets) {
    return Results.of(ResultsTest::ask, List.of(datasets), EnumSet.of(kind), new Settings(7))
        .paper(MAKING, _ -> {});
  }

  private static List<Answer> ask(String cypher) {
    return store
        .database()
        .executeTransactionally(
            cypher,
            Map.of(),
            result ->
                new ArrayList<>(
                    result.stream().map(row -> new Answer(new LinkedHashMap<>(row))).toList()));
  }

  private static String words(Paper paper) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(paper.html().getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement()
        .getTextContent();
  }
}
