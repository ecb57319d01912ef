package org.connectarium.analysis.synapses.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.connectarium.analysis.synapses.SynapseKind;
import org.connectarium.analysis.synapses.SynapseTable;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.connectome.ConnectionRow;
import org.connectarium.graph.connectome.ConnectomeRow;
import org.connectarium.graph.connectome.ConnectomeRows;
import org.connectarium.graph.connectome.ConnectomeSink;
import org.connectarium.graph.connectome.NeuronRow;
import org.connectarium.graph.connectome.Place;
import org.connectarium.graph.connectome.SizeMeasure;
import org.connectarium.graph.connectome.SourceId;
import org.connectarium.graph.connectome.SynapseRow;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

class SynapseReaderTest {
  private static final RunRow RUN =
      new RunRow("run-1", "import-connectome", "0.1.0", "{}", "cafe", "", "", 0);
  private static final SourceId AXON = new SourceId.Whole(7);
  private static final SourceId OTHER_AXON = new SourceId.Whole(3);
  private static final SourceId SOMA = new SourceId.Word("s");
  private static final SourceId APICAL = new SourceId.Word("a");
  private static final SourceId NAMELESS = new SourceId.Word("n");

  @TempDir static Path home;
  private static GraphStore store;

  @BeforeAll
  static void open() {
    store = GraphStore.open(home);
    List<NeuronRow> neurons =
        List.of(
            NeuronRow.of(AXON).withClass("inhibitory"),
            NeuronRow.of(OTHER_AXON),
            NeuronRow.of(SOMA).withClass("Somata"),
            NeuronRow.of(APICAL).withClass("ApicalDendrite"),
            NeuronRow.of(NAMELESS));
    store(
        "odd",
        new ConnectomeRows(
            neurons,
            List.of(
                synapse(1, "soma", 0.25, 0.9, AXON, SOMA),
                synapse(2, "spine", 0, 1, AXON, APICAL),
                synapse(3, "bouton", 0, 0.2, OTHER_AXON, APICAL),
                synapse(4, "shaft", 0.5, 1, AXON, AXON),
                synapse(5, "shaft", 0.5, 1, AXON, NAMELESS),
                synapse(6, "shaft", 0.5, 1, AXON, SOMA, APICAL),
                synapse(7, "shaft", 0.5, 1, AXON),
                new SynapseRow(
                    new SourceId.Whole(8),
                    Optional.empty(),
                    List.of(SOMA),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    Map.of(),
                    Map.of())),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
    store(
        "counts",
        new ConnectomeRows(
            neurons,
            List.of(),
            List.of(
                new ConnectionRow(AXON, SOMA, OptionalLong.of(3), Map.of()),
                new ConnectionRow(AXON, AXON, OptionalLong.of(2), Map.of()),
                new ConnectionRow(OTHER_AXON, APICAL, OptionalLong.of(1), Map.of())),
            List.of(),
            List.of(),
            List.of()));
    store(
        "sections",
        new ConnectomeRows(
            neurons,
            List.of(),
            List.of(
                new ConnectionRow(
                    AXON, SOMA, OptionalLong.empty(), Map.of(SizeMeasure.SECTIONS, 4.0))),
            List.of(),
            List.of(),
            List.of()));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void columnsAreThoseOfTheGraph() {
    DatasetSynapses read = read("odd", SynapseChoice.DEFAULT.withSize(SizeMeasure.ASI_UM2));
    SynapseTable table = read.table();
    assertThat(read.neurons().ids()).containsExactly(3L, 7L, "a", "n", "s");
    assertThat(table.classes()).containsExactly("ApicalDendrite", "Somata", "inhibitory");
    assertThat(read.axons().names()).containsExactly("", "inhibitory");
    assertThat(read.axons().name(1)).isEqualTo("inhibitory");
    assertThat(table.size()).isEqualTo(3);
    int soma = row(table, 4);
    assertThat(table.pre(soma)).isEqualTo(1);
    assertThat(table.classes().get(table.target(soma))).isEqualTo("Somata");
    assertThat(table.kind(soma)).isEqualTo(SynapseKind.SOMA);
    assertThat(table.areaUm2(soma)).isEqualTo(0.25f);
    assertThat(table.probability(soma)).isEqualTo(0.9f);
    assertThat(table.positionUm(soma, 2)).isCloseTo(3, within(1e-6f));
    assertThat(table.kind(0)).as("of the first axon by its id").isEqualTo(SynapseKind.UNKNOWN);
    assertThat(read.usage()).isEqualTo(new Usage(3, 1, 1, 1, 0, 0, 1, 1, 2, 2));
    assertThat(read.usage().leftOut() + 3).as("all of the data set").isEqualTo(8);
    assertThat(read.fromCounts()).isFalse();
  }

  @Test
  void whatIsLeftOutCanBeTaken() {
    SynapseChoice all =
        new SynapseOptions(
                Map.of(
                    "partners", "each", "selfConnections", true, "unclassed", true, "axonBy", "x"))
            .choice();
    DatasetSynapses read = read("odd", all);
    assertThat(read.usage()).isEqualTo(new Usage(7, 1, 1, 0, 0, 0, 0, 0, 0, 2));
    assertThat(read.table().classes()).startsWith(NeuronClasses.NONE);
    assertThat(read.axons().names()).containsExactly(NeuronClasses.NONE);
    DatasetSynapses sure =
        read(
            "odd",
            new SynapseOptions(
                    Map.of("minProbability", 0.5, "kinds", List.of("soma", "primarySpine")))
                .choice());
    assertThat(sure.usage()).isEqualTo(new Usage(2, 1, 1, 1, 3, 0, 0, 0, 0, 1));
  }

  @Test
  void countsStandForSynapsesWhereThereAreNone() {
    DatasetSynapses read = read("counts", SynapseChoice.DEFAULT);
    assertThat(read.fromCounts()).isTrue();
    assertThat(read.usage()).isEqualTo(new Usage(4, 0, 0, 0, 0, 0, 2, 0, 0, 0));
    assertThat(read.table().kind(0)).isEqualTo(SynapseKind.UNKNOWN);
    assertThat(read.table().targetCounts(1, i -> true).totals()).containsExactly(1, 3);
    assertThatThrownBy(() -> read("sections", SynapseChoice.DEFAULT))
        .isInstanceOf(GraphException.class)
        .hasMessage(
            "Data set \"sections\" has neither synapses nor counts of them; its connections have"
                + " only sections");
  }

  @Test
  void whatCannotBeReadIsOneLine() {
    assertThatThrownBy(() -> read("od", SynapseChoice.DEFAULT))
        .hasMessage("No data set \"od\"; there is counts, odd, sections");
    assertThatThrownBy(() -> read("odd", new SynapseOptions(Map.of("targetBy", "colour")).choice()))
        .hasMessage(
            "No neuron of data set \"odd\" that receives synapses has a colour; choose another"
                + " property, or take those without (unclassed: true)");
    assertThatThrownBy(() -> new SynapseOptions(Map.of("kinds", List.of("spines"))).choice())
        .hasMessage(
            "Option kinds can hold soma, primarySpine, secondarySpine, shaft, unknown but held"
                + " spines");
    assertThatThrownBy(() -> new SynapseOptions(Map.of("partners", "all")).choice())
        .hasMessage("Option partners must be one or each but was all");
    assertThatThrownBy(
            () ->
                new SynapseOptions(Map.of("size", "asi"), "size").size("size", SizeMeasure.ASI_UM2))
        .hasMessageStartingWith("Option size must be one of asiUm2, psdUm2,");
  }

  private static int row(SynapseTable table, int post) {
    for (int i = 0; i < table.size(); i++) {
      if (table.post(i) == post) {
        return i;
      }
    }
    throw new AssertionError("no synapse onto " + post);
  }

  private static DatasetSynapses read(String dataset, SynapseChoice choice) {
    try (Transaction tx = store.database().beginTx()) {
      return new SynapseReader(tx, () -> {}).read(dataset, choice);
    }
  }

  private static SynapseRow synapse(
      long id, String kind, double asiUm2, double p, SourceId pre, SourceId... post) {
    return new SynapseRow(
        new SourceId.Whole(id),
        Optional.of(pre),
        List.of(post),
        Optional.of(kind),
        Optional.of(new Place(1000, 2000, 3000)),
        p == 1 ? OptionalDouble.empty() : OptionalDouble.of(p),
        asiUm2 == 0 ? Map.of() : Map.of(SizeMeasure.ASI_UM2, asiUm2),
        Map.of());
  }

  private static void store(String name, ConnectomeRows rows) {
    new ConnectomeSink(store.database())
        .store(new ConnectomeRow(name, "", "", "", "", ""), RUN, rows, run -> run);
  }
}
