package org.connectarium.analysis.network.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.connectarium.graph.server.GraphServer;
import org.connectarium.graph.server.ServerOptions;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files of `cypher/network/gds` in a server that has Graph Data Science.
class GdsRecipesTest {
  private static final Path CYPHER = Path.of("..", "cypher", "network", "gds");

  @TempDir Path home;

  @Test
  void communitiesAndEmbeddingsAreOfOneDataSetAndCanBeAskedForTwice() throws IOException {
    try (GraphStore store = GraphStore.open(home)) {
      Tables.tiny(store.database());
      Tables.random(store.database(), "random", 20, 40);
    }
    ServerOptions options = ServerOptions.DEFAULT.withPorts(0, 0).withAuthentication(false, false);
    try (GraphServer server = GraphServer.start(home, options)) {
      for (int i = 0; i < 2; i++) {
        assertThat(ask(server, "communities", Map.of("dataset", "tiny", "graph", "communities")))
            .extracting(row -> row.get("neurons"))
            .containsExactly(3L, 1L);
        assertThat(
                ask(
                    server,
                    "embeddings",
                    Map.of("dataset", "tiny", "graph", "embeddings", "dimension", 8)))
            .extracting(row -> row.get("neuronId"))
            .containsExactly(1L, 2L, 5L, "d3");
      }
    }
  }

  private static List<Map<String, Object>> ask(
      GraphServer server, String file, Map<String, Object> parameters) throws IOException {
    return server
        .database()
        .executeTransactionally(
            Files.readString(CYPHER.resolve(file + ".cypher")),
            parameters,
            result -> new ArrayList<>(result.stream().toList()));
  }
}
