package org.connectarium.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Path;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.consistency.ConsistencyCheckService;
import org.neo4j.io.layout.Neo4jLayout;

/// Neo4j's own consistency check of a store that nobody has open.
public final class NeoCheck {
  private NeoCheck() {}

  /// Fails unless it finds nothing wrong.
  ///
  /// @param reports folder for what it finds
  public static void assertConsistent(Path home, Path reports) throws Exception {
    Config config = Config.defaults(GraphDatabaseSettings.neo4j_home, home.toAbsolutePath());
    var result =
        new ConsistencyCheckService(Neo4jLayout.of(config).databaseLayout("neo4j"))
            .with(config)
            .with(OutputStream.nullOutputStream())
            .with(reports)
            .runFullConsistencyCheck();
    assertThat(result.isSuccessful()).isTrue();
  }
}
