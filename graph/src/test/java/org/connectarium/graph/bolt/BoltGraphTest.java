package org.connectarium.graph.bolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.connectarium.graph.CanonicalDump;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.Membership;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.store.GraphStore;
import org.connectarium.graph.version.Versions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.ClientException;

class BoltGraphTest {
  private static final Versions OURS = Versions.OURS;

  @RegisterExtension private static final BoltServer SERVER = new BoltServer();

  @TempDir Path folder;

  @Test
  void truthAndAgglomerationAreThoseOfAGraphInTheSameProcess() {
    AgglomerationOptions options = AgglomerationOptions.minContinuity(0.9);
    List<String> dump;
    Membership served;
    try (BoltGraph graph = SERVER.connect();
        GraphSink sink = graph.sink()) {
      assertThat(graph.holdsSegmentation()).isFalse();
      load(sink);
      assertThat(graph.holdsSegmentation()).isTrue();
      TinyConnectome.loadTruth(graph.truth());
      TinyConnectome.loadTruth(graph.truth()); // replaces
      dump = CanonicalDump.of(SERVER.database());
      assertThat(graph.agglomerate(options).agglomerates()).isEqualTo(4);
      served = graph.membership();
      List<Map<String, Object>> rows = new ArrayList<>();
      graph.query("MATCH (s:Segment) RETURN count(s) AS n", Map.of(), rows::add);
      assertThat(rows).containsExactly(Map.of("n", 5L));
    }
    try (GraphStore store = GraphStore.open(folder);
        GraphSink sink = GraphSink.embedded(store.database())) {
      load(sink);
      TinyConnectome.loadTruth(store.database());
      assertThat(dump).isEqualTo(CanonicalDump.of(store.database()));
      Agglomeration agglomeration = new Agglomeration(store.database(), StopCheck.NEVER);
      agglomeration.run(options);
      assertThat(served.segmentIds()).isEqualTo(agglomeration.membership().segmentIds());
      assertThat(served.agglomerateIds()).isEqualTo(agglomeration.membership().agglomerateIds());
    }
  }

  private static void load(GraphSink sink) {
    TinyConnectome.load(
        sink,
        TinyConnectome.segments(5),
        List.of(TinyConnectome.contact(1, 2, 0.95), TinyConnectome.contact(2, 3, 0.5)));
  }

  @Test
  void aRemovedTruthIsGone() {
    try (BoltGraph graph = SERVER.connect();
        GraphSink sink = graph.sink()) {
      load(sink);
      List<String> before = CanonicalDump.of(SERVER.database());
      TinyConnectome.loadTruth(graph.truth());
      graph.truth().remove("volume");
      graph.truth().remove("skeletons");
      assertThat(CanonicalDump.of(SERVER.database())).isEqualTo(before);
    }
  }

  @Test
  void partsOfATruthThatNobodyBeganAreRefused() {
    try (BoltGraph graph = SERVER.connect();
        GraphSink sink = graph.sink()) {
      load(sink);
      assertThatThrownBy(
              () ->
                  graph.query(
                      "CALL connectome.loadTruth.cells('volume', [{id: 7, voxels: 3}])",
                      Map.of(),
                      row -> {}))
          .isInstanceOf(GraphException.class)
          .hasMessage("Truth \"volume\" is not being written; begin it first");
    }
  }

  @Test
  void aSessionForReadingCanWriteInNoWay() {
    try (BoltGraph graph = SERVER.connect();
        GraphSink sink = graph.sink()) {
      load(sink);
      graph.agglomerate(AgglomerationOptions.minContinuity(0.9));
    }
    AuthToken login = AuthTokens.basic("neo4j", BoltServer.PASSWORD);
    try (Driver driver = GraphDatabase.driver(SERVER.address().uri(), login);
        Session reading =
            driver.session(
                SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build())) {
      String look = "MATCH (s:Segment) WITH collect(s.id) AS ids";
      assertThat(
              reading
                  .run(
                      look + " CALL connectome.agglomerate.of(ids[0]) YIELD agglomerateId RETURN *")
                  .list())
          .hasSize(1);
      for (String write :
          List.of(
              "CREATE (n:Segment)",
              look + " CALL connectome.edit.merge(ids[0], ids[4]) YIELD decision RETURN decision",
              "CALL connectome.agglomerate.components()")) {
        assertThatThrownBy(() -> reading.run(write).consume())
            .as(write)
            .isInstanceOf(ClientException.class)
            .hasMessageContaining("read access mode");
      }
    }
  }

  @Test
  void nobodyThereIsOneLine() {
    assertThatThrownBy(() -> BoltGraph.connect(new ServerAddress("bolt://127.0.0.1:1", "", ""), ""))
        .isInstanceOf(GraphException.class)
        .hasMessageStartingWith("No Neo4j answers at bolt://127.0.0.1:1 (")
        .hasMessageEndingWith("); is it running there?");
  }

  @Test
  void aWrongPasswordAndOneThatMustBeChangedAreOneLine() {
    String uri = SERVER.address().uri();
    assertThatThrownBy(() -> BoltGraph.connect(SERVER.address(), "guess"))
        .isInstanceOf(GraphException.class)
        .hasMessage("Neo4j at " + uri + " does not accept this user and password");
    SERVER.ofSystem("CREATE USER anna SET PASSWORD 'first-one' CHANGE REQUIRED");
    assertThatThrownBy(() -> BoltGraph.connect(new ServerAddress(uri, "anna", ""), "first-one"))
        .isInstanceOf(GraphException.class)
        .hasMessage(
            "Neo4j at " + uri + " wants another password for this user first; change it there");
  }

  @Test
  void aDatabaseThatIsNotThereIsOneLine() {
    ServerAddress other = new ServerAddress(SERVER.address().uri(), "neo4j", "cortex");
    assertThatThrownBy(() -> BoltGraph.connect(other, BoltServer.PASSWORD))
        .isInstanceOf(GraphException.class)
        .hasMessageEndingWith(" has no database \"cortex\"; correct the name");
  }

  @Test
  void aServerWithoutThePlugInIsOneLine() {
    try (BoltGraph graph = SERVER.connect()) {
      assertThatThrownBy(() -> graph.query("CALL connectome.notThere()", Map.of(), row -> {}))
          .isInstanceOf(GraphException.class)
          .hasMessageEndingWith(
              (" has no procedures of Connectarium; put connectarium-neo4j-plugin-%s.jar into its"
                      + " folder plugins, allow connectome.* there, and restart it")
                  .formatted(OURS.program()));
    }
  }

  @Test
  void aPlugInOrANeo4jOfAnotherVersionIsOneLine() {
    String uri = SERVER.address().uri();
    Versions later = new Versions("9.1.0", OURS.schema(), OURS.neo4j());
    assertThatThrownBy(() -> BoltGraph.connect(SERVER.address(), BoltServer.PASSWORD, later))
        .isInstanceOf(GraphException.class)
        .hasMessage(
            "Neo4j at "
                + uri
                + " has the plug-in of Connectarium "
                + OURS.program()
                + " and this is 9.1.0; put connectarium-neo4j-plugin-9.1.0.jar into its folder"
                + " plugins instead and restart it");
    Versions other = new Versions(OURS.program(), OURS.schema(), "2031.02.7");
    assertThatThrownBy(() -> BoltGraph.connect(SERVER.address(), BoltServer.PASSWORD, other))
        .isInstanceOf(GraphException.class)
        .hasMessage(
            "Neo4j at %s is version %s, and Connectarium %s works with 2031.02.x; use that one"
                .formatted(uri, OURS.neo4j(), OURS.program()));
    Versions patch =
        new Versions(OURS.program(), OURS.schema(), Versions.release(OURS.neo4j()) + ".99");
    BoltGraph.connect(SERVER.address(), BoltServer.PASSWORD, patch).close();
  }
}
