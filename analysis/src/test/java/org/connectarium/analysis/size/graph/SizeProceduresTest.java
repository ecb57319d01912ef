package org.connectarium.analysis.size.graph;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SizeProceduresTest {
  @TempDir static Path home;
  private static GraphStore store;

  @BeforeAll
  static void open() {
    store = GraphStore.open(home);
    PlantedSizes.store(store.database(), "planted", 120, 0.4, 1);
    PlantedSizes.store(store.database(), "uncertain", 40, 0.5, 0.8);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void distributionsTellPopulationsApart() {
    assertThat(ask("CALL connectome.size.distributions('planted', {by: ['axonClass', 'kind']})"))
        .extracting(
            row -> row.get("axonClass"),
            row -> row.get("targetClass"),
            row -> row.get("kind"),
            row -> row.get("synapses"),
            row -> row.get("withoutSize"))
        .containsExactly(
            tuple("CC", null, "primarySpine", 120L, 0L),
            tuple("CC", null, "shaft", 60L, 12L),
            tuple("TC", null, "primarySpine", 120L, 0L),
            tuple("TC", null, "shaft", 60L, 12L));
    Map<String, Object> all =
        ask("CALL connectome.size.distributions('planted', {by: []})").getFirst();
    assertThat(all).containsEntry("synapses", 360L).containsEntry("withoutSize", 24L);
    assertThat(number(all, "meanLog10")).isCloseTo(-0.7, within(0.05));
    assertThat(number(all, "sdLog10")).isCloseTo(0.28, within(0.05));
    assertThat(number(all, "meanLog10Ratio"))
        .as("2 sd / root of pi of a normal distribution")
        .isCloseTo(2 * number(all, "sdLog10") / Math.sqrt(Math.PI), within(0.01));
    assertThat(usage(all)).containsEntry("used", 384L).containsEntry("withoutSize", 24L);
    Map<String, Object> some =
        ask("CALL connectome.size.distributions('planted', {by: [], axonClasses: ['TC']})")
            .getFirst();
    assertThat(some).containsEntry("synapses", 180L);
    assertThat(usage(some)).containsEntry("otherClass", 192L);
  }

  @Test
  void mixturesHaveARowForEachComponent() {
    assertThat(
            ask(
                "CALL connectome.size.mixtures('planted', {by: [], draws: 20, starts: 3, mostComponents: 2})"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).containsEntry("components", 1L).containsEntry("weight", 1.0);
              assertThat(number(row, "meanLow")).isLessThan(-0.7);
              assertThat(number(row, "meanHigh")).isGreaterThan(-0.7);
              assertThat((List<?>) row.get("bic")).hasSize(2);
            });
    assertThat(ask("CALL connectome.size.mixtures('uncertain', {draws: 0, minSynapses: 1000})"))
        .extracting(row -> row.get("components"), row -> row.get("weight"))
        .containsOnly(tuple(0L, null));
  }

  @Test
  void pairsKnowTheirDistances() {
    List<Map<String, Object>> pairs = ask("CALL connectome.size.pairs('planted')");
    assertThat(pairs).hasSize(120);
    Map<String, Object> eighth = pairs.get(7);
    assertThat(eighth)
        .containsEntry("axonId", 7L)
        .containsEntry("targetId", 1007L)
        .containsEntry("axonClass", "TC");
    assertThat(number(eighth, "distanceUm")).isCloseTo(8, within(1e-4));
    assertThat(number(eighth, "axonPathUm")).isCloseTo(8, within(1e-4));
    assertThat(number(eighth, "targetPathUm")).isCloseTo(12, within(1e-4));
    assertThat(ask("CALL connectome.size.pairs('planted', {pairing: 'sameAxon'})"))
        .hasSize(120)
        .allSatisfy(row -> assertThat(row.get("targetPathUm")).isNull());
    assertThat(ask("CALL connectome.size.multiplicities('planted')"))
        .extracting(row -> row.get("synapses"), row -> row.get("connections"))
        .containsExactly(tuple(1L, 120L), tuple(2L, 120L));
  }

  @Test
  void likenessOverDistanceHasARowForEachWay() {
    List<Map<String, Object>> rows =
        ask("CALL connectome.size.overDistance('planted', {belowUm: 10})");
    assertThat(rows)
        .extracting(row -> row.get("along"), row -> row.get("pairs"), row -> row.get("farther"))
        .containsExactly(
            tuple("straight", 108L, 12L), tuple("axon", 108L, 12L), tuple("target", 60L, 60L));
    assertThat(rows.getFirst()).hasEntrySatisfying("slopePerUm", v -> assertThat(v).isNotNull());
    assertThat(ask("CALL connectome.size.overDistance('planted', {pairing: 'sameAxon'})").getLast())
        .containsEntry("unknown", 120L)
        .containsEntry("slopePerUm", null);
  }

  @Test
  void plantedLikenessIsFoundAndThatOfControlsIsNot() {
    Map<String, Object> found =
        ask("CALL connectome.size.similarity('planted', {shuffles: 299, seed: 3})").getFirst();
    assertThat(found)
        .containsEntry("pairs", 120L)
        .containsEntry("p", 1.0 / 300)
        .containsEntry("seed", 3L)
        .containsEntry("overSynapses", Map.of())
        .containsEntry("multiplicities", List.of(120L, 120L));
    assertThat(number(found, "learnedLow")).isLessThan(0.4);
    assertThat(number(found, "learnedHigh")).isGreaterThan(0.37);
    assertThat(number(found, "meanLog10Ratio"))
        .isLessThan(0.8 * number(found, "meanLog10RatioByChance"));
    assertThat(
            ask("CALL connectome.size.similarity('planted', {shuffles: 99, pairing: 'sameAxon'})"))
        .singleElement()
        .satisfies(row -> assertThat(number(row, "p")).isGreaterThan(0.05));
  }

  @Test
  void uncertainSynapsesGiveASpread() {
    Map<String, Object> row =
        ask("CALL connectome.size.similarity('uncertain', {shuffles: 99, draws: 60})").getFirst();
    Map<String, Object> spreads = map(row, "overSynapses");
    assertThat(spreads).containsOnlyKeys("pairs", "meanCv", "meanLog10Ratio", "learnedFraction");
    assertThat(number(map(spreads, "pairs"), "mean"))
        .as("both synapses of 40 pairs are real")
        .isCloseTo(40 * 0.64, within(1.5));
    assertThat(number(map(spreads, "learnedFraction"), "sd")).isPositive();
  }

  @Test
  void mapHasASummaryAndPixels() {
    Map<String, Object> row =
        ask("CALL connectome.size.map('planted', {shuffles: 250, pixels: 64})").getFirst();
    assertThat(row).containsEntry("pairs", 120L).containsEntry("shuffles", 250L);
    assertThat(number(row, "p")).isLessThan(0.05);
    List<Map<String, Object>> pixels =
        ask("CALL connectome.size.mapPixels('planted', {shuffles: 250, pixels: 64})");
    assertThat(pixels).hasSize(64 * 64);
    assertThat(pixels.stream().mapToDouble(pixel -> number(pixel, "density")).sum())
        .isCloseTo(1, within(0.05));
  }

  @Test
  void whatIsNotThereIsOneLine() {
    assertThatThrownBy(() -> ask("CALL connectome.size.similarity('planted', {size: 'psdUm2'})"))
        .hasMessageContaining(
            "None of 384 chosen synapses of data set \"planted\" has psdUm2; give the option size: asiUm2");
    assertThatThrownBy(() -> ask("CALL connectome.size.pairs('planted', {axonClasses: ['CX']})"))
        .hasMessageContaining("Option axonClasses can hold CC, TC but held CX");
    assertThatThrownBy(() -> ask("CALL connectome.size.distributions('planted', {by: ['x']})"))
        .hasMessageContaining("Option by can hold axonClass, targetClass, kind but held x");
    assertThatThrownBy(() -> ask("CALL connectome.size.map('planted', {shuffle: 1})"))
        .hasMessageContaining("did you mean \"shuffles\"?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connectome.size.similarity('planted', {shuffles: 100000000})",
        "connectome.size.map('planted', {shuffles: 100000000})",
        "connectome.size.mixtures('planted', {by: [], draws: 100000000})"
      })
  void aLongCallEndsWhenItsTransactionIsTerminated(String procedure) throws InterruptedException {
    Asked.endsWhenTerminated(store.database(), "CALL " + procedure);
  }

  @Test
  void everyCypherFileAnswersWithTheColumnsOfItsHead() throws IOException {
    assertThat(CypherFolder.check(store.database(), "size")).isEqualTo(8);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> row, String column) {
    return (Map<String, Object>) Objects.requireNonNull(row.get(column), column);
  }

  private static Map<String, Object> usage(Map<String, Object> row) {
    return map(row, "usage");
  }

  private static List<Map<String, Object>> ask(String cypher) {
    return Asked.rows(store.database(), cypher);
  }
}
