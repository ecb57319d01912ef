package org.connectarium.graph.bolt;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.score.ScoreModel;
import org.connectarium.graph.sink.BatchPart;
import org.connectarium.graph.sink.Clearing;
import org.connectarium.graph.sink.ContactKey;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.sink.ScoreColumns;
import org.connectarium.graph.sink.ScoresRow;
import org.connectarium.graph.sink.SegmentRow;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// Writes into a Neo4j server through Bolt: parts of batches as parameters of the procedures
/// `connectome.load.*`, one transaction each, with the ledger in the same transaction. So a part
/// whose acknowledgement was lost is not written twice when it is sent again.
///
/// One thread at a time. Memory: the rows of one part as maps, some kilobytes each.
final class BoltSink implements GraphSink {
  private static final int ROWS_PER_TRANSACTION = 5_000;

  private final BoltConnection connection;

  BoltSink(BoltConnection connection) {
    this.connection = connection;
  }

  /// Makes the schema if there is none.
  ///
  /// @throws GraphException if the database holds the graph of another version, or something else
  static BoltSink open(BoltConnection connection) {
    BoltSink sink = new BoltSink(connection);
    sink.prepare();
    return sink;
  }

  @Override
  public int run(RunRow run) {
    return connection
        .call(
            "Run " + run.id(),
            "CALL connectome.load.run($run) YIELD key RETURN key",
            Map.of("run", RowMap.of(run).values()))
        .get("key")
        .asInt();
  }

  @Override
  public boolean isLoaded(String batchKey) {
    return connection
        .call(
            "Batch " + batchKey,
            "OPTIONAL MATCH (b:Batch {key: $batch}) RETURN coalesce(b.complete, false) AS loaded",
            Map.of("batch", batchKey))
        .get("loaded")
        .asBoolean();
  }

  @Override
  public void segments(
      String batchKey, String runId, List<SegmentRow> rows, List<ScoreColumns> scores) {
    load(
        "CALL connectome.load.segments($batch, $run, $total, $begin, $rows, $scores)",
        batchKey,
        runId,
        rows,
        scores,
        row -> RowMap.of(row).values());
  }

  @Override
  public void contacts(
      String batchKey, String runId, List<ContactRow> rows, List<ScoreColumns> scores) {
    load(
        "CALL connectome.load.contacts($batch, $run, $total, $begin, $rows, $scores)",
        batchKey,
        runId,
        rows,
        scores,
        row -> RowMap.of(row).values());
  }

  @Override
  public List<String> beginScores(ScoresRow scores) {
    return connection
        .call(
            scores.model().toString(),
            "CALL connectome.loadScores.begin($kind, $name, $run) YIELD properties"
                + " RETURN properties",
            model(scores.model(), "run", scores.runId()))
        .get("properties")
        .asList(Value::asString);
  }

  @Override
  public void segmentScores(
      String batchKey, String runId, List<Long> segmentIds, ScoreColumns scores) {
    load(
        "CALL connectome.loadScores.segments($batch, $run, $total, $begin, $rows, $scores[0])",
        batchKey,
        runId,
        segmentIds,
        List.of(scores),
        id -> id);
  }

  @Override
  public void contactScores(
      String batchKey, String runId, List<ContactKey> contacts, ScoreColumns scores) {
    load(
        "CALL connectome.loadScores.contacts($batch, $run, $total, $begin, $rows, $scores[0])",
        batchKey,
        runId,
        contacts,
        List.of(scores),
        key -> List.of(key.lowId(), key.highId(), key.piece()));
  }

  @Override
  public void completeScores(ScoreModel model) {
    connection.call(
        model.toString(),
        "CALL connectome.loadScores.complete($kind, $name) RETURN true AS done",
        model(model, "run", ""));
  }

  @Override
  public void clearSegmentation() {
    if (isThere("Decisions", "MATCH (d:Decision|BranchEdit) RETURN count(d) > 0 AS there")) {
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
    // the connection is closed by whoever opened it
  }

  private void prepare() {
    Record store =
        connection.call(
            "Schema",
            "OPTIONAL MATCH (s:Store) RETURN coalesce(s.schemaVersion, 0) AS version,"
                + " s.clearing IS NOT NULL AS clearing",
            Map.of());
    int version = store.get("version").asInt();
    if (version == 0) {
      if (isThere("Schema", "MATCH (n) RETURN count(n) > 0 AS there")) {
        throw new GraphException(
            "The database at %s holds data that are not of Connectarium; use an empty one"
                .formatted(connection.address()));
      }
      GraphSchema.statements().forEach(this::alone);
      connection.call(
          "Schema",
          "MERGE (s:Store) SET s.schemaVersion = $version RETURN s",
          Map.of("version", GraphSchema.VERSION));
    } else if (version != GraphSchema.VERSION) {
      throw new GraphException(
          "The graph at %s has schema %d and this program writes %d; use the same version of both"
              .formatted(connection.address(), version, GraphSchema.VERSION));
    } else if (store.get("clearing").asBoolean()) {
      clearSegmentation();
    }
  }

  private <R> void load(
      String procedure,
      String batch,
      String run,
      List<R> rows,
      List<ScoreColumns> scores,
      Function<R, Object> toValue) {
    int done = 0;
    do {
      BatchPart<R> part = BatchPart.of(batch, run, rows, scores, done, ROWS_PER_TRANSACTION);
      Map<String, Object> parameters =
          Map.of(
              "batch", batch,
              "run", run,
              "total", part.total(),
              "begin", part.begin(),
              "rows", part.rows().stream().map(toValue).toList(),
              "scores", part.scores().stream().map(s -> ScoresMap.of(s).values()).toList());
      done =
          connection
              .call("Batch " + batch, procedure + " YIELD loaded RETURN loaded", parameters)
              .get("loaded")
              .asInt();
    } while (done < rows.size());
  }

  private static Map<String, Object> model(ScoreModel model, String key, String value) {
    return Map.of("kind", model.kind().word(), "name", model.name(), key, value);
  }

  private boolean isThere(String what, String question) {
    return connection.call(what, question, Map.of()).get("there").asBoolean();
  }

  private void alone(String statement) {
    connection.alone(statement, statement, Map.of());
  }
}
