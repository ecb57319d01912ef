package org.connectarium.graph.bolt;

import java.util.Map;
import java.util.function.Consumer;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.AgglomerationResult;
import org.connectarium.graph.agglomerate.Membership;
import org.connectarium.graph.assembly.AssemblyOptions;
import org.connectarium.graph.assembly.AssemblyResult;
import org.connectarium.graph.connectome.ConnectomeSink;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.truth.TruthSink;
import org.connectarium.graph.version.Versions;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// The graph in a Neo4j server of one's own, reached through Bolt and the procedures of our plug-in
/// there: what `GraphStore` is for a graph in the same process.
///
/// One thread at a time.
public final class BoltGraph implements AutoCloseable {
  private final BoltConnection connection;

  private BoltGraph(BoltConnection connection) {
    this.connection = connection;
  }

  /// Connects to a server whose Neo4j and plug-in fit this program. Writes nothing.
  ///
  /// @param password of the user of the address; not used where that is empty
  /// @throws GraphException if nothing answers, user or password is wrong, the plug-in is missing,
  ///     or a version is another
  public static BoltGraph connect(ServerAddress address, String password) {
    return connect(address, password, Versions.OURS);
  }

  static BoltGraph connect(ServerAddress address, String password, Versions ours) {
    return new BoltGraph(BoltConnection.open(address, password, ours));
  }

  /// The way in for segments and contacts; makes the schema if there is none. Closing it leaves
  /// the connection open.
  ///
  /// @throws GraphException if the database holds the graph of another version, or something else
  public GraphSink sink() {
    return BoltSink.open(connection);
  }

  /// The way in for truth.
  public TruthSink truth() {
    return new TruthSink(new BoltTruthWrites(connection));
  }

  /// The way in for connectomes of tables; makes the schema if there is none.
  ///
  /// @throws GraphException as [#sink]
  public ConnectomeSink connectomes() {
    BoltSink.open(connection).close();
    return new ConnectomeSink(new BoltConnectomeWrites(connection));
  }

  /// True if every row of the batch is committed. Writes nothing.
  public boolean isLoaded(String batchKey) {
    return new BoltSink(connection).isLoaded(batchKey);
  }

  /// True if segments were loaded, or begun to be.
  public boolean holdsSegmentation() {
    return connection
        .call("Batches", "MATCH (b:Batch) RETURN count(b) > 0 AS there", Map.of())
        .get("there")
        .asBoolean();
  }

  /// As `Agglomeration.run` of a graph in the same process.
  ///
  /// @throws GraphException as there
  public AgglomerationResult agglomerate(AgglomerationOptions options) {
    Record made =
        connection.once(
            "Agglomeration",
            "CALL connectome.agglomerate.components($options)"
                + " YIELD agglomerates, segments, contactsUsed, seconds, runId RETURN *",
            Map.of("options", options.toMap()));
    return new AgglomerationResult(
        made.get("agglomerates").asLong(),
        made.get("segments").asLong(),
        made.get("contactsUsed").asLong(),
        made.get("seconds").asDouble(),
        made.get("runId").asString());
  }

  /// As `ConnectomeAssembly.run` of a graph in the same process.
  ///
  /// @throws GraphException as there
  public AssemblyResult assemble(String dataset, AssemblyOptions options) {
    Record made =
        connection.once(
            "Assembly",
            "CALL connectome.synapses.assemble($dataset, $options) YIELD neurons, synapses,"
                + " connections, contacts, contactsWithin, ambiguous, continuous, myelinated,"
                + " spineHeads, kinds, somataKnown, spineHeadsKnown, seconds, runId RETURN *",
            Map.of("dataset", dataset, "options", options.toMap()));
    return new AssemblyResult(
        made.get("neurons").asLong(),
        made.get("synapses").asLong(),
        made.get("connections").asLong(),
        made.get("contacts").asLong(),
        made.get("contactsWithin").asLong(),
        made.get("ambiguous").asLong(),
        made.get("continuous").asLong(),
        made.get("myelinated").asLong(),
        made.get("spineHeads").asLong(),
        made.get("kinds").asMap(Value::asLong),
        made.get("somataKnown").asBoolean(),
        made.get("spineHeadsKnown").asBoolean(),
        made.get("seconds").asDouble(),
        made.get("runId").asString());
  }

  /// The current agglomerate of every segment.
  ///
  /// @throws GraphException if there is no complete agglomeration
  public Membership membership() {
    LongArrayList segments = new LongArrayList();
    LongArrayList agglomerates = new LongArrayList();
    connection.stream(
        "Membership",
        "CALL connectome.agglomerate.membership() YIELD segmentId, agglomerateId"
            + " RETURN segmentId, agglomerateId",
        Map.of(),
        row -> {
          segments.add(row.get("segmentId").asLong());
          agglomerates.add(row.get("agglomerateId").asLong());
        });
    return new Membership(segments.toArray(), agglomerates.toArray());
  }

  /// Asks something else.
  ///
  /// @throws GraphException with the server's message
  public void query(
      String cypher, Map<String, Object> parameters, Consumer<Map<String, Object>> each) {
    connection.stream("Query", cypher, parameters, row -> each.accept(row.asMap()));
  }

  @Override
  public void close() {
    connection.close();
  }
}
