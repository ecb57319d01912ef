package org.connectarium.graph.bolt;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.sink.BatchPart;
import org.connectarium.graph.sink.Clearing;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.sink.SegmentRow;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.Neo4jException;

/// Writes into a Neo4j server through Bolt: parts of batches as parameters of the procedures
/// `connectome.load.*`, one transaction each, with the ledger in the same transaction. So a part
/// whose acknowledgement was lost is not written twice when it is sent again.
///
/// One thread at a time. Memory: the rows of one part as maps, some kilobytes each.
public final class BoltSink implements GraphSink {
  private static final int ROWS_PER_TRANSACTION = 5_000;

  private final String uri;
  private final Driver driver;
  private final Session session;

  private BoltSink(String uri, Driver driver, Session session) {
    this.uri = uri;
    this.driver = driver;
    this.session = session;
  }

  /// Connects to a server and makes the schema there if it has none.
  ///
  /// @param uri such as `bolt://127.0.0.1:7687`
  /// @param user empty for a server without authentication
  /// @throws GraphException if nothing answers, user or password is wrong, or the graph there has
  ///     the schema of another version
  public static GraphSink connect(String uri, String user, String password) {
    AuthToken login = user.isEmpty() ? AuthTokens.none() : AuthTokens.basic(user, password);
    Config config = Config.builder().withTelemetryDisabled(true).build();
    Driver driver = GraphDatabase.driver(uri, login, config);
    try {
      BoltSink sink = new BoltSink(uri, driver, driver.session());
      sink.prepare();
      return sink;
    } catch (RuntimeException failure) {
      driver.close();
      throw failure;
    }
  }

  @Override
  public int run(RunRow run) {
    return call(
            "Run " + run.id(),
            "CALL connectome.load.run($run) YIELD key RETURN key",
            Map.of("run", RowMap.of(run).values()))
        .get("key")
        .asInt();
  }

  @Override
  public boolean isLoaded(String batchKey) {
    return call(
            "Batch " + batchKey,
            "OPTIONAL MATCH (b:Batch {key: $batch}) RETURN coalesce(b.complete, false) AS loaded",
            Map.of("batch", batchKey))
        .get("loaded")
        .asBoolean();
  }

  @Override
  public void segments(String batchKey, String runId, List<SegmentRow> rows) {
    load(
        "CALL connectome.load.segments($batch, $run, $total, $begin, $rows)"
            + " YIELD loaded RETURN loaded",
        batchKey,
        runId,
        rows,
        RowMap::of);
  }

  @Override
  public void contacts(String batchKey, String runId, List<ContactRow> rows) {
    load(
        "CALL connectome.load.contacts($batch, $run, $total, $begin, $rows)"
            + " YIELD loaded RETURN loaded",
        batchKey,
        runId,
        rows,
        RowMap::of);
  }

  @Override
  public void clearSegmentation() {
    if (call("Decisions", "MATCH (d:Decision|BranchEdit) RETURN count(d) > 0 AS any", Map.of())
        .get("any")
        .asBoolean()) {
      throw Clearing.refusedForDecisions();
    }
    Clearing.STATEMENTS.forEach(this::alone);
  }

  @Override
  public void finish() {
    // every transaction was committed when it ended
  }

  @Override
  public void close() {
    driver.close(); // and its session
  }

  private void prepare() {
    Record store =
        call(
            "Schema",
            "OPTIONAL MATCH (s:Store) RETURN coalesce(s.schemaVersion, 0) AS version,"
                + " s.clearing IS NOT NULL AS clearing",
            Map.of());
    int version = store.get("version").asInt();
    if (version == 0) {
      GraphSchema.statements().forEach(this::alone);
      call(
          "Schema",
          "MERGE (s:Store) SET s.schemaVersion = $version RETURN s",
          Map.of("version", GraphSchema.VERSION));
    } else if (version != GraphSchema.VERSION) {
      throw new GraphException(
          "The graph at %s has schema %d and this program writes %d; use the same version of both"
              .formatted(uri, version, GraphSchema.VERSION));
    } else if (store.get("clearing").asBoolean()) {
      clearSegmentation();
    }
  }

  private <R> void load(
      String statement, String batch, String run, List<R> rows, Function<R, RowMap> toMap) {
    int done = 0;
    do {
      BatchPart<R> part = BatchPart.of(batch, run, rows, done, ROWS_PER_TRANSACTION);
      Map<String, Object> parameters =
          Map.of(
              "batch", batch,
              "run", run,
              "total", part.total(),
              "begin", part.begin(),
              "rows", part.rows().stream().map(row -> toMap.apply(row).values()).toList());
      done = call("Batch " + batch, statement, parameters).get("loaded").asInt();
    } while (done < rows.size());
  }

  /// One transaction that gives one record; sent again if the connection or a lock was lost.
  private Record call(String what, String statement, Map<String, Object> parameters) {
    try {
      return session.executeWrite(tx -> tx.run(statement, parameters).single());
    } catch (Neo4jException failure) {
      throw BoltFailure.of(uri, what, failure);
    }
  }

  /// A statement that brings its own transactions.
  private void alone(String statement) {
    try {
      session.run(statement).consume();
    } catch (Neo4jException failure) {
      throw BoltFailure.of(uri, statement, failure);
    }
  }
}
