package org.connectarium.app.connectome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.connectarium.graph.connectome.Finding;
import org.connectarium.graph.store.GraphStore;
import org.connectarium.ingest.volume.BadInputException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectomeImportTest {
  private static final String SYNAPSES =
      """
      id,pre,post,area,class
      1,10,20,0.5,0
      2,10,20,0.25,0
      3,11,20,,1
      4,11,11,2,1
      """;

  @TempDir static Path home;
  @TempDir Path folder;
  private static Imports imports;

  @BeforeAll
  static void open() {
    imports = new Imports(GraphStore.open(home));
  }

  @AfterAll
  static void close() {
    imports.store().close();
  }

  private static String mapping(String name, String policy) {
    return """
        name: %s
        synapses:
          file: s.csv
          id: id
          pre: pre
          post: post
          asiUm2: area
          preClass: {column: class, values: {0: excitatory, 1: inhibitory}}
        policy: {%s}
        """
        .formatted(name, policy);
  }

  @Test
  void connectionsAreTheSumsOfTheirSynapses() throws IOException {
    var imported = imports.files(folder, false, mapping("sums", ""), "s.csv", SYNAPSES);
    assertThat(imported.changed()).isTrue();
    assertThat(
            imports.ask(
                "MATCH (a:Neuron {dataset: 'sums'})-[c:SYNAPSES_ONTO]->(b) RETURN a.id AS pre,"
                    + " b.id AS post, c.count AS count, c.asiUm2 AS area ORDER BY pre, post"))
        .extracting(
            row -> row.get("pre"),
            row -> row.get("post"),
            row -> row.get("count"),
            row -> row.get("area"))
        .containsExactly(
            tuple(10L, 20L, 2L, 0.75), tuple(11L, 11L, 1L, 2.0), tuple(11L, 20L, 1L, null));
    assertThat(imported.rows().findings())
        .containsExactly(
            new Finding(
                "synapses",
                "selfConnection",
                "keep",
                1,
                List.of(5L),
                "line 5: 11 connects to itself"));
    assertThat(
            imports.ask(
                "MATCH (c:Connectome {name: 'sums'})-[:FOUND]->(f) RETURN f.kind AS kind,"
                    + " f.lines AS lines"))
        .hasSize(1);
  }

  @Test
  void theSameAgainChangesNothingAndOtherTablesAreRefusedUnlessTheyMayReplace() throws IOException {
    imports.files(folder, false, mapping("again", ""), "s.csv", SYNAPSES);
    Object run = imports.value("MATCH (r:Run) WHERE r.id CONTAINS 'again' RETURN r.ended");
    assertThat(imports.files(folder, false, mapping("again", ""), "s.csv", SYNAPSES).changed())
        .isFalse();
    assertThat(imports.value("MATCH (r:Run) WHERE r.id CONTAINS 'again' RETURN r.ended"))
        .isEqualTo(run);
    String other = SYNAPSES + "5,10,11,1,0\n";
    assertThatThrownBy(() -> imports.files(folder, false, mapping("again", ""), "s.csv", other))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("--replace");
    imports.files(folder, true, mapping("again", ""), "s.csv", other);
    assertThat(imports.value("MATCH (s:Synapse {dataset: 'again'}) RETURN count(*)")).isEqualTo(5L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5,10,20,0,0   | nonPositiveSize  | area 0 is not above 0",
        "5,10,20,-2,0  | nonPositiveSize  | area -2 is not above 0",
        "5,10,20,x,0   | badNumber        | area \"x\" is no number",
        "5,10,20,NaN,0 | badNumber        | area \"NaN\" is no number",
        "5,12,20,1,7   | unknownClass     | class \"7\" has no word",
        "5,10,20,1,1   | classConflict    | neuron 10 is inhibitory and was excitatory",
        "4,10,20,1,0   | duplicateId      | synapse 4 comes twice",
        "5,10,20.0,1,0 | floatId          | post 20.0 is no integer",
        "5,10,2.5,1,0  | badId            | post \"2.5\" is no 64-bit integer",
        "5,10,9223372036854775808,1,0 | badId | is no 64-bit integer",
        "5,,20,1,0     | missingPartner   | no pre",
        ",10,20,1,0    | missingId        | no id",
        "5,10,20       | raggedRow        | 3 values in place of 5",
      })
  void aBadRowIsNamedWithItsLineAndNothingIsImported(String row, String kind, String what) {
    assertThatThrownBy(
            () -> imports.files(folder, false, mapping("bad", ""), "s.csv", SYNAPSES + row + "\n"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("s.csv line 6: ")
        .hasMessageContaining(what)
        .hasMessageContaining("policy." + kind)
        .hasMessageContaining("nothing was imported");
    assertThat(imports.value("MATCH (n {dataset: 'bad'}) RETURN count(*)")).isEqualTo(0L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5,10,20,0,0   | nonPositiveSize  | 5",
        "5,10,20,x,0   | badNumber        | 5",
        "5,12,20,1,7   | unknownClass     | 5",
        "5,10,20.0,1,0 | floatId          | 5",
        "5,,20,1,0     | missingPartner   | 5",
      })
  void aBadRowCanBeKeptOrSkippedAndIsCounted(String row, String kind, long kept)
      throws IOException {
    for (String policy : List.of("keep", "skip")) {
      String name = kind + policy;
      var imported =
          imports.files(
              folder, false, mapping(name, kind + ": " + policy), "s.csv", SYNAPSES + row + "\n");
      assertThat(imported.rows().findings())
          .filteredOn(f -> f.kind().equals(kind))
          .singleElement()
          .satisfies(f -> assertThat(f.lines()).containsExactly(6L))
          .satisfies(f -> assertThat(f.policy()).isEqualTo(policy));
      assertThat(imports.value("MATCH (s:Synapse {dataset: '" + name + "'}) RETURN count(*)"))
          .isEqualTo(policy.equals("keep") ? kept : kept - 1);
    }
  }

  @Test
  void aMissingColumnIsNamedWithTheNearestOne() {
    assertThatThrownBy(
            () ->
                imports.files(
                    folder,
                    false,
                    mapping("columns", ""),
                    "s.csv",
                    SYNAPSES.replace("area", "areas")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("has no column \"area\"")
        .hasMessageContaining("did you mean \"areas\"?");
  }

  @Test
  void neuronsOutsideTheirTableAndPairsThatComeTwiceAreNamed() throws IOException {
    String mapping =
        """
        name: pairs
        ids: text
        neurons: {file: n.csv, id: id, class: class}
        connections: {file: c.csv, pre: pre, post: post, count: n}
        policy: {%s}
        """;
    String neurons = "id,class\nA,x\nB,y\n";
    String connections = "pre,post,n\nA,B,2\nA,C,1\nA,B,3\n";
    assertThatThrownBy(
            () ->
                imports.files(
                    folder, false, mapping.formatted(""), "n.csv", neurons, "c.csv", connections))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("line 3: neuron C is not in the table of neurons")
        .hasMessageContaining("line 4: A to B comes twice");
    imports.files(
        folder,
        false,
        mapping.formatted("unknownNeuron: keep, duplicateConnection: keep"),
        "n.csv",
        neurons,
        "c.csv",
        connections);
    assertThat(
            imports.ask(
                "MATCH (:Neuron {dataset: 'pairs', id: 'A'})-[c:SYNAPSES_ONTO]->(b) RETURN"
                    + " b.id AS post, c.count AS count ORDER BY post"))
        .containsExactly(Map.of("post", "B", "count", 5L), Map.of("post", "C", "count", 1L));
  }

  @Test
  void skeletonsGiveTheirNeuronsALength() throws IOException {
    imports.files(
        folder,
        false,
        """
        name: traced
        neurons: {file: n.csv, id: id}
        skeletons: {folder: swc, unitNm: 8}
        """,
        "n.csv",
        "id\n7\n8\n",
        "swc/7.swc",
        "# of someone\n1 0 0 0 0 1 -1\n2 0 300 400 0 1 1\n3 0 300 400 1000 1 2\n");
    assertThat(
            imports.ask(
                "MATCH (n:Neuron {dataset: 'traced'}) OPTIONAL MATCH (n)-[:HAS_SKELETON]->(s)"
                    + " RETURN n.id AS id, n.pathUm AS path, s.parent AS parent ORDER BY id"))
        .extracting(row -> row.get("id"), row -> row.get("path"))
        .containsExactly(tuple(7L, 12.0), tuple(8L, null));
  }
}
