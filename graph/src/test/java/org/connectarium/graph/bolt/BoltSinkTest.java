package org.connectarium.graph.bolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.connectarium.graph.TinyConnectome.RUN;
import static org.connectarium.graph.TinyConnectome.segments;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.connectarium.graph.CanonicalDump;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.server.GraphServer;
import org.connectarium.graph.server.ServerOptions;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.SinkContract;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.schema.ConstraintDefinition;
import org.neo4j.graphdb.schema.IndexDefinition;
import org.neo4j.graphdb.schema.IndexType;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/// Against a real server over a real port of this machine, emptied before each test: to start and
/// to end one takes ten seconds.
class BoltSinkTest extends SinkContract {
  @TempDir static Path serverFolder;
  private static Neo4j server;

  @BeforeAll
  static void start() {
    server = Neo4jBuilders.newInProcessBuilder(serverFolder).build();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void empty() {
    execute("MATCH (n) DETACH DELETE n", Map.of());
    try (Transaction tx = server.defaultDatabaseService().beginTx()) {
      tx.schema().getConstraints().forEach(ConstraintDefinition::drop);
      tx.schema().getIndexes().forEach(BoltSinkTest::dropUnlessOfNeo4j);
      tx.commit();
    }
  }

  private static void dropUnlessOfNeo4j(IndexDefinition index) {
    if (!index.isConstraintIndex() && index.getIndexType() != IndexType.LOOKUP) {
      index.drop();
    }
  }

  @Override
  protected GraphSink open() {
    return BoltSink.connect(server.boltURI().toString(), "", "");
  }

  @Override
  protected List<String> dump() {
    return CanonicalDump.of(server.defaultDatabaseService());
  }

  @Test
  void goesOnWhereAnotherStopped() {
    List<String> whole;
    try (GraphSink sink = open()) {
      sink.run(RUN);
      sink.segments("s", RUN.id(), segments(12_000));
      whole = dump();
      sink.clearSegmentation();
    }
    try (GraphSink sink = open()) { // the first part alone, as after a kill
      execute(
          "CALL connectome.load.segments('s', $run, 12000, 0, $rows) YIELD loaded RETURN loaded",
          Map.of(
              "run",
              RUN.id(),
              "rows",
              segments(7).stream().map(row -> RowMap.of(row).values()).toList()));
      assertThat(sink.isLoaded("s")).isFalse();
      sink.segments("s", RUN.id(), segments(12_000));
      assertThat(sink.isLoaded("s")).isTrue();
    }
    assertThat(dump().equals(whole)).isTrue();
  }

  @Test
  void completesAnInterruptedClearingWhenOpened() {
    try (GraphSink sink = open()) {
      TinyConnectome.load(sink, segments(20), List.of());
    }
    execute("MATCH (s:Store) SET s.clearing = true", Map.of());
    open().close();
    assertThat(dump()).noneMatch(line -> line.contains("[Segment]") || line.contains("clearing"));
  }

  @Test
  void refusesToClearUnderDecisionsOfPeople() {
    try (GraphSink sink = open()) {
      TinyConnectome.load(sink, segments(2), List.of());
      execute("CREATE (:Decision)", Map.of());
      assertThatThrownBy(sink::clearSegmentation).hasMessageContaining("decisions of people");
    }
    assertThat(dump()).filteredOn(line -> line.contains("[Segment]")).hasSize(2);
  }

  @Test
  void refusesAGraphOfAnotherVersion() {
    open().close();
    execute("MATCH (s:Store) SET s.schemaVersion = 99", Map.of());
    assertThatThrownBy(this::open)
        .isInstanceOf(GraphException.class)
        .hasMessageContaining("has schema 99 and this program writes");
  }

  @Test
  void aRowThatLacksSomethingIsOneLine() {
    open().close();
    assertThatThrownBy(
            () ->
                execute(
                    "CALL connectome.load.segments('s', 'r', 1, 0, [{id: 5}]) YIELD loaded"
                        + " RETURN loaded",
                    Map.of()))
        .hasMessageContaining("A row needs a List \"bboxVoxels\" but has null");
  }

  @Test
  void nobodyThereAndAWrongPasswordAreOneLine() {
    assertThatThrownBy(() -> BoltSink.connect("bolt://127.0.0.1:1", "", ""))
        .isInstanceOf(GraphException.class)
        .hasMessageContaining("No Neo4j answers at bolt://127.0.0.1:1");
    var home = folder.resolve("served");
    GraphStore.open(home).close();
    try (GraphServer served = GraphServer.start(home, ServerOptions.DEFAULT.withPorts(0, 0))) {
      String uri = "bolt://127.0.0.1:" + served.boltPort();
      assertThatThrownBy(() -> BoltSink.connect(uri, "neo4j", "neo4j"))
          .isInstanceOf(GraphException.class)
          .hasMessageContaining("does not accept this user and password");
      try (GraphSink sink = BoltSink.connect(uri, "neo4j", served.newPassword().orElseThrow())) {
        TinyConnectome.load(sink, segments(2), List.of());
        assertThat(sink.isLoaded("segments")).isTrue();
      }
    }
  }

  private static void execute(String statement, Map<String, Object> parameters) {
    try (Transaction tx = server.defaultDatabaseService().beginTx()) {
      tx.execute(statement, parameters).resultAsString();
      tx.commit();
    }
  }
}
