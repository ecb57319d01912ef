package org.connectarium.graph.connectome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Result;

class ConnectomeSinkTest {
  @TempDir Path home;
  private GraphStore store;

  @BeforeEach
  void open() {
    store = GraphStore.open(home);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void keepsIdsAsTheyAreAndOneNodeForASynapseOfSeveralPartners() {
    TinyTables.load(store.database(), "tiny");
    assertThat(
            ask(
                "MATCH (a:Neuron {dataset: 'tiny'})-[:PRE]->(s:Synapse)-[:POST]->(b:Neuron)"
                    + " RETURN a.id AS pre, s.id AS synapse, b.id AS post ORDER BY synapse, post"))
        .extracting(row -> row.get("pre"), row -> row.get("synapse"), row -> row.get("post"))
        .containsExactlyInAnyOrder(
            tuple(1L, 1L, Long.MAX_VALUE),
            tuple(1L, 2L, Long.MAX_VALUE),
            tuple(1L, 3L, Long.MAX_VALUE),
            tuple(1L, 3L, "d3"));
    assertThat(
            ask(
                "MATCH (n:Neuron {id: 1})-[:HAS_SKELETON]->(s) RETURN n.pathUm AS path,"
                    + " n.position.z AS z, n.class AS class, size(s.parent) AS nodes"))
        .containsExactly(Map.of("path", 17.0, "z", 3.0, "class", "axon", "nodes", 3L));
    assertThat(
            ask(
                "MATCH (c:Connectome) MATCH (r:Run {key: c.run}) RETURN c.state AS state,"
                    + " c.neurons AS neurons, c.connections AS connections, r.inputHash AS hash"))
        .containsExactly(
            Map.of("state", "complete", "neurons", 3L, "connections", 2L, "hash", "cafe"));
  }

  @Test
  void dataSetsStandSideBySideAndOneIsRemovedAlone() {
    TinyTables.load(store.database(), "first");
    TinyTables.load(store.database(), "second");
    ConnectomeSink sink = new ConnectomeSink(store.database());
    sink.remove("first");
    assertThat(sink.find("first")).isEmpty();
    assertThat(sink.find("second")).contains(new ConnectomeSink.Stored(true, "cafe"));
    assertThat(
            ask(
                "MATCH (n) WHERE n.dataset IS NOT NULL RETURN n.dataset AS dataset,"
                    + " count(*) AS nodes"))
        .containsExactly(Map.of("dataset", "second", "nodes", 8L));
    assertThat(ask("MATCH ()-[r]->() RETURN count(r) AS n")).containsExactly(Map.of("n", 12L));
  }

  @Test
  void refusesTheSameNameTwice() {
    TinyTables.load(store.database(), "tiny");
    assertThatThrownBy(() -> TinyTables.load(store.database(), "tiny"))
        .isInstanceOf(GraphException.class)
        .hasMessageContaining("\"tiny\" is in the graph");
  }

  @Test
  void storingAgainAfterAnInterruptionAtAnyStatementGivesTheSameGraph() {
    TinyTables.load(store.database(), "whole");
    List<String> whole = contents("whole");
    int statements = 0;
    for (boolean ended = false; !ended; statements++) {
      Breaking breaking = new Breaking(statements);
      String name = "broken" + statements;
      ended = breaking.load(name);
      if (!ended) {
        assertThat(new ConnectomeSink(store.database()).find(name))
            .matches(found -> found.filter(ConnectomeSink.Stored::complete).isEmpty());
        TinyTables.load(store.database(), name);
      }
      assertThat(contents(name)).as("broken after %d", statements).isEqualTo(whole);
    }
    assertThat(statements).isGreaterThan(10);
  }

  /* The graph of a data set as lines in an order of their own. */
  private List<String> contents(String dataset) {
    return store
        .database()
        .executeTransactionally(
            "MATCH (n {dataset: $dataset}) OPTIONAL MATCH (n)-[r]->(m)"
                + " RETURN labels(n) AS labels, n {.*, dataset: ''} AS n, type(r) AS type,"
                + " properties(r) AS r, m {.*, dataset: ''} AS m",
            Map.of("dataset", dataset),
            Result::resultAsString)
        .lines()
        .sorted()
        .toList();
  }

  private List<Map<String, Object>> ask(String cypher) {
    return store
        .database()
        .executeTransactionally(
            cypher, Map.of(), result -> new ArrayList<>(result.stream().toList()));
  }

  /* Fails after so many statements that write. */
  private final class Breaking implements ConnectomeWrites {
    private final ConnectomeWrites writes = new EmbeddedConnectomeWrites(store.database());
    private int left;

    Breaking(int left) {
      this.left = left;
    }

    boolean load(String dataset) {
      try {
        new ConnectomeSink(this)
            .store(
                new ConnectomeRow(dataset, "tiny", "nobody", "here", "none", "free"),
                TinyConnectome.RUN,
                TinyTables.rows(),
                run -> run);
        return true;
      } catch (IllegalStateException broken) {
        return false;
      }
    }

    @Override
    public void write(String cypher, Map<String, Object> parameters) {
      if (left-- == 0) {
        throw new IllegalStateException("broken");
      }
      writes.write(cypher, parameters);
    }

    @Override
    public List<Map<String, Object>> read(String cypher, Map<String, Object> parameters) {
      return writes.read(cypher, parameters);
    }
  }
}
