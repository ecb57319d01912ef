package org.connectarium.app.connectome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.connectarium.graph.connectome.Finding;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The mappings of `docs/connectomes` on the tables that they are for. Expected numbers are those
/// that the descriptions of the data give.
class PublishedConnectomesTest {
  private static final Path DATA =
      Path.of(System.getenv().getOrDefault("CONNECTARIUM_DATA", "../../shared/data"));

  @TempDir static Path home;
  private static Imports imports;

  @BeforeAll
  static void open() {
    imports = new Imports(GraphStore.open(home));
  }

  @AfterAll
  static void close() {
    imports.store().close();
  }

  @Test
  void hermaphroditeOfCElegans() throws IOException {
    Basics basics = basics("celegans-hermaphrodite", "celegans");
    assertThat(basics.nodes()).isEqualTo(419);
    assertThat(basics.edges()).isEqualTo(4647);
    assertThat(basics.selfEdges()).isEqualTo(34);
    assertThat(basics.reciprocity()).isCloseTo(0.2892, within(5e-5));
    assertThat(sum("celegans-hermaphrodite", "sections")).isEqualTo(26_914.0);
    assertThat(
            imports.ask(
                "MATCH (a:Neuron {dataset: 'celegans-hermaphrodite'})-[g:GAP_JUNCTION]->(b)"
                    + " WITH collect(a) + collect(b) AS ends, sum(CASE WHEN a = b THEN 0 ELSE 1 END)"
                    + " AS rows, sum(CASE WHEN a = b THEN 1 ELSE 0 END) AS self"
                    + " UNWIND ends AS n RETURN count(DISTINCT n) AS nodes, rows, self"))
        .containsExactly(Map.of("nodes", 443L, "rows", 2684L, "self", 14L));
    assertThat(
            imports.value(
                "MATCH (:Neuron {dataset: 'celegans-hermaphrodite'})-[c:SYNAPSES_ONTO]->()"
                    + " RETURN count(c.count)"))
        .as("sections are no number of synapses")
        .isEqualTo(0L);
  }

  @Test
  void nerveRingOfWhite() throws IOException {
    Basics basics = basics("celegans-white-1986", "celegans");
    assertThat(basics.nodes()).isEqualTo(215);
    assertThat(basics.edges()).isEqualTo(1629);
    assertThat(basics.reciprocity()).isCloseTo(0.1756, within(5e-5));
    assertThat(basics.density()).isCloseTo(0.035405, within(1e-6));
    assertThat(sum("celegans-white-1986", "count")).isEqualTo(4538L);
  }

  @Test
  void brainOfTheLarva() throws IOException {
    Basics basics = basics("larva-left", "larva-connectome");
    assertThat(basics.nodes()).isEqualTo(1506);
    assertThat(basics.edges()).isEqualTo(36_500);
    assertThat(basics.reciprocity()).isCloseTo(0.259342, within(5e-7));
    assertThat(basics.density()).isCloseTo(0.01610391, within(5e-9));
    assertThat(sum("larva-left", "count")).isEqualTo(117_763L);
    assertThat(
            imports.ask(
                "MATCH (n:Neuron {dataset: 'larva-left', id: 11691603}) RETURN n.name AS name,"
                    + " n.class AS class, n.side AS side, n.source_lineage AS lineage"))
        .containsExactly(
            Map.of("name", "KC17", "class", "KCs", "side", "left", "lineage", "MBNB A"));
  }

  @Test
  void synapsesOfKasthuri() throws IOException {
    importOnce("kasthuri2015", "kasthuri2015");
    String all = "MATCH (a:Neuron)-[:PRE]->(s:Synapse {dataset: 'kasthuri2015'})-[:POST]->(d) ";
    assertThat(
            imports.ask(
                all
                    + "RETURN count(s) AS rows, count(DISTINCT a) AS axons, count(DISTINCT d) AS"
                    + " dendrites, sum(CASE a.class WHEN 'excitatory' THEN 1 ELSE 0 END) AS"
                    + " excitatory, sum(CASE a.class WHEN 'inhibitory' THEN 1 ELSE 0 END) AS"
                    + " inhibitory, sum(CASE s.kind WHEN 'spine' THEN 1 ELSE 0 END) AS spine,"
                    + " sum(CASE s.kind WHEN 'shaft' THEN 1 ELSE 0 END) AS shaft,"
                    + " sum(CASE WHEN s.kind IS NULL THEN 1 ELSE 0 END) AS unknown"))
        .containsExactly(
            Map.of(
                "rows", 1700L,
                "axons", 856L,
                "dendrites", 173L,
                "excitatory", 1610L,
                "inhibitory", 87L,
                "spine", 1424L,
                "shaft", 275L,
                "unknown", 1L));
    assertThat(
            imports.ask(
                "MATCH (:Neuron {dataset: 'kasthuri2015'})-[c:SYNAPSES_ONTO]->() RETURN c.count AS"
                    + " synapses, count(*) AS connections ORDER BY synapses"))
        .containsExactly(
            Map.of("synapses", 1L, "connections", 1437L),
            Map.of("synapses", 2L, "connections", 107L),
            Map.of("synapses", 3L, "connections", 12L),
            Map.of("synapses", 4L, "connections", 2L),
            Map.of("synapses", 5L, "connections", 1L));
    assertThat(
            imports.value(
                "MATCH (a:Neuron {class: 'excitatory'})-[:PRE]->(s:Synapse {kind: 'spine', dataset:"
                    + " 'kasthuri2015'})-[:POST]->(d) WITH a, d, count(s) AS n WHERE n > 1"
                    + " RETURN count(*)"))
        .isEqualTo(97L);
  }

  @Test
  void missingCodesOfKasthuriAreNoSizes() throws IOException {
    importOnce("kasthuri2015", "kasthuri2015");
    String pairs =
        "MATCH (a:Neuron)-[:PRE]->(s:Synapse {dataset: 'kasthuri2015'})-[:POST]->(d)"
            + " WITH a, d, collect(s.SIZE) AS known WHERE size(known) = 2"
            + " WITH known[0] AS one, known[1] AS two"
            + " RETURN count(*) AS n, avg(abs(log10(one) - log10(two))) AS mean";
    assertThat(imports.ask(pairs.replace("SIZE", "spineVolumeVoxels")))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("n", 72L))
        .satisfies(
            row -> assertThat(value(row, "mean").doubleValue()).isCloseTo(0.245819, within(5e-7)));
    assertThat(imports.ask(pairs.replace("SIZE", "psdPixels")))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("n", 107L))
        .satisfies(
            row -> assertThat(value(row, "mean").doubleValue()).isCloseTo(0.307764, within(5e-7)));
  }

  @Test
  void synapsesOfSeveralPartnersOfCElegans() throws IOException {
    assertThat(importOnce("celegans-synapses", "celegans").stream().map(Finding::kind))
        .isSubsetOf("nonPositiveSize", "badNumber", "missingPartner", "selfConnection");
    assertThat(imports.value("MATCH (s:Synapse {dataset: 'celegans-synapses'}) RETURN count(*)"))
        .isEqualTo(7318L);
    assertThat(
            imports.value(
                "MATCH (s:Synapse {dataset: 'celegans-synapses'}) WHERE COUNT {(s)-[:POST]->()} > 4"
                    + " RETURN count(*)"))
        .isEqualTo(0L);
  }

  @Test
  void everyMappingIsTested() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", "docs", "connectomes"))) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "celegans-hermaphrodite.yaml",
              "celegans-synapses.yaml",
              "celegans-white-1986.yaml",
              "kasthuri2015.yaml",
              "layer4-2019.yaml",
              "larva-left.yaml");
    }
  }

  private record Basics(long nodes, long edges, long selfEdges, long reciprocal) {
    double reciprocity() {
      return (double) reciprocal / edges;
    }

    double density() {
      return (double) edges / (nodes * (nodes - 1));
    }
  }

  private static List<Finding> importOnce(String name, String folder) throws IOException {
    Path data = DATA.resolve(folder);
    assumeTrue(Files.isDirectory(data), "no real data at " + data);
    return imports.shipped(name, data).rows().findings();
  }

  private static Basics basics(String name, String folder) throws IOException {
    importOnce(name, folder);
    Map<String, Object> row =
        imports
            .ask(
                "MATCH (a:Neuron {dataset: '"
                    + name
                    + "'})-[c:SYNAPSES_ONTO]->(b) WITH collect(a) + collect(b) AS ends,"
                    + " sum(CASE WHEN a = b THEN 1 ELSE 0 END) AS self, count(c) AS all,"
                    + " sum(CASE WHEN a <> b AND EXISTS {(b)-[:SYNAPSES_ONTO]->(a)} THEN 1 ELSE 0"
                    + " END) AS reciprocal UNWIND ends AS n"
                    + " RETURN count(DISTINCT n) AS nodes, all - self AS edges, self, reciprocal")
            .getFirst();
    return new Basics(
        value(row, "nodes").longValue(),
        value(row, "edges").longValue(),
        value(row, "self").longValue(),
        value(row, "reciprocal").longValue());
  }

  private static Number value(Map<String, Object> row, String column) {
    return (Number) Objects.requireNonNull(row.get(column));
  }

  private static Object sum(String name, String property) {
    return imports.value(
        "MATCH (a:Neuron {dataset: '%s'})-[c:SYNAPSES_ONTO]->(b) WHERE a <> b RETURN sum(c.%s)"
            .formatted(name, property));
  }
}
