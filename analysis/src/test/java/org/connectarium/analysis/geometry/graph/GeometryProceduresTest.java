package org.connectarium.analysis.geometry.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;
import static org.connectarium.analysis.Asked.number;

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

class GeometryProceduresTest {
  @TempDir static Path home;
  private static GraphStore store;

  @BeforeAll
  static void open() {
    store = GraphStore.open(home);
    Neuropil.store(store.database(), "tissue", 0.9);
    store
        .database()
        .executeTransactionally(
            "CREATE (:Connectome {name: 'table', state: 'complete'})"
                + " WITH 1 AS one UNWIND range(0, 5) AS i"
                + " CREATE (a:Neuron {dataset: 'table', id: i, class: 'E'})"
                + " CREATE (b:Neuron {dataset: 'table', id: 10 + i, class: 'A'})"
                + " CREATE (c:Neuron {dataset: 'table', id: 20 + i, class: 'B'})"
                + " WITH a, b, c, i UNWIND range(0, 3) AS s"
                + " CREATE (a)-[:PRE]->(y:Synapse {dataset: 'table', id: 10 * i + s, x: 1000.0 * i, y: 0.0, z: 0.0})"
                + " FOREACH (t IN CASE WHEN s <= i % 3 THEN [b] ELSE [c] END | CREATE (y)-[:POST]->(t))");
  }

  @AfterAll
  static void close() {
    store.close();
  }

  /// Around an axon lie its two contacts, and from 4 µm on 5 µm² of A beside it.
  @Test
  void availabilityIsThatOfContacts() {
    List<Map<String, Object>> rows =
        ask(
            "availability('tissue', {radiiUm: [0, 4.4], targetClasses: ['A', 'B'], blockUm: [0.5, 0.5, 0.5]})");
    assertThat(rows.subList(4, 8))
        .extracting(
            row -> row.get("axonId"),
            row -> row.get("radiusUm"),
            row -> row.get("targetClass"),
            row -> row.get("areaUm2"),
            row -> row.get("share"),
            row -> row.get("hits"))
        .containsExactly(
            tuple(1L, 0.0, "A", 2.0, 0.4, 4L),
            tuple(1L, 0.0, "B", 3.0, 0.6, 6L),
            tuple(1L, 4.4, "A", 7.0, 0.7, 4L),
            tuple(1L, 4.4, "B", 3.0, 0.3, 6L));
    assertThat(usage(rows.getFirst()))
        .containsEntry("used", 120L)
        .containsEntry("axonsOfFewSynapses", 0L);
  }

  /// Within 0 µm the availabilities are just the shares of synapses.
  @Test
  void whatIsAvailableExplainsTheSynapses() {
    List<Map<String, Object>> rows =
        ask(
            "predictability('tissue', {radiiUm: [0], draws: 10, predictors: ['availability', 'sameClass']})");
    assertThat(rows)
        .extracting(row -> row.get("predictor"), row -> row.get("targetClass"))
        .containsExactly(
            tuple("availability", "all"),
            tuple("availability", "A"),
            tuple("availability", "B"),
            tuple("sameClass", "all"),
            tuple("sameClass", "A"),
            tuple("sameClass", "B"));
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(number(row, "rSquared")).isCloseTo(1, within(1e-6));
              assertThat(number(row, "correctedLow")).isLessThan(number(row, "corrected"));
              assertThat(row).containsEntry("axons", 12L).containsEntry("withoutMembrane", 0L);
            });
    assertThat(
            ask(
                "predictability('tissue', {radiiUm: [0], synapses: 'pooled', predictors: ['availability']})"))
        .allSatisfy(row -> assertThat(number(row, "rSquared")).isLessThan(0.5));
    assertThat(ask("predictability('tissue', {radiiUm: [0, 5], synapses: 'availability'})"))
        .hasSize(2 * 4 * 3);
  }

  /// Synapses keep to their contacts' shares exactly, so their variance is not above chance.
  @Test
  void synapsesAreAsContactsWouldMakeThem() {
    List<Map<String, Object>> rows = ask("chance('tissue', {draws: 99})");
    Map<String, Object> onA = rows.getFirst();
    assertThat(onA)
        .containsEntry("quantity", "synapses")
        .containsEntry("of", "A")
        .containsEntry("observed", 60.0)
        .containsEntry("axons", 12L)
        .containsEntry("withoutContact", 0L);
    assertThat(number(onA, "mean")).isCloseTo(60, within(3.0));
    assertThat(number(onA, "pHigh")).isGreaterThan(0.1);
    assertThat(rows.getLast()).containsEntry("of", "5 or more");
    assertThat(ask("chance('tissue', {model: 'availability', radiusUm: 0, draws: 99})"))
        .hasSize(6)
        .first()
        .satisfies(row -> assertThat(number(row, "pLow")).isGreaterThan(0.1));
  }

  /// 60 synapses onto either class; targets have 240 and 360 µm, so 48 and 72 are expected.
  @Test
  void petersMatrixComparesWithLengths() {
    assertThat(ask("peters('tissue', {draws: 20})"))
        .extracting(
            row -> row.get("axonClass"),
            row -> row.get("targetClass"),
            row -> row.get("synapses"),
            row -> row.get("expected"),
            row -> row.get("affinity"))
        .containsExactly(tuple("E", "A", 60.0, 48.0, 1.25), tuple("E", "B", 60.0, 72.0, 60 / 72.0));
    assertThat(ask("peters('tissue', {by: 'synapses', factors: {shaft: 2}, draws: 20})"))
        .allSatisfy(
            row -> {
              assertThat(row).containsEntry("affinity", 1.0).containsEntry("synapses", 120.0);
              assertThat(number(row, "affinityHigh")).isCloseTo(1, within(1e-9));
            });
    Map<String, Object> test = ask("petersTests('tissue')").get(1);
    assertThat(test).containsEntry("larger", "length and post density");
    assertThat(number(test, "chiSquared"))
        .isCloseTo(120 * (Math.log(0.5 / 0.4) + Math.log(0.5 / 0.6)), within(1e-9));
  }

  /// Of a table without segments: six axons 1 µm apart, four synapses each.
  @Test
  void synapsesOfOthersStandForMembraneWhereThereIsNone() {
    assertThatThrownBy(() -> ask("availability('table', {minSynapses: 1})"))
        .hasMessageContaining(
            "Neurons of data set \"table\" have no segments with contacts; give the option membrane: synapses");
    List<Map<String, Object>> rows =
        ask("availability('table', {minSynapses: 1, membrane: 'synapses', radiiUm: [0, 1.2]})");
    assertThat(rows.subList(0, 4))
        .extracting(row -> row.get("targetClass"), row -> row.get("areaUm2"))
        .as("none of others within 0; those of axon 1, two onto A, within 1.2 µm")
        .containsExactly(tuple("A", 0.0), tuple("B", 0.0), tuple("A", 2.0), tuple("B", 2.0));
    assertThatThrownBy(() -> ask("chance('table', {minSynapses: 1, membrane: 'synapses'})"))
        .hasMessageContaining("The model contacts needs contacts");
    assertThatThrownBy(() -> ask("peters('table', {minSynapses: 1})"))
        .hasMessageContaining(
            "Neuron 0 of data set \"table\" has no pathUm; give the option by: synapses");
  }

  @Test
  void whatIsNotThereIsOneLine() {
    assertThatThrownBy(() -> ask("availability('tissue', {minSynapses: 11})"))
        .hasMessageContaining("No axon of data set \"tissue\" has 11 synapses or more");
    assertThatThrownBy(() -> ask("availability('tissue', {blockUm: [1, 1]})"))
        .hasMessageContaining("Option blockUm must be three sides above 0");
    assertThatThrownBy(() -> ask("predictability('tissue', {predictors: ['line']})"))
        .hasMessageContaining(
            "Option predictors can hold availability, sameClass, allClasses, multinomial but held line");
    assertThatThrownBy(() -> ask("peters('tissue', {factors: {shafts: 2}})"))
        .hasMessageContaining("did you mean \"shaft\"?");
  }

  @Test
  void aLongCallEndsWhenItsTransactionIsTerminated() throws InterruptedException {
    Asked.endsWhenTerminated(
        store.database(), "CALL connectome.geometry.chance('tissue', {draws: 100000000})");
  }

  @Test
  void everyCypherFileAnswersWithTheColumnsOfItsHead() throws IOException {
    assertThat(CypherFolder.check(store.database(), "geometry")).isEqualTo(5);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> usage(Map<String, Object> row) {
    return (Map<String, Object>) Objects.requireNonNull(row.get("usage"));
  }

  private static List<Map<String, Object>> ask(String call) {
    return Asked.rows(store.database(), "CALL connectome.geometry." + call);
  }
}
