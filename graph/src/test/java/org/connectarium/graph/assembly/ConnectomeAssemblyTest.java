package org.connectarium.graph.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.connectarium.graph.TinyConnectome.id;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.data.Offset;
import org.connectarium.graph.CypherFile;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.connectome.ConnectomeSink;
import org.connectarium.graph.connectome.TinyTables;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

class ConnectomeAssemblyTest {
  private static final Offset<Double> FLOAT = within(1e-6); // areas of contacts are floats

  @TempDir Path home;
  private GraphStore store;
  private GraphDatabaseService database;

  @BeforeEach
  void open() {
    store = GraphStore.open(home);
    database = store.database();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void makesOneSynapseOfAPairAndASite() {
    SmallCortex.load(database, true);
    Map<String, Object> row = one("CALL connectome.synapses.assemble('own')");
    assertThat(row)
        .containsEntry("neurons", 6L)
        .containsEntry("synapses", 6L)
        .containsEntry("connections", 5L)
        .containsEntry("contacts", 10L)
        .containsEntry("contactsWithin", 1L)
        .containsEntry("ambiguous", 1L)
        .containsEntry("continuous", 1L)
        .containsEntry("myelinated", 0L)
        .containsEntry("spineHeads", 2L)
        .containsEntry("kinds", Map.of("primarySpine", 2L, "secondarySpine", 1L, "shaft", 3L))
        .containsEntry("somataKnown", false)
        .containsEntry("spineHeadsKnown", true)
        .containsEntry("runId", "connectome-1");
    assertThat(SmallCortex.synapses(database))
        .containsExactly(
            "1: 1→5 shaft",
            "2: 1→10 secondarySpine",
            "3: 1→10 primarySpine",
            "6: 3→10 primarySpine",
            "7: 4→10 shaft",
            "9: 6→5 shaft");
  }

  @Test
  void saysPlaceProbabilityAreaAndInterface() {
    SmallCortex.load(database, true);
    one("CALL connectome.synapses.assemble('own')");
    Map<String, Object> onHead =
        one("MATCH (s:Synapse {dataset: 'own', id: 2}) RETURN s {.*} AS s");
    assertThat(onHead.get("s"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("contacts", 2L)
        .containsEntry("p", (double) 0.9f)
        .hasEntrySatisfying("areaUm2", is(0.5))
        .hasEntrySatisfying("asiUm2", is(0.55)) // the contact that is no synapse, too
        .hasEntrySatisfying("x", is(640)); // 600 and 700, weighted by area
    assertThat(one("MATCH (s:Synapse {id: 7}) RETURN s.asiUm2 AS asi, s.p AS p"))
        .containsEntry("asi", null)
        .containsEntry("p", (double) 0.65f);
    assertThat(
            one(
                "MATCH (a:Neuron)-[o:SYNAPSES_ONTO]->(d:Neuron), (s:Segment {id: "
                    + id(1)
                    + "})-[:PART_OF*]->(a), (t:Segment {id: "
                    + id(10)
                    + "})-[:PART_OF*]->(d) RETURN o.count AS count, o.asiUm2 AS asi, o.areaUm2 AS area"))
        .containsEntry("count", 2L)
        .hasEntrySatisfying("asi", is(0.8))
        .hasEntrySatisfying("area", is(0.75));
  }

  private static Consumer<Object> is(double expected) {
    return value -> assertThat((double) value).isCloseTo(expected, FLOAT);
  }

  @Test
  void aSynapseLeadsToItsContactsAndTheseToTheirSegments() {
    SmallCortex.load(database, true);
    one("CALL connectome.synapses.assemble('own')");
    assertThat(
            SmallCortex.call(
                database,
                "MATCH (s:Synapse {id: 2})<-[:SUPPORTS]-(c)-[:FROM]->(a:Segment),"
                    + " (c)-[:TO]->(b:Segment)-[:IN_HEAD]->(h:SpineHead)"
                    + " RETURN a.id AS a, b.id AS b, c.piece AS piece, h.id AS head ORDER BY a"))
        .containsExactly(
            Map.of("a", id(1), "b", id(11), "piece", 0L, "head", id(11)),
            Map.of("a", id(2), "b", id(12), "piece", 0L, "head", id(11)));
    assertThat(
            one(
                "MATCH (c:SynapticContact)-[:WITHIN]->(a:Agglomerate) RETURN c.number AS number,"
                    + " a:Neuron AS neuron"))
        .isEqualTo(Map.of("number", 10L, "neuron", true));
  }

  @Test
  void distanceThresholdsAndFactorAreOptions() {
    SmallCortex.load(database, true);
    one(
        "CALL connectome.synapses.assemble('own', {linkNm: 49, minProbability: 0.75, asiFactor: 0.5})");
    assertThat(SmallCortex.synapses(database))
        .as("1 and 3 are apart; the contact on the head 13 and those of C are too unsure")
        .containsExactly(
            "1: 1→5 shaft",
            "2: 1→10 secondarySpine",
            "3: 1→5 shaft",
            "5: 3→10 primarySpine",
            "6: 6→5 shaft");
    assertThat(one("MATCH (s:Synapse {id: 2}) RETURN s.asiUm2 AS asi"))
        .hasEntrySatisfying("asi", is(0.275));
    one("CALL connectome.synapses.assemble('own', {minProbability: 1, minProbabilityOther: 0.7})");
    assertThat(SmallCortex.synapses(database)).containsExactly("1: 1→5 shaft", "3: 6→5 shaft");
  }

  @Test
  void withoutTypesSynapsesHaveNoKind() {
    SmallCortex.load(database, false);
    assertThat(one("CALL connectome.synapses.assemble('own')"))
        .containsEntry("spineHeadsKnown", false)
        .containsEntry("kinds", Map.of("", 5L));
    assertThat(SmallCortex.synapses(database)).contains("2: 1→10 ?");
  }

  @Test
  void whatIsOnASomaIsNoSpine() {
    SmallCortex.load(database, true);
    database.executeTransactionally(
        "MATCH (s:Segment) WHERE s.id IN [$a] SET s.nucleus = 0.9", Map.of("a", id(13)));
    assertThat(one("CALL connectome.synapses.assemble('own')")).containsEntry("somataKnown", true);
    assertThat(SmallCortex.synapses(database))
        .as(
            "13 is nucleus, 1 and 10 touch it: all of a soma; 3 is close enough to 2 to be one with it")
        .containsExactly(
            "1: 1→5 shaft", "2: 1→10 soma", "6: 3→10 primarySpine", "7: 4→10 soma", "9: 6→5 shaft");
  }

  @Test
  void assemblingAgainReplaces() {
    SmallCortex.load(database, true);
    one("CALL connectome.synapses.assemble('own')");
    List<String> first = AssembledDump.of(database);
    one("CALL connectome.synapses.assemble('own')");
    assertThat(AssembledDump.of(database)).isEqualTo(first);
    assertThat(
            one(
                "MATCH (c:Connectome {name: 'own'}) MATCH (r:Run {key: c.run}) RETURN r.id AS id,"
                    + " r.stage AS stage, r.parameters CONTAINS '\"model\":\"synem\"' AS model"))
        .isEqualTo(Map.of("id", "connectome-2", "stage", "connectome", "model", true));
    assertThat(one("CALL connectome.synapses.remove('own')")).containsEntry("synapses", 6L);
    assertThat(
            one(
                "MATCH (n) WHERE n:Neuron OR n:Synapse OR n:SynapticContact OR n:SpineHead"
                    + " OR n:Connectome RETURN count(n) AS n"))
        .containsEntry("n", 0L);
    assertThat(one("MATCH ()-[r:SYNAPSES_ONTO]->() RETURN count(r) AS n")).containsEntry("n", 0L);
    assertThat(one("MATCH (a:Agglomerate) WHERE a.dataset IS NULL RETURN count(a) AS n"))
        .containsEntry("n", 9L);
  }

  @Test
  void aNewAgglomerationAssemblesAnew() {
    SmallCortex.load(database, true);
    one("CALL connectome.synapses.assemble('own', {linkNm: 49})");
    new Agglomeration(database, StopCheck.NEVER).run(AgglomerationOptions.minContinuity(0.97));
    assertThat(SmallCortex.synapses(database))
        .as("the head 13 is of no dendrite any more")
        .contains("3: 1→13 primarySpine", "4: 1→5 shaft");
    List<String> followed = AssembledDump.of(database);
    one("CALL connectome.synapses.assemble('own', {linkNm: 49})");
    assertThat(AssembledDump.of(database)).isEqualTo(followed);
  }

  @Test
  void importedDataSetsStayApart() {
    SmallCortex.load(database, true);
    TinyTables.load(database, "tiny");
    refuses("CALL connectome.synapses.assemble('tiny')", "\"tiny\" was imported");
    one("CALL connectome.synapses.assemble('own')");
    refuses("CALL connectome.synapses.assemble('mine')", "assembled data set \"own\" already");
    refuses("CALL connectome.synapses.remove('tiny')", "No assembled data set \"tiny\"");
    ConnectomeSink sink = new ConnectomeSink(database);
    assertThatThrownBy(() -> sink.remove("own")).hasMessageContaining("\"own\" was assembled");
    assertThatThrownBy(() -> TinyTables.load(database, "own"))
        .hasMessageContaining("\"own\" was assembled");
    assertThat(one("MATCH (n:Neuron {dataset: 'tiny'}) RETURN count(n) > 0 AS there"))
        .containsEntry("there", true);
    sink.remove("tiny");
    assertThat(SmallCortex.synapses(database)).hasSize(6);
  }

  @Test
  void badInputIsNamed() {
    SmallCortex.load(database, true);
    refuses("CALL connectome.synapses.assemble(' ')", "needs a name");
    refuses("CALL connectome.synapses.assemble('a', {linkUm: 1})", "did you mean \"linkNm\"?");
    refuses("CALL connectome.synapses.assemble('a', {linkNm: -1})", "linkNm must be 0 or more");
    refuses(
        "CALL connectome.synapses.assemble('a', {model: 'x'})", "no scores of the synapse model");
    refuses("CALL connectome.synapses.assemble('a', {types: 'x'})", "no scores of the type model");
    assertThat(one("MATCH (c:Connectome) RETURN count(c) AS n")).containsEntry("n", 0L);
  }

  @Test
  void everyCypherFileAnswersWithTheColumnsOfItsHead() throws IOException {
    SmallCortex.load(database, true);
    one("CALL connectome.synapses.assemble('own')");
    String readme = Files.readString(Path.of("..", "cypher", "README.md"));
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of("..", "cypher", "connectome"))) {
      files = all.sorted().toList();
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(5);
    for (Path file : files) {
      CypherFile cypher = CypherFile.of(file);
      try (Transaction tx = database.beginTx();
          var result = tx.execute(cypher.text(), cypher.parameters(tx))) {
        assertThat(result.columns()).as("%s", file).isEqualTo(cypher.columns());
        assertThat(result.hasNext()).as("%s has an answer", file).isTrue();
      }
      assertThat(readme).contains("(connectome/" + file.getFileName() + ")");
    }
  }

  private void refuses(String query, String message) {
    assertThatThrownBy(() -> one(query)).as(query).rootCause().hasMessageContaining(message);
  }

  private Map<String, Object> one(String query) {
    return SmallCortex.call(database, query).getFirst();
  }
}
