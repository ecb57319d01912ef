package org.connectarium.app.connectome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Synapses of one axon on one dendrite in the published table of Kasthuri and others, through the
/// procedures. Multiplicities and mean ratios are those that the description of the data gives.
class KasthuriSizesTest {
  private static final Path DATA =
      Path.of(System.getenv().getOrDefault("CONNECTARIUM_DATA", "../../shared/data"))
          .resolve("kasthuri2015");

  @TempDir static Path home;
  private static Imports imports;

  @BeforeAll
  static void open() throws IOException {
    assumeTrue(Files.isDirectory(DATA), "no real data at " + DATA);
    imports = new Imports(GraphStore.open(home));
    imports.shipped("kasthuri2015", DATA);
  }

  @AfterAll
  static void close() {
    if (imports != null) {
      imports.store().close();
    }
  }

  @Test
  void connectionsHaveAsManySynapsesAsTheDescriptionSays() {
    assertThat(
            imports.ask(
                "CALL connectome.size.multiplicities('kasthuri2015',"
                    + " {size: 'psdPixels', unclassed: true})"))
        .extracting(row -> row.get("synapses"), row -> row.get("connections"))
        .containsExactly(
            tuple(1L, 1437L), tuple(2L, 107L), tuple(3L, 12L), tuple(4L, 2L), tuple(5L, 1L));
    List<Map<String, Object>> spines =
        imports.ask(
            "CALL connectome.size.multiplicities('kasthuri2015', {size: 'psdPixels',"
                + " unclassed: true, axonClasses: ['excitatory'], kinds: ['primarySpine']})");
    assertThat(spines.stream().skip(1).mapToDouble(row -> number(row, "connections")).sum())
        .as("excitatory spine connections with more than one synapse")
        .isEqualTo(97);
  }

  @Test
  void spineVolumesOfOneConnectionAreAlike() {
    Map<String, Object> row = similarity("spineVolumeVoxels", "");
    assertThat(row).containsEntry("pairs", 72L);
    assertThat(number(row, "meanLog10Ratio")).isCloseTo(0.245819, within(5e-7));
    assertThat(number(row, "meanLog10RatioByChance")).isCloseTo(0.338512, within(5e-7));
    assertThat(number(row, "p")).isLessThan(0.01);
    assertThat(number(row, "learnedFraction")).isBetween(0.15, 0.35);
    assertThat(ofAll("spineVolumeVoxels")).isCloseTo(0.338311, within(5e-7));
  }

  @Test
  void densitiesOfOneConnectionAreAlike() {
    Map<String, Object> row = similarity("psdPixels", "");
    assertThat(row).containsEntry("pairs", 107L);
    assertThat(number(row, "p")).isLessThan(0.02);
    assertThat(number(row, "learnedFraction")).isBetween(0.1, 0.2);
    assertThat(number(row, "meanLog10Ratio")).isCloseTo(0.307764, within(5e-7));
    assertThat(number(row, "meanLog10RatioByChance")).isCloseTo(0.364194, within(5e-7));
    assertThat(ofAll("psdPixels")).isCloseTo(0.421234, within(5e-7));
    Map<String, Object> spines =
        similarity("psdPixels", ", axonClasses: ['excitatory'], kinds: ['primarySpine']");
    assertThat(spines).containsEntry("pairs", 84L);
    assertThat(number(spines, "p")).as("not only because classes differ").isLessThan(0.02);
  }

  /// A spine volume of −1 (shaft) or 0 (not available) is none.
  @Test
  void missingCodesAreNoSizes() {
    Map<String, Object> row =
        imports
            .ask(
                "CALL connectome.size.distributions('kasthuri2015',"
                    + " {size: 'spineVolumeVoxels', by: [], unclassed: true})")
            .getFirst();
    assertThat(number(row, "synapses") + number(row, "withoutSize")).isEqualTo(1700);
    assertThat(
            imports.value(
                "MATCH (s:Synapse {dataset: 'kasthuri2015'}) RETURN min(s.spineVolumeVoxels)"))
        .isEqualTo(626.0);
  }

  private static Map<String, Object> similarity(String size, String further) {
    return imports
        .ask(
            "CALL connectome.size.similarity('kasthuri2015', {size: '%s', unclassed: true, shuffles: 9999%s})"
                .formatted(size, further))
        .getFirst();
  }

  private static double ofAll(String size) {
    return number(
        imports
            .ask(
                "CALL connectome.size.distributions('kasthuri2015',"
                    + " {size: '%s', by: [], unclassed: true})".formatted(size))
            .getFirst(),
        "meanLog10Ratio");
  }

  private static double number(Map<String, Object> row, String column) {
    return ((Number) Objects.requireNonNull(row.get(column))).doubleValue();
  }
}
