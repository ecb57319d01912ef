package org.connectarium.graph.bolt;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.schema.ConstraintDefinition;
import org.neo4j.graphdb.schema.IndexDefinition;
import org.neo4j.graphdb.schema.IndexType;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/// A real server behind a real port of this machine, with a password: one for all tests of a class,
/// because to start and to end one takes some seconds, and emptied before each.
final class BoltServer implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  static final String PASSWORD = "only-for-tests";

  private @Nullable Neo4j neo4j;

  @Override
  public void beforeAll(ExtensionContext context) {
    neo4j =
        Neo4jBuilders.newInProcessBuilder()
            .withConfig(GraphDatabaseSettings.auth_enabled, true)
            .withDisabledServer()
            .build();
    ofSystem("ALTER USER neo4j SET PASSWORD '" + PASSWORD + "' CHANGE NOT REQUIRED");
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    empty();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    neo4j().close();
  }

  private Neo4j neo4j() {
    return Objects.requireNonNull(neo4j);
  }

  /// Runs a statement about users.
  void ofSystem(String statement) {
    neo4j()
        .databaseManagementService()
        .database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
        .executeTransactionally(statement);
  }

  ServerAddress address() {
    return new ServerAddress(neo4j().boltURI().toString(), "neo4j", "");
  }

  BoltGraph connect() {
    return BoltGraph.connect(address(), PASSWORD);
  }

  GraphDatabaseService database() {
    return neo4j().defaultDatabaseService();
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

  /* Back to a database that nobody has used. */
  private void empty() {
    execute("MATCH (n) DETACH DELETE n", Map.of());
    try (Transaction tx = database().beginTx()) {
      tx.schema().getConstraints().forEach(ConstraintDefinition::drop);
      tx.schema().getIndexes().forEach(BoltServer::dropUnlessOfNeo4j);
      tx.commit();
    }
  }

  private static void dropUnlessOfNeo4j(IndexDefinition index) {
    if (!index.isConstraintIndex() && index.getIndexType() != IndexType.LOOKUP) {
      index.drop();
    }
  }
}
