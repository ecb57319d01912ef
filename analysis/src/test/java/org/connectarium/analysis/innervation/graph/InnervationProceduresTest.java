package org.connectarium.analysis.innervation.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.connectarium.analysis.Asked.number;
import static org.connectarium.analysis.Asked.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/// What is planted into a graph must come out of it, within the intervals that are stated.
class InnervationProceduresTest {
  private static final int AXONS = 150;
  private static final int SPECIFIC = 30;
  private static final double GRADIENT = 0.004;

  @TempDir static Path home;
  private static GraphStore store;

  @BeforeAll
  static void open() {
    store = GraphStore.open(home);
    new PlantedConnectome(AXONS, SPECIFIC, 0.5, GRADIENT, -1.6, 0, 3)
        .store(store.database(), "planted");
    new PlantedConnectome(AXONS, SPECIFIC, 0.5, GRADIENT, -1.6, 0.2, 4)
        .store(store.database(), "uncertain");
    PlantedConnectome.NULL.withSeed(5).store(store.database(), "nothing");
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void specificAxonsAreFoundWithTheirShare() {
    List<Map<String, Object>> rows =
        ask("specificity('planted', {axons: ['inh'], gateDraws: 199})");
    Map<String, Object> somata = row(rows, "target", "Somata");
    assertThat(somata).containsEntry("axons", (long) AXONS).containsEntry("qualifies", true);
    double planted = (double) SPECIFIC / AXONS;
    assertThat(planted).isBetween(number(somata, "excessLow"), number(somata, "excessHigh"));
    assertThat(number(somata, "share"))
        .isBetween(number(somata, "shareLow"), number(somata, "shareHigh"));
    assertThat(number(somata, "falseShare")).isLessThanOrEqualTo(0.2);
    assertThat(number(somata, "rate")).as("specific axons raise it little").isBetween(0.05, 0.09);
    assertThat(somata.get("uncertainLow")).as("all synapses are certain").isNull();
    assertThat(row(rows, "target", "Apical")).containsEntry("specificAxons", 0L);
    assertThat(row(rows, "target", "OtherDendrite")).containsEntry("qualifies", false);
    assertThat(row(rows, "target", "any")).containsEntry("share", somata.get("share"));

    List<Map<String, Object>> axons = ask("specificAxons('planted', {gateDraws: 199})");
    assertThat(axons).hasSize((int) number(somata, "specificAxons"));
    assertThat(axons.stream().filter(r -> number(r, "axonId") < SPECIFIC).count())
        .isGreaterThan(SPECIFIC - 3);
    assertThat(axons)
        .allSatisfy(
            r ->
                assertThat(r)
                    .containsEntry("axonClass", "inh")
                    .containsEntry("specificFor", List.of("Somata"))
                    .containsEntry("stability", null));
  }

  @Test
  void uncertainSynapsesWidenWhatIsKnown() {
    List<Map<String, Object>> rows =
        ask("specificity('uncertain', {axons: ['inh'], gateDraws: 199, draws: 60})");
    Map<String, Object> somata = row(rows, "target", "Somata");
    assertThat((double) SPECIFIC / AXONS)
        .isBetween(number(somata, "excessLow"), number(somata, "excessHigh"));
    assertThat(number(somata, "uncertainLow")).isLessThan(number(somata, "uncertainHigh"));
    List<Map<String, Object>> axons =
        ask("specificAxons('uncertain', {axons: ['inh'], gateDraws: 199, draws: 60})");
    double ofPlanted = meanStability(axons, true);
    assertThat(ofPlanted).isGreaterThan(0.9);
    assertThat(meanStability(axons, false)).isLessThan(ofPlanted);

    Map<String, Object> counts = row(ask("counts('uncertain')"), "axonId", 0L);
    assertThat(number(counts, "hitsLow")).isLessThan(number(counts, "hitsHigh"));
    assertThat(number(counts, "expectedHits"))
        .isBetween(number(counts, "hitsLow") - 0.5, number(counts, "hitsHigh") + 0.5);
    assertThat(number(counts, "fractionLow")).isLessThan(number(counts, "fractionHigh"));
    Map<String, Object> used = usage(rows.getFirst());
    assertThat(used.get("uncertain")).isEqualTo(used.get("used"));
  }

  private static double meanStability(List<Map<String, Object>> axons, boolean planted) {
    return axons.stream()
        .filter(r -> number(r, "axonId") < SPECIFIC == planted)
        .mapToDouble(r -> number(r, "stability"))
        .average()
        .orElse(0);
  }

  @Test
  void ratesAndFractionsAreThosePlanted() {
    List<Map<String, Object>> rates = ask("rates('planted', {axons: ['exc']})");
    List<Map<String, Object>> fractions = ask("fractions('planted', {axons: ['exc']})");
    Map.of("Somata", 0.05, "Apical", 0.15, "OtherDendrite", 0.8)
        .forEach(
            (target, share) -> {
              Map<String, Object> rate = row(rates, "target", target);
              assertThat(share).isBetween(number(rate, "rateLow"), number(rate, "rateHigh"));
              assertThat(share).isBetween(number(rate, "pooledLow"), number(rate, "pooledHigh"));
              assertThat(rate.get("bestModel")).isNotEqualTo("betaBinomial");
              Map<String, Object> fraction = row(fractions, "target", target);
              assertThat(share)
                  .isBetween(number(fraction, "meanLow"), number(fraction, "meanHigh"));
            });
    Map<String, Object> mixed = row(ask("rates('planted', {axons: ['inh']})"), "target", "Somata");
    assertThat(mixed).containsEntry("bestModel", "betaBinomial");
    assertThat(number(mixed, "variationP")).isLessThan(1e-6);
    assertThat(
            number(row(ask("fractions('planted', {pooled: true})"), "axonClass", "all"), "axons"))
        .isEqualTo(2 * AXONS);
  }

  @Test
  void coInnervationIsThatOfAllOthers() {
    Map<String, Object> apical =
        row(ask("coInnervation('planted', {gateDraws: 199})"), "target", "Apical");
    assertThat(apical).containsEntry("specificFor", List.of("Somata"));
    assertThat(number(apical, "mean"))
        .isCloseTo(0.15 / 0.95, within(3 * number(apical, "standardError")));
    Map<String, Object> unsure =
        row(
            ask("coInnervation('uncertain', {specificFor: ['Somata'], gateDraws: 199, draws: 40})"),
            "target",
            "Apical");
    assertThat(number(unsure, "uncertainLow")).isLessThan(number(unsure, "uncertainHigh"));
  }

  @Test
  void falsePositivesCanBeTakenOut() {
    String options = "axons: ['inh'], gate: 'limit', runs: 4";
    Map<String, Object> same =
        row(
            ask("corrected('planted', {falseRates: {Apical: 0}, " + options + "})"),
            "target",
            "any");
    assertThat(same.get("least")).isEqualTo(same.get("uncorrected"));
    Map<String, Object> fewer =
        row(
            ask("corrected('planted', {falseRates: {shaft: {Somata: 0.9}}, " + options + "})"),
            "target",
            "Somata");
    assertThat(number(fewer, "most")).isLessThan(0.7 * number(fewer, "uncorrected"));
    assertThatThrownBy(() -> ask("corrected('planted', {falseRates: {Soma: 0.1}})"))
        .hasMessageContaining("must name target classes [Apical, OtherDendrite, Somata]");
    assertThatThrownBy(() -> ask("corrected('planted')"))
        .hasMessageContaining("Option falseRates is needed");
  }

  @Test
  void inputsAndTheirPlacesAreThosePlanted() {
    List<Map<String, Object>> ratios = ask("inputRatios('nothing', {numerator: ['inh']})");
    assertThat(ratios).hasSize(85);
    assertThat(ratios).noneMatch(r -> number(r, "q") < 0.05);
    assertThat(
            ask("inputRatios('planted', {numerator: ['inh']})").stream()
                .filter(r -> "Somata".equals(r.get("targetClass")) && number(r, "q") < 0.05)
                .count())
        .as("somata get half again as much from inhibitory axons")
        .isGreaterThan(5);
    Map<String, Object> trend =
        ask("depthTrend('planted', {numerator: ['inh'], binUm: 5})").getFirst();
    assertThat(GRADIENT).isBetween(number(trend, "slopeLow"), number(trend, "slopeHigh"));
    assertThat(number(trend, "p")).isLessThan(1e-4);
    assertThat(trend.get("uncertainLow")).isNull();
    Map<String, Object> unsure =
        ask("depthTrend('uncertain', {numerator: ['inh'], binUm: 5})").getFirst();
    assertThat(number(unsure, "uncertainLow")).isLessThan(number(unsure, "uncertainHigh"));
    Map<String, Object> none =
        ask("depthTrend('nothing', {numerator: ['inh'], binUm: 5})").getFirst();
    assertThat(0.0).isBetween(number(none, "slopeLow"), number(none, "slopeHigh"));
    assertThat(ask("depthProfile('planted', {numerator: ['inh'], fromUm: 0, toUm: 50, binUm: 10})"))
        .hasSize(5)
        .allSatisfy(
            bin -> {
              double middle = (number(bin, "fromUm") + number(bin, "toUm")) / 2;
              assertThat(number(bin, "share"))
                  .isCloseTo(0.5 + GRADIENT * (middle - 50), within(0.08));
              assertThat(number(usage(bin), "outsideOfBins")).isGreaterThan(1000);
            });
    assertThat(ask("cellGradient('planted', {numerator: ['inh'], minSynapses: 10})").getFirst())
        .containsEntry("points", 85L);
    double observed =
        ask("inputHistogram('planted', {numerator: ['inh'], targets: ['Somata'], bins: 4})")
            .stream()
            .mapToDouble(bin -> number(bin, "observed"))
            .sum();
    assertThat(observed).isEqualTo(10);
  }

  @Test
  void nothingIsFoundWhereNothingIs() {
    assertThat(ask("specificAxons('nothing', {gateDraws: 199})")).isEmpty();
    assertThat(ask("coInnervation('nothing', {gateDraws: 199})")).isEmpty();
  }

  @Test
  void wrongQuestionsAreOneLine() {
    assertThatThrownBy(() -> ask("specificity('plantd')"))
        .hasMessageContaining("No data set \"plantd\"; there is nothing, planted, uncertain");
    assertThatThrownBy(() -> ask("specificity('planted', {draw: 3})"))
        .hasMessageContaining("Unknown option \"draw\"; did you mean \"draws\"?");
    assertThatThrownBy(() -> ask("specificity('planted', {axons: ['in']})"))
        .hasMessageContaining(
            "No axon of data set \"planted\" has the class \"in\"; there are [exc, inh]");
    assertThatThrownBy(() -> ask("specificity('planted', {minSynapses: 100})"))
        .hasMessageContaining("has 100 synapses or more; lower minSynapses");
    assertThatThrownBy(() -> ask("specificity('planted', {rate: 'first'})"))
        .hasMessageContaining("Option rate must be one of [firstHit, pooled] but was first");
    assertThatThrownBy(() -> ask("inputRatios('planted', {numerator: ['TC']})"))
        .hasMessageContaining("has the class \"TC\"; there are [exc, inh]");
    assertThatThrownBy(() -> ask("inputRatios('planted')"))
        .hasMessageContaining("Option numerator is needed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "specificity('planted', {gateDraws: 50000000})",
        "fractions('planted', {draws: 10000000})",
        "rates('uncertain', {draws: 10000000})",
        "coInnervation('planted', {gateDraws: 50000000})",
        "corrected('planted', {falseRates: {Somata: 0.1}, runs: 10000000, gate: 'limit'})",
        "depthTrend('uncertain', {numerator: ['inh'], draws: 10000000})",
        "cellGradient('uncertain', {numerator: ['inh'], minSynapses: 10, draws: 10000000})"
      })
  void aLongCallEndsWhenItsTransactionIsTerminated(String call) throws Exception {
    Asked.endsWhenTerminated(store.database(), "CALL connectome.innervation." + call);
  }

  @Test
  void everyCypherFileAnswersWithTheColumnsOfItsHead() throws IOException {
    assertThat(CypherFolder.check(store.database(), "innervation")).isGreaterThan(12);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> usage(Map<String, Object> row) {
    return (Map<String, Object>) Objects.requireNonNull(row.get("usage"));
  }

  private static List<Map<String, Object>> ask(String call) {
    return Asked.rows(store.database(), "CALL connectome.innervation." + call);
  }
}
