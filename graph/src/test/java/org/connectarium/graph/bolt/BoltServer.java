package org.connectarium.graph.bolt;

import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.schema.ConstraintDefinition;
import org.neo4j.graphdb.schema.IndexDefinition;
import org.neo4j.graphdb.schema.IndexType;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/// A real server behind a real port of this machine, with a password. To start and to end one takes
/// some seconds, so tests share it and empty it.
record BoltServer(Neo4j neo4j) implements AutoCloseable {
  static final String PASSWORD = "only-for-tests";

  static BoltServer start(Path folder) {
    Neo4j neo4j =
        Neo4jBuilders.newInProcessBuilder(folder)
            .withConfig(GraphDatabaseSettings.auth_enabled, true)
            .withDisabledServer()
            .build();
    neo4j
        .databaseManagementService()
        .database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
        .executeTransactionally(
            "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
            Map.of("password", PASSWORD));
    return new BoltServer(neo4j);
  }

  ServerAddress address() {
    return new ServerAddress(neo4j.boltURI().toString(), "neo4j", "");
  }

  BoltGraph connect() {
    return BoltGraph.connect(address(), PASSWORD);
  }

  GraphDatabaseService database() {
    return neo4j.defaultDatabaseService();
  }

  void execute(String statement, Map<String, Object> parameters) {
    try (Transaction tx = database().beginTx()) {
      tx.execute(statement, parameters).resultAsString();
      tx.commit();
    }
  }

  /// True if a transaction waits for another.
  boolean isAnyBlocked() {
    try (Transaction tx = database().beginTx();
        var rows =
            tx.execute(
                "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked'"
                    + " RETURN status")) {
      return rows.hasNext();
    }
  }

  /// Back to a database that nobody has used.
  void empty() {
    execute("MATCH (n) DETACH DELETE n", Map.of());
    try (Transaction tx = database().beginTx()) {
      tx.schema().getConstraints().forEach(ConstraintDefinition::drop);
      tx.schema().getIndexes().forEach(BoltServer::dropUnlessOfNeo4j);
      tx.commit();
    }
  }

  @Override
  public void close() {
    neo4j.close();
  }

  private static void dropUnlessOfNeo4j(IndexDefinition index) {
    if (!index.isConstraintIndex() && index.getIndexType() != IndexType.LOOKUP) {
      index.drop();
    }
  }
}
