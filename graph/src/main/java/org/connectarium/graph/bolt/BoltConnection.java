package org.connectarium.graph.bolt;

import java.util.Map;
import java.util.function.Consumer;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.version.Versions;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.Neo4jException;

/// One session with a Neo4j server whose version, and that of our plug-in there, fit this
/// program. Everything that goes wrong is one line. One thread at a time.
final class BoltConnection implements AutoCloseable {
  private final ServerAddress address;
  private final Driver driver;
  private final Session session;

  private BoltConnection(ServerAddress address, Driver driver, Session session) {
    this.address = address;
    this.driver = driver;
    this.session = session;
  }

  /// Connects and compares versions.
  ///
  /// @param ours what the server must fit
  /// @throws GraphException if nothing answers, user or password is wrong, or a version is another
  static BoltConnection open(ServerAddress address, String password, Versions ours) {
    AuthToken login =
        address.user().isEmpty() ? AuthTokens.none() : AuthTokens.basic(address.user(), password);
    Driver driver = GraphDatabase.driver(address.uri(), login, config());
    SessionConfig session =
        address.database().isEmpty()
            ? SessionConfig.defaultConfig()
            : SessionConfig.forDatabase(address.database());
    try {
      BoltConnection made = new BoltConnection(address, driver, driver.session(session));
      made.requireVersions(ours);
      return made;
    } catch (RuntimeException failure) {
      driver.close();
      throw failure;
    }
  }

  @SuppressWarnings("deprecation") // the only way to keep the driver's own messages off the console
  private static Config config() {
    return Config.builder()
        .withTelemetryDisabled(true)
        .withLogging(org.neo4j.driver.Logging.none())
        .build();
  }

  ServerAddress address() {
    return address;
  }

  /// One transaction that gives one record; sent again if the connection or a lock was lost.
  Record call(String what, String statement, Map<String, Object> parameters) {
    return attempt(what, () -> session.executeWrite(tx -> tx.run(statement, parameters).single()));
  }

  /// A statement that brings its own transactions, or that must not be sent twice.
  void alone(String what, String statement, Map<String, Object> parameters) {
    attempt(what, () -> session.run(statement, parameters).consume());
  }

  /// As [#alone], for the one record that it gives.
  Record once(String what, String statement, Map<String, Object> parameters) {
    return attempt(what, () -> session.run(statement, parameters).single());
  }

  /// Hands on the records of a query as they come.
  void stream(
      String what, String statement, Map<String, Object> parameters, Consumer<Record> each) {
    attempt(
        what,
        () -> {
          session.run(statement, parameters).forEachRemaining(each);
          return true;
        });
  }

  @Override
  public void close() {
    driver.close(); // and its session
  }

  private void requireVersions(Versions ours) {
    String neo4j =
        once(
                "Version",
                "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel'"
                    + " RETURN versions[0] AS version",
                Map.of())
            .get("version")
            .asString();
    if (!Versions.release(neo4j).equals(Versions.release(ours.neo4j()))) {
      throw new GraphException(
          "Neo4j at %s is version %s, and Connectarium %s works with %s; use that one"
              .formatted(
                  address.uri(), neo4j, ours.program(), Versions.release(ours.neo4j()) + ".x"));
    }
    String plugin =
        once("Version", "CALL connectome.version() YIELD program RETURN program", Map.of())
            .get("program")
            .asString();
    if (!plugin.equals(ours.program())) {
      throw new GraphException(
          "Neo4j at %s has the plug-in of Connectarium %s and this is %s; put %s into its folder"
                  .formatted(address.uri(), plugin, ours.program(), plugin(ours))
              + " plugins instead and restart it");
    }
  }

  /// File name of the plug-in that goes with a version.
  static String plugin(Versions versions) {
    return "connectarium-neo4j-plugin-" + versions.program() + ".jar";
  }

  private <T> T attempt(String what, Attempt<T> attempt) {
    try {
      return attempt.run();
    } catch (Neo4jException failure) {
      throw BoltFailure.of(address, what, failure);
    }
  }

  private interface Attempt<T> {
    T run();
  }
}
