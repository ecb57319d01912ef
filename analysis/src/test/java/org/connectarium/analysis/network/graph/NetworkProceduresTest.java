package org.connectarium.analysis.network.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.connectarium.analysis.Asked;
import org.connectarium.analysis.CypherFolder;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkProceduresTest {
  @TempDir static Path home;
  private static GraphStore store;

  @BeforeAll
  static void open() {
    store = GraphStore.open(home);
    Tables.tiny(store.database());
    Tables.random(store.database(), "random", 200, 2000);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void summaryCountsOneDataSetAlone() {
    assertThat(ask("CALL connectome.network.summary('tiny')"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("neurons", 4L)
                    .containsEntry("nodes", 3L)
                    .containsEntry("edges", 4L)
                    .containsEntry("selfEdges", 1L)
                    .containsEntry("weight", 7.0)
                    .containsEntry("selfWeight", 4.0)
                    .containsEntry("reciprocity", 0.5)
                    .containsEntry("largestStrongComponent", 3L));
    assertThat(
            ask(
                "CALL connectome.network.summary('tiny', {relationship: 'GAP_JUNCTION', weight: 'none'})"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("edges", 1L));
  }

  @Test
  void matrixAndDegreesAreOfClassesAndNeurons() {
    assertThat(ask("CALL connectome.network.matrix('tiny')"))
        .extracting(
            row -> row.get("preClass"),
            row -> row.get("postClass"),
            row -> row.get("connections"),
            row -> row.get("weight"))
        .contains(
            tuple("axon", "axon", 1L, 3.0),
            tuple("axon", "dendrite", 2L, 3.0),
            tuple("dendrite", "axon", 1L, 1.0),
            tuple("", "", 0L, 0.0))
        .hasSize(9);
    assertThat(
            ask(
                "CALL connectome.network.degrees('tiny') YIELD quantity, value, neurons"
                    + " WHERE quantity = 'inStrength' RETURN value, neurons"))
        .extracting(row -> row.get("value"), row -> row.get("neurons"))
        .containsExactly(tuple(0.0, 1L), tuple(1.0, 1L), tuple(3.0, 2L));
  }

  @Test
  void pathsNameNeuronsByTheirIds() {
    assertThat(ask("CALL connectome.network.path('tiny', 2, 1)"))
        .extracting(row -> row.get("neuronId"))
        .containsExactly(2L, "d3", 1L);
    assertThat(ask("CALL connectome.network.path('tiny', 1, 'd3', {cost: 'share'})"))
        .extracting(row -> row.get("neuronId"))
        .as("1 → 2 is all of the input of 2, and 2 → d3 two thirds of that of d3")
        .containsExactly(1L, 2L, "d3");
    assertThat(ask("CALL connectome.network.path('tiny', 1, 5)")).isEmpty();
    assertThat(ask("CALL connectome.network.pathLengths('tiny')"))
        .extracting(row -> row.get("hops"), row -> row.get("pairs"))
        .containsExactly(tuple(1L, 4L), tuple(2L, 2L));
  }

  @Test
  void similarityAndMotifsAnswer() {
    assertThat(
            ask(
                "CALL connectome.network.similarity('tiny', {side: 'outputs', minShared: 1,"
                    + " weight: 'none'}) YIELD neuronId, otherId, shared, jaccard"
                    + " RETURN neuronId, otherId, shared, jaccard"))
        .extracting(
            row -> row.get("neuronId"), row -> row.get("otherId"), row -> row.get("jaccard"))
        .containsExactly(tuple(1L, 2L, 0.5), tuple(2L, 1L, 0.5));
    assertThat(ask("CALL connectome.network.motifs('tiny', {graphs: 0})"))
        .filteredOn(row -> !Objects.equals(row.get("count"), 0L))
        .extracting(row -> row.get("triad"), row -> row.get("count"), row -> row.get("z"))
        .containsExactlyInAnyOrder(
            tuple("012", 2L, null), tuple("102", 1L, null), tuple("120C", 1L, null));
    double share =
        ask("CALL connectome.network.motifs('random', {graphs: 5})").stream()
            .mapToDouble(row -> ((Number) Objects.requireNonNull(row.get("count"))).doubleValue())
            .sum();
    assertThat(share).isCloseTo(200.0 * 199 * 198 / 6, within(0.5));
  }

  @Test
  void whatIsNotThereIsOneLine() {
    assertThatThrownBy(() -> ask("CALL connectome.network.summary('tinny')"))
        .hasMessageContaining("No data set \"tinny\"; there is random, tiny");
    assertThatThrownBy(() -> ask("CALL connectome.network.summary('random')"))
        .hasMessageContaining("has no count; give the option weight: none");
    assertThatThrownBy(() -> ask("CALL connectome.network.path('tiny', 1, 'x')"))
        .hasMessageContaining("No neuron x in the data set");
    assertThatThrownBy(() -> ask("CALL connectome.network.path('tiny', 1, 2, {cost: 'price'})"))
        .hasMessageContaining("must be one of [hops, inverse, share] but was price");
    assertThatThrownBy(() -> ask("CALL connectome.network.motifs('tiny', {graph: 1})"))
        .hasMessageContaining("did you mean \"graphs\"?");
    store
        .database()
        .executeTransactionally("CREATE (:Connectome {name: 'half', state: 'writing'})");
    assertThatThrownBy(() -> ask("CALL connectome.network.summary('half')"))
        .hasMessageContaining("was not written to its end");
    store.database().executeTransactionally("MATCH (c:Connectome {name: 'half'}) DELETE c");
  }

  @Test
  void aLongCallEndsWhenItsTransactionIsTerminated() throws Exception {
    Asked.endsWhenTerminated(
        store.database(), "CALL connectome.network.motifs('random', {graphs: 10000000})");
  }

  @Test
  void everyCypherFileAnswersWithTheColumnsOfItsHead() throws IOException {
    assertThat(CypherFolder.check(store.database(), "network")).isGreaterThan(8);
  }

  private static List<Map<String, Object>> ask(String cypher) {
    return Asked.rows(store.database(), cypher);
  }
}
