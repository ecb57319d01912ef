package org.connectarium.analysis.comparison.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.connectarium.analysis.Asked.number;
import static org.connectarium.analysis.Asked.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.connectarium.analysis.Asked;
import org.connectarium.analysis.CypherFolder;
import org.connectarium.analysis.synapses.graph.PlantedConnectome;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Differences that are planted between two data sets must be found within the stated intervals,
/// and none between two that are alike.
class ComparisonProceduresTest {
  @TempDir static Path home;
  private static GraphStore store;

  @BeforeAll
  static void open() {
    store = GraphStore.open(home);
    new PlantedConnectome(100, 30, 0.5, 0, -1.6, 0, 3).store(store.database(), "planted");
    new PlantedConnectome(100, 0, 0.5, 0, -1.4, 0, 4).store(store.database(), "other");
    new PlantedConnectome(100, 0, 0.5, 0, -1.4, 0.2, 5).store(store.database(), "alike");
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void plantedFractionsAreFound() {
    List<Map<String, Object>> rows = ask("fractions('planted', 'other', {axons: ['inh']})");
    Map<String, Object> somata = row(rows, "target", "Somata");
    assertThat(-0.3 * 0.45).isBetween(number(somata, "low"), number(somata, "high"));
    assertThat(number(somata, "p")).isEqualTo(0.001);
    assertThat(number(somata, "q")).isLessThan(0.01);
    assertThat(number(somata, "hedgesG")).isLessThan(-0.5);
    assertThat(number(somata, "cliffDelta"))
        .isBetween(number(somata, "cliffLow"), number(somata, "cliffHigh"));
    assertThat(somata.get("uncertainLow")).isNull();
    assertThat(ask("fractions('planted', 'other', {axons: ['exc']})"))
        .hasSize(3)
        .allSatisfy(r -> assertThat(number(r, "q")).isGreaterThan(0.01));
    Map<String, Object> unsure =
        row(ask("fractions('other', 'alike', {statistic: 'median'})"), "target", "Apical");
    assertThat(number(unsure, "uncertainLow")).isLessThan(number(unsure, "uncertainHigh"));
  }

  @Test
  void plantedSharesOfSpecificAxonsAreFound() {
    List<Map<String, Object>> rows =
        ask(
            "specificity('planted', 'alike', {axons: ['inh'], gateDraws: 199, shuffles: 99,"
                + " draws: 50})");
    Map<String, Object> somata = row(rows, "target", "Somata");
    assertThat(number(somata, "difference")).isCloseTo(-0.3, within(0.1));
    assertThat(number(somata, "high")).isNegative();
    assertThat(number(somata, "p")).isEqualTo(0.01);
    assertThat(number(somata, "cohensH")).isLessThan(-0.8);
    assertThat(number(somata, "uncertainLow")).isLessThanOrEqualTo(number(somata, "uncertainHigh"));
    assertThat(row(rows, "target", "OtherDendrite"))
        .containsEntry("qualifies", false)
        .containsEntry("p", 1.0)
        .containsEntry("low", null);
    assertThat(ask("specificity('other', 'alike', {gateDraws: 199, shuffles: 19, draws: 20})"))
        .hasSize(8)
        .allSatisfy(r -> assertThat(r).containsEntry("firstShare", 0.0));
  }

  @Test
  void plantedSizesAreFoundAndNumbersAreAlike() {
    assertThat(ask("sizes('planted', 'other')"))
        .hasSize(2)
        .allSatisfy(
            r -> {
              assertThat(r).containsEntry("quantity", "meanLog10AsiUm2");
              assertThat(0.2 / Math.log(10)).isBetween(number(r, "low"), number(r, "high"));
              assertThat(number(r, "q")).isLessThan(0.01);
            });
    assertThat(number(ask("sizes('other', 'alike')").getFirst(), "uncertainHigh"))
        .isGreaterThan(number(ask("sizes('other', 'alike')").getFirst(), "uncertainLow"));
    assertThat(ask("synapseNumbers('planted', 'other')"))
        .hasSize(4)
        .filteredOn(r -> "synapsesPerAxon".equals(r.get("quantity")))
        .allSatisfy(r -> assertThat(0.0).isBetween(number(r, "low"), number(r, "high")));
    assertThatThrownBy(() -> ask("sizes('planted', 'other', {size: 'psdUm2'})"))
        .hasMessageContaining("No synapse of data set \"planted\" has psdUm2");
  }

  @Test
  void networksAreCompared() {
    assertThat(ask("degrees('planted', 'other')"))
        .extracting(r -> r.get("quantity"))
        .containsExactly("outDegree", "inDegree", "outStrength", "inStrength");
    List<Map<String, Object>> rows = ask("network('planted', 'other')");
    assertThat(row(rows, "quantity", "reciprocity")).containsEntry("firstValue", 0.0);
    Map<String, Object> density = row(rows, "quantity", "density");
    assertThat(0.0).isBetween(number(density, "low"), number(density, "high"));
    assertThat(number(density, "p")).isGreaterThan(0.05);
  }

  @Test
  void wrongQuestionsAreOneLine() {
    assertThatThrownBy(() -> ask("fractions('planted', 'nobody')"))
        .hasMessageContaining("No data set \"nobody\"; there is alike, other, planted");
    assertThatThrownBy(() -> ask("fractions('planted', 'other', {statistic: 'mode'})"))
        .hasMessageContaining("Option statistic must be one of [mean, median] but was mode");
    assertThatThrownBy(() -> ask("network('planted', 'other', {draws: 1})"))
        .hasMessageContaining("2 draws or more are needed but were 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fractions('planted', 'other', {shuffles: 100000000})",
        "synapseNumbers('planted', 'other', {draws: 100000000})",
        "sizes('planted', 'other', {shuffles: 100000000})",
        "specificity('planted', 'other', {shuffles: 10000000})",
        "degrees('planted', 'other', {shuffles: 100000000})",
        "network('planted', 'other', {draws: 10000000})"
      })
  void aLongCallEndsWhenItsTransactionIsTerminated(String call) throws Exception {
    Asked.endsWhenTerminated(store.database(), "CALL connectome.comparison." + call);
  }

  @Test
  void everyCypherFileAnswersWithTheColumnsOfItsHead() throws IOException {
    assertThat(CypherFolder.check(store.database(), "comparison")).isGreaterThan(5);
  }

  private static List<Map<String, Object>> ask(String call) {
    return Asked.rows(store.database(), "CALL connectome.comparison." + call);
  }
}
